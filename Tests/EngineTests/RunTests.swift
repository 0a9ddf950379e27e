import CloudAssistant
import Runners
import TestSupport
import Testing

@testable import Engine

/// From an accepted call to its recorded end.
@Suite(.timeLimit(.minutes(4))) struct RunTests {
    static let endings: [(ending: AttemptEnding, state: InvocationState, code: String?, exit: Int?)] = [
        (.exited(code: 0), .success, nil, 0),
        (.exited(code: 3), .failed, "ExitCodeNonzero", 3),
        (.signalled(9), .failed, "ExitCodeNonzero", 137),
        (.timedOut, .timeout, "ExecutionTimeout", nil),
        (.stopped, .error, "ExecutionInterrupted", nil),
        (.interrupted, .error, "ExecutionInterrupted", nil),
        (.startFailed(StartFailure(reason: .noSuchUser, subject: "bob", errno: 0)), .invalid, "AccountNotExists", nil),
    ]

    @Test(arguments: endings) func anEndingIsRecordedAsTheAPIReportsIt(
        _ ending: AttemptEnding, _ state: InvocationState, _ code: String?, _ exit: Int?
    ) async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.ends(ending, output: "out"))
            let id = try await bench.run()
            let result = try #require(try await bench.ended(id).results.first)
            #expect(result.state == state)
            #expect(result.errorCode == code)
            #expect(result.exitCode == exit)
            #expect(result.output == Array("out".utf8))
            #expect(result.finished == EngineBench.endOfRuns)
            #expect((result.started == nil) == (code == "AccountNotExists"))
            #expect(bench.runner.disk.starts == [key(id)])
            try await eventually("it is forgotten") { bench.runner.forgotten == [key(id)] }
        }
    }

    @Test func aScriptThatGoesOnIsRunningAndShowsWhatItWrites() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run()
            try await bench.reaches(.running, id)
            bench.runner.setLive("so far", of: key(id))
            let page = try await bench.service.describeInvocationResults(
                DescribeInvocationResultsRequest(regionID: "local", invokeID: id), EngineBench.context()
            ).page
            #expect(page.entries.map(\.result.output) == [Array("so far".utf8)])
            bench.runner.disk.end(key(id), .exited(code: 0), output: "so far, done")
            #expect(try await bench.ended(id).results.first?.output == Array("so far, done".utf8))
        }
    }

    @Test func theOrderHoldsWhatWasAskedFor() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run("echo {{who}} {{ACS::InstanceId}} {{ACS::InvokeId}}\n") { request in
                request.command.enablesParameters = true
                request.run.parameters = .json(#"{"WHO":"{{who}} $x"}"#)
                request.run.username = "bob"
                request.run.workingDirectory = "/srv"
                request.run.timeoutSeconds = 77
                request.run.terminationMode = "ProcessTree"
                request.run.launcher = #"python3 {{ACS::ScriptFileName|Ext(".py")}}"#
            }
            _ = try await bench.ended(id)
            let order = try #require(bench.runner.orders.first)
            #expect(String(decoding: order.script, as: UTF8.self) == "echo {{who}} $x i-a \(id)\n")
            #expect(order.username == "bob" && order.workingDirectory == "/srv" && order.timeoutSeconds == 77)
            #expect(order.terminationMode == .processTree)
            #expect(order.launch.arguments == [.text("python3"), .scriptPath(prefix: "", suffix: "")])
            #expect(order.launch.fileExtension == ".py")
        }
    }

    @Test func theCommandsOwnValuesHoldUnlessTheCallSaysOtherwise() async throws {
        try await EngineBench.with { bench async throws in
            let command = try await bench.command("true\n") { draft in
                draft.timeoutSeconds = 33
                draft.workingDirectory = "/own"
                draft.launcher = "bash"
            }
            _ = try await bench.ended(bench.invoke(command))
            let second = try await bench.invoke(command) { run in
                run.timeoutSeconds = 44
                run.workingDirectory = "/call"
                run.launcher = "dash"
            }
            _ = try await bench.ended(second)
            #expect(bench.runner.orders.map(\.timeoutSeconds) == [33, 44])
            #expect(bench.runner.orders.map(\.workingDirectory) == ["/own", "/call"])
            #expect(bench.runner.orders.map(\.launch.arguments.first) == [.text("bash"), .text("dash")])
        }
    }

    static let unsent: [(name: String, request: RunCommandRequest, code: String, state: InvocationState)] = [
        ("a stopped instance", EngineBench.request(on: ["i-off"]), "InstanceNotRunning", .aborted),
        (
            "a Windows instance", EngineBench.request(on: ["i-win"], type: .powerShell), "ClientNotOnline", .aborted
        ),
        (
            "an unknown built-in", EngineBench.request("{{ACS::Nope}}\n") { $0.command.enablesParameters = true },
            "InvalidSystemBuiltInParameter", .invalid
        ),
        (
            "a launcher with a strange place", EngineBench.request { $0.run.launcher = "bash {{name}}" },
            "InvalidSystemBuiltInParameter", .invalid
        ),
    ]

    @Test(arguments: unsent.indices) func whatDoesNotFitAnInstanceEndsAtOnceAndRunsNothing(_ index: Int) async throws {
        let (_, request, code, state) = Self.unsent[index]
        try await EngineBench.with { bench async throws in
            let id = try await bench.service.runCommand(request, EngineBench.context()).invokeID
            let result = try #require(try await bench.invocation(id).results.first)
            #expect(result.state == state)
            #expect(result.errorCode == code)
            #expect(result.finished != nil && result.started == nil && result.repeats == 0)
            await bench.service.waitUntilLaunched()
            #expect(bench.runner.orders.isEmpty)
        }
    }

    @Test func oneInstanceThatDoesNotFitKeepsNoOtherFromRunning() async throws {
        try await EngineBench.with { bench async throws in
            let invocation = try await bench.ended(bench.run(on: ["i-off", "i-a", "i-b"]))
            #expect(invocation.results.map(\.instanceID) == ["i-off", "i-a", "i-b"])
            #expect(invocation.results.map(\.state) == [.aborted, .success, .success])
            #expect(invocation.state == .partialFailed)
        }
    }

    @Test func whatCannotBeLaunchedIsAnErrorAndGivesItsPlaceBack() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.play(.fails(.noSupervisor(path: "/gone", errno: 2)))
            let first = try await bench.ended(bench.run())
            #expect(first.results.first?.state == .error)
            #expect(first.results.first?.errorCode == "ExecutionException")
            #expect(first.results.first?.errorInfo.contains("/gone") == true)
            bench.runner.play(.ends(.exited(code: 0)))
            #expect(try await bench.ended(bench.run()).state == .success)
        }
    }

    /// What a launch fails with although the runner, or an earlier engine's, may have the attempt.
    static let failures: [RunnerError] = [
        .noSupervisor(path: "/gone", errno: 32), .noDirectory(path: "/full", errno: 28), .notClaimed(errno: 11),
    ]

    @Test(arguments: failures) func aLaunchWhoseAnswerIsLostIsFollowedAllTheSame(_ error: RunnerError) async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.play(.runsUnknown(error))
            let id = try await bench.run()
            try await bench.reaches(.running, id)
            bench.runner.disk.end(key(id), .exited(code: 0), output: "done")
            let result = try #require(try await bench.ended(id).results.first)
            #expect(result.state == .success && result.output == Array("done".utf8))
            bench.runner.play(.ends(.exited(code: 0)))
            #expect(try await bench.ended(bench.run()).state == .success)
        }
    }

    /// What cannot be forbidden may still run: it is not said to have failed, and nobody waits for it.
    @Test(arguments: failures) func aLaunchThatFailsIsAnErrorOnceItIsForbidden(_ error: RunnerError) async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.fails(error))
            bench.runner.failForbidding(.max)
            let id = try await bench.run()
            try await eventually("forbidding was tried") { bench.runner.forbidTries >= 3 }
            await bench.service.waitUntilLaunched()
            #expect(try await bench.result(id).state == .pending)
            bench.runner.failForbidding(0)
            let result = try #require(try await bench.ended(id).results.first)
            #expect(result.state == .error && result.errorCode == "ExecutionException")
            #expect(result.errorInfo.contains(error.detail))
            try await eventually("it is forgotten") { bench.runner.forgotten == [key(id)] }
        }
    }

    /// A disk that takes nothing for an hour is not asked ever more often.
    @Test func aLaunchWithoutAnAnswerIsForbiddenByOneTryAtATime() async throws {
        try await EngineBench.with({ $0.retryDelay = .seconds(3600) }) { bench async throws in
            bench.runner.hold()
            bench.runner.failForbidding(.max)
            let id = try await bench.run()
            try await eventually("the launch is held") { bench.runner.heldLaunches == 1 }
            bench.advance(seconds: 61)
            try await eventually("forbidding was tried") { bench.runner.forbidTries == 1 }
            let looks = bench.runner.looks
            try await eventually("it was looked after again") { bench.runner.looks > looks + 3 }
            try await bench.stop(id)
            #expect(bench.runner.forbidTries == 1)
            bench.runner.letGo()
        }
    }

    @Test func aSupervisorThatDiesBeforeItAnswersIsFoundOut() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.play(.dies)
            let result = try #require(try await bench.ended(bench.run()).results.first)
            #expect(result.state == .error && result.errorCode == "ExecutionInterrupted")
            bench.runner.play(.ends(.exited(code: 0)))
            #expect(try await bench.ended(bench.run()).state == .success)
            await bench.service.waitUntilLaunched()
        }
    }

    @Test func aLaunchThatIsNeverAnsweredIsGivenUpAndCannotComeLater() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.hold()
            let id = try await bench.run()
            try await eventually("the launch is held") { bench.runner.heldLaunches == 1 }
            bench.advance(seconds: 60)
            let second = try await bench.run(on: ["i-b"])
            #expect(try await bench.result(id).state == .pending)
            bench.advance(seconds: 1)
            let result = try #require(try await bench.ended(id).results.first)
            #expect(result.state == .aborted && result.errorCode == "DeliveryTimeout")
            bench.runner.letGo()
            #expect(try await bench.ended(second).state == .success)
            #expect(bench.runner.disk.starts == [key(second, "i-b")])
        }
    }

    @Test(arguments: [86_400, -86_400]) func aClockThatIsSetGivesNoLaunchUpAndKeepsNone(_ seconds: Int) async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.hold()
            let id = try await bench.run()
            try await eventually("the launch is held") { bench.runner.heldLaunches == 1 }
            bench.stepClock(seconds: seconds)
            let looks = bench.runner.looks
            try await eventually("it was looked after") { bench.runner.looks > looks + 3 }
            #expect(bench.runner.forbidTries == 0)
            bench.advance(seconds: 61)
            try await bench.reaches(.aborted, id)
            bench.runner.letGo()
        }
    }

    @Test func noMoreRunAtOnceThanAreAllowed() async throws {
        try await EngineBench.with({ $0.concurrency = 3 }) { bench async throws in
            bench.runner.play(.runs)
            var ids: [InvokeID] = []
            for _ in 0..<4 { ids.append(try await bench.run(on: ["i-a", "i-b", "i-c"])) }
            for count in stride(from: 3, through: 12, by: 3) {
                try await eventually("\(count) started") { bench.runner.disk.starts.count == count }
                for key in bench.runner.disk.starts.suffix(3) { bench.runner.disk.end(key, .exited(code: 0)) }
            }
            for id in ids { #expect(try await bench.ended(id).state == .success) }
            #expect(bench.runner.mostAtOnce == 3)
            #expect(bench.runner.disk.starts == ids.flatMap { id in ["i-a", "i-b", "i-c"].map { key(id, $0) } })
        }
    }

    @Test func waitingForTheLaunchEndsWhenEverythingRuns() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.hold()
            bench.runner.play(.runs)
            let first = try await bench.run()
            let second = try await bench.run(on: ["i-b"])
            let hasReturned = Flag()
            let waiter = Task {
                await bench.service.waitUntilLaunched()
                hasReturned.raise()
            }
            try await eventually("the launch is held") { bench.runner.heldLaunches == 1 }
            #expect(!hasReturned.isRaised)
            bench.runner.letGo()
            try await bench.reaches(.running, first)
            #expect(!hasReturned.isRaised)
            bench.runner.disk.end(key(first), .exited(code: 0))
            await waiter.value
            #expect(try await bench.result(second, "i-b").state == .running)
        }
    }

    @Test func aShutDownWakesWhoWaits() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.hold()
            _ = try await bench.run()
            let waiter = Task { await bench.service.waitUntilLaunched() }
            try await eventually("the launch is held") { bench.runner.heldLaunches == 1 }
            await bench.service.shutDown()
            await waiter.value
        }
    }

    @Test func aCallerThatGoesAwayTakesNothingBack() async throws {
        try await EngineBench.with { bench async throws in
            let task = Task { try await bench.run { $0.run.clientToken = "t" } }
            task.cancel()
            _ = await task.result
            // Either nothing was accepted or all of it: the token tells.
            let id = try await bench.run { $0.run.clientToken = "t" }
            #expect(try await bench.ended(id).state == .success)
            #expect(bench.runner.disk.starts == [key(id)])
        }
    }
}

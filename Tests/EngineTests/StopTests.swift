import CloudAssistant
import GRDB
import Runners
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// StopInvocation in every state of an attempt, also between two.
@Suite(.timeLimit(.minutes(4))) struct StopTests {
    @Test func aRunningScriptIsStopped() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run()
            try await bench.reaches(.running, id)
            bench.advance(seconds: 5)
            try await bench.stop(id)
            let result = try #require(try await bench.ended(id).results.first)
            #expect(result.state == .terminated)
            #expect(result.stopped == EngineBench.start.adding(seconds: 5))
            #expect(result.errorCode == nil)
        }
    }

    @Test func aScriptThatIgnoresTheStopIsStoppingUntilItEnds() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.ignoresStops)
            let id = try await bench.run()
            try await bench.reaches(.running, id)
            try await bench.stop(id)
            #expect(try await bench.result(id).state == .stopping)
            #expect(bench.runner.stops == [key(id)])
            bench.runner.disk.end(key(id), .exited(code: 0))
            let result = try #require(try await bench.ended(id).results.first)
            #expect(result.state == .success)
            #expect(result.stopped != nil)
        }
    }

    /// Who asks again is not refused because of what is recorded: the runner is told again.
    @Test func aStopThatGotLostCanBeRepeated() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            bench.runner.loseStops(1)
            let id = try await bench.run(on: ["i-a", "i-b"])
            for instance in ["i-a", "i-b"] as [InstanceID] { try await bench.reaches(.running, id, instance) }
            try await bench.stop(id, on: ["i-a"])
            let stopped = try #require(try await bench.result(id).stopped)
            bench.advance(seconds: 5)
            try await bench.stop(id, on: ["i-a"])
            try await bench.reaches(.terminated, id)
            #expect(try await bench.result(id).stopped == stopped)
            #expect(bench.runner.stops == [key(id), key(id)])
            #expect(try await bench.result(id, "i-b").state == .running)
            bench.runner.disk.end(key(id, "i-b"), .exited(code: 0))
        }
    }

    /// The database said no and yet holds the stop.
    @Test func aStopThatIsRecordedAndWasNotCarriedOutIsCarriedOutWhenItIsRepeated() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.play(.runs)
            let running = try await bench.run()
            let waiting = try await bench.run(on: ["i-b"])
            try await bench.reaches(.running, running)
            for record in [try await bench.result(running), try await bench.result(waiting, "i-b")] {
                _ = try await bench.store.change(.keys([record.key])) { record in
                    Lifecycle.apply(.stopRequested, to: record, at: EngineBench.start)?.result
                }
            }
            try await bench.stop(waiting)
            try await bench.stop(running)
            #expect(try await bench.ended(running).results.first?.state == .terminated)
            #expect(try await bench.ended(waiting).results.first?.state == .cancelled)
            #expect(bench.runner.disk.starts == [key(running)])
        }
    }

    @Test func whatWaitsForAPlaceIsCancelledAndNeverRuns() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.play(.runs)
            let running = try await bench.run()
            let waiting = try await bench.run(on: ["i-b", "i-c"])
            try await bench.reaches(.running, running)
            try await bench.stop(waiting)
            let results = try await bench.ended(waiting).results
            #expect(results.map(\.state) == [.cancelled, .cancelled])
            #expect(results.allSatisfy { $0.started == nil && $0.repeats == 0 && $0.stopped != nil })
            bench.runner.disk.end(key(running), .exited(code: 0))
            bench.runner.play(.ends(.exited(code: 0)))
            #expect(try await bench.ended(bench.run(on: ["i-c"])).state == .success)
            #expect(!bench.runner.disk.starts.contains { $0.invokeID == waiting })
        }
    }

    /// The stop is quicker than the runner: the launch finds the attempt forbidden.
    @Test func aLaunchThatIsOvertakenByAStopRunsNothing() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.hold()
            let id = try await bench.run()
            try await eventually("the launch is held") { bench.runner.heldLaunches == 1 }
            try await bench.stop(id)
            #expect(try await bench.ended(id).results.first?.state == .cancelled)
            bench.runner.letGo()
            #expect(try await bench.ended(bench.run()).state == .success)
            #expect(!bench.runner.disk.starts.contains(key(id)))
        }
    }

    /// The record still says pending although the script runs: forbidding fails, and the script is stopped.
    @Test func aScriptThatRunsUnannouncedIsStopped() async throws {
        try await EngineBench.with({ $0.announceDelay = .seconds(3600) }) { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run()
            try await eventually("it runs") { bench.runner.disk.claim(key(id)) == .running }
            #expect(try await bench.result(id).state == .pending)
            try await bench.stop(id)
            #expect(try await bench.ended(id).results.first?.state == .terminated)
        }
    }

    @Test func whatHasEndedStaysAsItEnded() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run()
            let before = try await bench.ended(id)
            try await bench.stop(id)
            #expect(try await bench.invocation(id).results == before.results)
        }
    }

    @Test func aStopOnSomeInstancesLeavesTheOthers() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run(on: ["i-a", "i-b", "i-c"])
            for instance in ["i-a", "i-b", "i-c"] as [InstanceID] { try await bench.reaches(.running, id, instance) }
            try await bench.stop(id, on: ["i-b"])
            try await bench.reaches(.terminated, id, "i-b")
            #expect(try await bench.result(id, "i-a").state == .running)
            try await bench.stop(id, on: ["i-a", "i-b"])
            try await bench.reaches(.terminated, id, "i-a")
            #expect(try await bench.result(id, "i-c").state == .running)
            #expect(try await bench.invocation(id).state == .running)
            try await bench.stop(id)
            #expect(try await bench.ended(id).state == .stopped)
        }
    }

    @Test func aStopThatCannotBeRecordedIsRefusedAndTheAttemptGoesOn() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.play(.runs)
            let running = try await bench.run()
            let waiting = try await bench.run(on: ["i-b"])
            try await bench.reaches(.running, running)
            try await bench.store.commit { db in
                try db.execute(
                    sql: "CREATE TRIGGER no BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END")
            }
            #expect(await code { try await bench.stop(waiting) } == .internalErrorDispatch)
            #expect(await code { try await bench.stop(running) } == .internalErrorDispatch)
            try await bench.store.commit { db in try db.execute(sql: "DROP TRIGGER no") }
            #expect(try await bench.result(waiting, "i-b").stopped == nil)
            #expect(bench.runner.stops.isEmpty)
            bench.runner.disk.end(key(running), .exited(code: 0))
            try await bench.reaches(.running, waiting, "i-b")
            bench.runner.disk.end(key(waiting, "i-b"), .exited(code: 0))
            #expect(try await bench.ended(waiting).state == .success)
        }
    }

    /// A full disk keeps the runner from forbidding for a while.
    @Test func forbiddingIsTriedAgainUntilItSucceeds() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.play(.runs)
            let running = try await bench.run()
            let waiting = try await bench.run(on: ["i-b"])
            try await bench.reaches(.running, running)
            bench.runner.failForbidding(3)
            try await bench.stop(waiting)
            #expect(try await bench.ended(waiting).state == .stopped)
            bench.runner.disk.end(key(running), .exited(code: 0))
            #expect(try await bench.ended(running).state == .success)
            #expect(bench.runner.disk.starts == [key(running)])
        }
    }

    /// A stop between the transaction that accepted a call and the dispatcher's taking it over.
    @Test func aStopBeforeTheAttemptIsSubmittedIsNotLost() async throws {
        try await EngineBench.with { bench async throws in
            let dispatcher = try #require(bench.service.dispatcher)
            let order = AttemptOrder(
                key: key("t-early"), script: [], launch: LaunchPlan(), workingDirectory: nil, username: nil,
                timeoutSeconds: 60, terminationMode: .process)
            try await bench.accept("t-early")
            try await bench.stop("t-early")
            await dispatcher.submit([order])
            #expect(try await bench.ended("t-early").state == .stopped)
            #expect(bench.runner.disk.starts.isEmpty)
        }
    }

    /// Stops at any moment of an attempt's life: nothing is stuck, nothing runs twice, and a stop that was answered
    /// before the start means that nothing starts or that it is ended.
    @Test func stopsAtAnyMomentLeaveNothingStuck() async throws {
        try await EngineBench.with({ $0.concurrency = 4 }) { bench async throws in
            bench.runner.play { order in
                order.key.instanceID == "i-a" ? .runs : .ends(.exited(code: 0))
            }
            let ids = try await withThrowingTaskGroup { group in
                for number in 0..<60 {
                    group.addTask {
                        let id = try await bench.run(on: ["i-a", "i-b", "i-c"])
                        for _ in 0..<(number % 7) { await Task.yield() }
                        try await bench.stop(id)
                        return id
                    }
                }
                return try await group.reduce(into: [InvokeID]()) { $0.append($1) }
            }
            for id in ids {
                let results = try await bench.ended(id).results
                #expect(results.allSatisfy { [.success, .cancelled, .terminated].contains($0.state) })
                #expect(results.first?.state != .success)
            }
            #expect(Set(bench.runner.disk.starts).count == bench.runner.disk.starts.count)
            await bench.service.waitUntilLaunched()
        }
    }
}

extension EngineBench {
    /// Makes an invocation durable on `i-a` and hands it to nobody, as when the engine dies right then.
    func accept(
        _ id: InvokeID, script: String = "true\n", age: Int = 0, launcher: String? = nil, instance: InstanceID = "i-a",
        _ change: (inout InvocationResult) -> Void = { _ in }
    ) async throws {
        let created = Self.start.adding(seconds: -age)
        var result = InvocationResult(invokeID: id, instanceID: instance, created: created, updated: created)
        let command = Command(id: "c-1", name: "", type: .shell, content: script, created: created)
        let invocation = Invocation(
            id: id, regionID: "local", command: command, ownsCommand: true, repeatMode: .once, parameters: [:],
            username: nil, timeoutSeconds: 60, workingDirectory: nil, launcher: launcher, terminationMode: .process,
            tags: [], resourceGroupID: nil, caller: Self.context().caller, created: created, state: .pending,
            results: [result])
        let line = AuditLine(time: created, context: Self.context(), action: "RunCommand", region: "local")
        #expect(try await store.add(invocation, keeping: nil, claim: nil, audit: line) == .accepted)
        change(&result)
        let changed = result
        _ = try await store.change(.keys([result.key])) { _ in changed }
    }
}

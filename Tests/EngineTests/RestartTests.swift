import CloudAssistant
import Runners
import TestSupport
import Testing

@testable import Engine

/// What an engine finds when it starts, and what it makes of it.
@Suite(.timeLimit(.minutes(4))) struct RestartTests {
    /// What stands in the store and on the runner's disk, and what is to become of it.
    struct Situation: Sendable, CustomTestStringConvertible {
        let name: String
        var state = InvocationState.pending
        var isStopped = false
        var age = 0
        var instance: InstanceID = "i-a"
        var launcher: String?
        var claim: FakeDisk.Claim?
        let becomes: InvocationState
        var code: String?
        var starts = 0
        var testDescription: String { name }
    }

    static let done = AttemptResult(
        ending: .exited(code: 0), started: EngineBench.startOfRuns, finished: EngineBench.endOfRuns,
        output: Array("kept".utf8), totalBytes: 4)
    static let died = AttemptResult(
        ending: .interrupted, started: EngineBench.startOfRuns, finished: EngineBench.endOfRuns, output: [],
        totalBytes: 0)

    static let situations = [
        Situation(name: "young and unclaimed", becomes: .success, starts: 1),
        Situation(name: "a minute old and unclaimed", age: 60, becomes: .success, starts: 1),
        Situation(name: "older and unclaimed", age: 61, becomes: .aborted, code: "DeliveryTimeout"),
        Situation(name: "its instance is gone", instance: "i-gone", becomes: .aborted, code: "InstanceNotExists"),
        Situation(name: "its instance is down", instance: "i-off", becomes: .aborted, code: "InstanceNotRunning"),
        Situation(
            name: "its launcher cannot be read", launcher: "bash 'x", becomes: .invalid,
            code: "InvalidSystemBuiltInParameter"),
        Situation(name: "stopped and unclaimed", isStopped: true, becomes: .cancelled),
        Situation(name: "stopped and forbidden", isStopped: true, claim: .forbidden, becomes: .cancelled),
        Situation(name: "old and forbidden", age: 61, claim: .forbidden, becomes: .aborted, code: "DeliveryTimeout"),
        Situation(name: "young and forbidden", claim: .forbidden, becomes: .aborted, code: "DeliveryTimeout"),
        Situation(name: "running under a pending record", claim: .running, becomes: .success),
        Situation(name: "running, old", age: 9999, claim: .running, becomes: .success),
        Situation(name: "running under a running record", state: .running, claim: .running, becomes: .success),
        Situation(name: "running, to be stopped", isStopped: true, claim: .running, becomes: .terminated),
        Situation(
            name: "stopping", state: .stopping, isStopped: true, claim: .running, becomes: .terminated),
        Situation(name: "ended under a pending record", claim: .ended(done), becomes: .success),
        Situation(name: "ended under a running record", state: .running, claim: .ended(done), becomes: .success),
        Situation(
            name: "ended under a stopping record", state: .stopping, isStopped: true, claim: .ended(done),
            becomes: .success),
        Situation(
            name: "its supervisor died", state: .running, claim: .ended(died), becomes: .error,
            code: "ExecutionInterrupted"),
        Situation(
            name: "it ran and nothing is left", state: .running, becomes: .error, code: "ExecutionInterrupted"),
        Situation(
            name: "it was stopping and nothing is left", state: .stopping, isStopped: true, becomes: .error,
            code: "ExecutionInterrupted"),
    ]

    @Test(arguments: situations) func whatWasLeftIsTakenUp(_ situation: Situation) async throws {
        try await EngineBench.with { first async throws in
            let id: InvokeID = "t-left"
            let attempt = key(id, situation.instance)
            try await first.accept(
                id, age: situation.age, launcher: situation.launcher, instance: situation.instance
            ) { record in
                record.state = situation.state
                if situation.isStopped { record.stopped = EngineBench.start }
                if situation.state != .pending { record.started = EngineBench.startOfRuns }
            }
            first.runner.disk.set(situation.claim, for: attempt)
            let bench = try await first.restarted()
            if situation.claim == .running, !situation.isStopped {
                try await bench.reaches(.running, id, situation.instance)
                bench.runner.disk.end(attempt, .exited(code: 0))
            }
            let result = try #require(try await bench.ended(id).results.first)
            #expect(result.state == situation.becomes)
            #expect(result.errorCode == situation.code)
            #expect(bench.runner.disk.starts.count == situation.starts)
            #expect((result.started == nil) == [.aborted, .invalid, .cancelled].contains(result.state))
            try await eventually("it is forgotten") { bench.runner.disk.claim(attempt) == nil }
            await bench.service.waitUntilLaunched()
            await bench.close()
        }
    }

    @Test func theOrderAfterARestartIsTheSame() async throws {
        try await EngineBench.with { first async throws in
            first.runner.hold()
            let id = try await first.invoke("top-processes") { run in
                run.username = "bob"
                run.terminationMode = "ProcessTree"
                run.launcher = "bash -x"
                run.timeoutSeconds = 99
            }
            // The default, between the lines that keep the shell from reading it.
            let script = "<<'\(id)'\n10\n\(id)\n"
            try await eventually("the launch is held") { first.runner.heldLaunches == 1 }
            let bench = try await first.restarted()
            _ = try await bench.ended(id)
            try await eventually("the first order is seen") { first.runner.orders.count == 1 }
            #expect(bench.runner.orders == first.runner.orders)
            let text = try #require(bench.runner.orders.first.map { String(decoding: $0.script, as: UTF8.self) })
            #expect(text.contains(script))
            await bench.close()
        }
    }

    /// What is being launched when the service ends is neither recorded as failed nor lost.
    @Test func whatIsBeingLaunchedAtTheEndIsTakenUpByTheNextEngine() async throws {
        try await EngineBench.with { first async throws in
            first.runner.hold()
            let id = try await first.run()
            try await eventually("the launch is held") { first.runner.heldLaunches == 1 }
            let dispatcher = try #require(first.service.dispatcher)
            await first.service.shutDown()
            try await eventually("the launch has failed") {
                await dispatcher.attempts[key(id)]?.hasOpenLaunch == false
            }
            #expect(await dispatcher.attempts[key(id)]?.stage == .launching)
            let bench = try await first.restarted()
            #expect(try await bench.ended(id).state == .success)
            #expect(bench.runner.disk.starts == [key(id)])
            await bench.close()
        }
    }

    @Test func whatIsKeptOfRecordedAttemptsIsSweptAndOthersAreLeft() async throws {
        try await EngineBench.with { first async throws in
            let id = try await first.run()
            _ = try await first.ended(id)
            first.runner.disk.set(.ended(Self.done), for: key(id))
            try await first.accept("t-open") { $0.state = .running }
            first.runner.disk.set(.running, for: key("t-open"))
            let bench = try await first.restarted()
            #expect(bench.runner.disk.claim(key(id)) == nil)
            #expect(bench.runner.disk.claim(key("t-open")) == .running)
            await bench.close()
        }
    }

    @Test func whatRunsAlreadyTakesItsPlaceBeforeAnythingIsLaunched() async throws {
        try await EngineBench.with({ $0.concurrency = 2 }) { first async throws in
            for number in 0..<3 { try await first.accept(InvokeID("t-new\(number)")) }
            for number in 0..<2 {
                let id = InvokeID("t-runs\(number)")
                try await first.accept(id) { $0.state = .running }
                first.runner.disk.set(.running, for: key(id))
            }
            let bench = try await first.restarted { $0.play(.runs) }
            #expect(bench.runner.orders.isEmpty)
            bench.runner.disk.end(key("t-runs0"), .exited(code: 0))
            try await eventually("one is launched") { bench.runner.disk.starts.count == 1 }
            #expect(try await bench.result("t-new2").state == .pending)
            await bench.close()
        }
    }
}

import CloudAssistant
import Runners
import TestSupport
import Testing

@testable import Engine

/// Where an attempt stands cannot be told for a while: nothing is decided meanwhile.
@Suite(.timeLimit(.minutes(4))) struct UnknownTests {
    struct Situation: Sendable, CustomTestStringConvertible {
        let name: String
        var state = InvocationState.pending
        var isStopped = false
        var claim: FakeDisk.Claim?
        let becomes: InvocationState
        var starts = 0
        var testDescription: String { name }
    }

    static let situations = [
        Situation(name: "unclaimed", becomes: .success, starts: 1),
        Situation(name: "unclaimed, to be stopped", isStopped: true, becomes: .cancelled),
        Situation(name: "running under a pending record", claim: .running, becomes: .terminated),
        Situation(name: "running", state: .running, claim: .running, becomes: .terminated),
        Situation(name: "ended", state: .running, claim: .ended(RestartTests.done), becomes: .success),
        Situation(name: "gone", state: .running, becomes: .error),
    ]

    @Test(arguments: situations) func whatIsUnknownAtTheStartIsLookedAtAgain(_ situation: Situation) async throws {
        try await EngineBench.with { first async throws in
            let id: InvokeID = "t-left"
            try await first.accept(id) { record in
                record.state = situation.state
                if situation.isStopped { record.stopped = EngineBench.start }
            }
            first.runner.disk.set(situation.claim, for: key(id))
            let bench = try await first.restarted { $0.setBlind(true) }
            try await eventually("it was looked at again") { bench.runner.looks > 3 }
            #expect(try await bench.result(id).state == situation.state)
            #expect(bench.runner.orders.isEmpty && bench.runner.forbidTries == 0)
            bench.runner.setBlind(false)
            if situation.claim == .running {
                try await bench.reaches(.running, id)
                try await bench.stop(id)
            }
            #expect(try await bench.ended(id).results.first?.state == situation.becomes)
            #expect(bench.runner.disk.starts.count == situation.starts)
            await bench.close()
        }
    }

    @Test func aStopMeanwhileIsCarriedOut() async throws {
        try await EngineBench.with { first async throws in
            try await first.accept("t-new")
            try await first.accept("t-runs") { $0.state = .running }
            first.runner.disk.set(.running, for: key("t-runs"))
            let bench = try await first.restarted { runner in
                runner.setBlind(true)
                runner.loseStops(1)
            }
            try await bench.stop("t-new")
            try await bench.stop("t-runs")
            bench.runner.setBlind(false)
            #expect(try await bench.ended("t-new").results.first?.state == .cancelled)
            #expect(try await bench.ended("t-runs").results.first?.state == .terminated)
            #expect(bench.runner.orders.isEmpty)
            await bench.close()
        }
    }

    @Test func nobodyWaitsForWhatCannotBeTold() async throws {
        try await EngineBench.with { first async throws in
            try await first.accept("t-left") { $0.state = .running }
            first.runner.disk.set(.running, for: key("t-left"))
            let bench = try await first.restarted { $0.setBlind(true) }
            await bench.service.waitUntilLaunched()
            #expect(try await bench.result("t-left").state == .running)
            await bench.close()
        }
    }

    @Test func aLaunchThatIsUnknownIsNotGivenUp() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.setBlind(true)
            bench.runner.play(.dies)
            let id = try await bench.run()
            try await eventually("it was launched") { bench.runner.disk.starts == [key(id)] }
            bench.advance(seconds: 61)
            let looks = bench.runner.looks
            try await eventually("it was looked after") { bench.runner.looks > looks + 3 }
            #expect(try await bench.result(id).state == .pending)
            #expect(bench.runner.forbidTries == 0)
            bench.runner.setBlind(false)
            #expect(try await bench.ended(id).results.first?.errorCode == "ExecutionInterrupted")
        }
    }

    @Test func anAttemptThatAnotherLaunchHasIsWatchedOnceItCanBeSeen() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.hold()
            let id = try await bench.run()
            try await eventually("the launch is held") { bench.runner.heldLaunches == 1 }
            bench.runner.setBlind(true)
            bench.runner.disk.set(.running, for: key(id))
            bench.runner.letGo()
            let dispatcher = try #require(bench.service.dispatcher)
            try await eventually("it was answered") { await dispatcher.attempts[key(id)]?.hasOpenLaunch == false }
            let looks = bench.runner.looks
            try await eventually("it was looked at") { bench.runner.looks > looks + 3 }
            #expect(try await bench.result(id).state == .pending)
            bench.runner.setBlind(false)
            try await bench.reaches(.running, id)
            bench.runner.disk.end(key(id), .exited(code: 0))
            #expect(try await bench.ended(id).state == .success)
        }
    }
}

import CloudAssistant
import Runners
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// Runs that come again or later: by a frequency, or at a restart of the instance.
@Suite(.timeLimit(.minutes(4))) struct ScheduleTests {
    static let start = EngineBench.start

    static func every(_ frequency: String) -> @Sendable (inout RunCommandRequest) -> Void {
        { $0.run.frequency = frequency }
    }

    static func mode(_ mode: RepeatMode) -> @Sendable (inout RunCommandRequest) -> Void {
        { $0.run.repeatMode = mode.rawValue }
    }

    static func history(_ bench: EngineBench, _ id: InvokeID, _ instance: InstanceID? = nil) async throws
        -> [InvocationResult]
    {
        let request = DescribeInvocationResultsRequest(
            regionID: "local", invokeID: id, instanceID: instance, includesHistory: true)
        return try await bench.service.describeInvocationResults(request, EngineBench.context())
            .page.entries.map(\.result)
    }

    /// Lets the clock pass the time of the next run and waits until that is over and the one after it is waited for.
    static func passOneRun(_ bench: EngineBench, _ id: InvokeID, seconds: Int, repeats: Int) async throws {
        bench.advance(seconds: seconds)
        try await eventually("run \(repeats) is over") {
            let result = try await bench.result(id)
            return result.repeats == repeats && result.state == .scheduled
        }
    }

    @Test func aRateRunsAfterEachIntervalAndNeverAtOnce() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.ends(.exited(code: 0), output: "hi"))
            let id = try await bench.run(Self.every("rate(10m)"))
            var result = try await bench.result(id)
            #expect(result.state == .scheduled && result.due == Self.start.adding(seconds: 600))
            #expect(bench.runner.orders.isEmpty)
            bench.advance(seconds: 599)
            await bench.service.waitUntilLaunched()
            #expect(bench.runner.orders.isEmpty)
            try await Self.passOneRun(bench, id, seconds: 1, repeats: 1)
            result = try await bench.result(id)
            #expect(result.occurrence == 2 && result.due == Self.start.adding(seconds: 1200))
            #expect(result.output == Array("hi".utf8) && result.exitCode == 0)
            try await Self.passOneRun(bench, id, seconds: 600, repeats: 2)
            #expect(try await Self.history(bench, id).map(\.occurrence) == [2, 1])
            #expect(bench.runner.disk.starts.count == 2)
            let invocation = try await bench.invocation(id)
            #expect(invocation.repeatMode == .period && invocation.frequency == "rate(10m)")
            #expect(invocation.isTimed && invocation.state == .scheduled)
        }
    }

    @Test func aTimeRunsOnceAndThenItIsOver() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.ends(.exited(code: 3)))
            // 2027-01-15T08:00:00Z is the start.
            let id = try await bench.run(Self.every("at(2027-01-15 08:05:00)"))
            #expect(try await bench.result(id).due == Self.start.adding(seconds: 300))
            bench.advance(seconds: 300)
            let invocation = try await bench.ended(id)
            #expect(invocation.state == .failed && !invocation.isTimed)
            #expect(invocation.results.map(\.repeats) == [1])
            #expect(try await Self.history(bench, id).map(\.exitCode) == [3])
        }
    }

    @Test func aCronExpressionRunsByTheClocksOfItsZone() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(Self.every("0 30 17 ? * FRI GMT+8:00"))
            // 2027-01-15 is a Friday; half past five there is half past nine in UTC.
            #expect(try await bench.result(id).due == Self.start.adding(seconds: 5400))
        }
    }

    @Test func aStopWhileWaitingCancelsAndNothingRuns() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(on: ["i-a", "i-b"], Self.every("rate(10m)"))
            try await bench.stop(id, on: ["i-a"])
            try await bench.reaches(.cancelled, id)
            #expect(try await bench.result(id, "i-b").state == .scheduled)
            bench.advance(seconds: 600)
            try await eventually("the other one runs") { bench.runner.disk.starts.count == 1 }
            #expect(bench.runner.disk.starts.map(\.instanceID) == ["i-b"])
            try await bench.stop(id)
            let invocation = try await bench.ended(id)
            #expect(invocation.results.map(\.state) == [.cancelled, .cancelled])
            #expect(invocation.results.map(\.repeats) == [0, 1])
            bench.advance(seconds: 6000)
            await bench.service.waitUntilLaunched()
            #expect(bench.runner.disk.starts.count == 1)
        }
    }

    @Test func aStopWhileItRunsEndsTheRunAndTheSchedule() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run(Self.every("rate(10m)"))
            bench.advance(seconds: 600)
            try await bench.reaches(.running, id)
            try await bench.stop(id)
            let invocation = try await bench.ended(id)
            #expect(invocation.state == .stopped && invocation.results.map(\.state) == [.terminated])
        }
    }

    @Test func runsOfOneInstanceNeverOverlap() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run(Self.every("rate(10m)"))
            bench.advance(seconds: 600)
            try await bench.reaches(.running, id)
            bench.advance(seconds: 1300)
            await bench.service.waitUntilLaunched()
            #expect(bench.runner.disk.starts.count == 1)
            let ended = Self.start.adding(seconds: 1900)
            bench.runner.disk.end(key(id), .exited(code: 0), at: (Self.start.adding(seconds: 600), ended))
            try await bench.reaches(.scheduled, id)
            #expect(try await bench.result(id).due == Self.start.adding(seconds: 2400))
            let history = try await Self.history(bench, id)
            #expect(history.map(\.state) == [.aborted, .success])
            #expect(history.first?.errorCode == "TaskConcurrencyLimit")
            #expect(history.first?.errorInfo.contains("missed 2") == true)
        }
    }

    @Test func aRunWhoseTimeCameWhileNoEngineWasThereStillRunsWithinAMinute() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(Self.every("rate(10m)"))
            await bench.close()
            bench.advance(seconds: 630)
            let next = try await bench.restarted()
            try await Self.passOneRun(next, id, seconds: 0, repeats: 1)
            #expect(next.runner.disk.starts.count == 1)
            #expect(try await next.result(id).due == Self.start.adding(seconds: 1200))
            await next.close()
        }
    }

    @Test func runsThatWereMissedAreRecordedTogetherAndNotMadeUpFor() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(Self.every("rate(10m)"))
            await bench.close()
            bench.advance(seconds: 7290)
            let next = try await bench.restarted()
            try await eventually("the next one is waited for") {
                try await next.result(id).due == Self.start.adding(seconds: 7800)
            }
            let history = try await Self.history(next, id)
            #expect(history.map(\.state) == [.aborted, .aborted])
            #expect(history.allSatisfy { $0.errorCode == "DeliveryTimeout" && $0.repeats == 0 })
            #expect(history.first?.errorInfo.contains("missed 11 from") == true)
            #expect(next.runner.disk.starts.isEmpty)
            try await Self.passOneRun(next, id, seconds: 510, repeats: 1)
            await next.close()
        }
    }

    @Test func aRunThatWasSentJustBeforeTheEngineDiedIsNotSentAgain() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run(Self.every("rate(10m)"))
            bench.advance(seconds: 600)
            try await bench.reaches(.running, id)
            // As if the start had not been recorded.
            _ = try await bench.store.change(.keys([key(id)])) { record in
                var record = record
                record.state = .scheduled
                record.started = nil
                record.repeats = 0
                return record
            }
            let next = try await bench.restarted()
            next.runner.disk.end(key(id), .exited(code: 0))
            try await Self.passOneRun(next, id, seconds: 0, repeats: 1)
            #expect(next.runner.disk.starts.count == 1)
            await next.close()
        }
    }

    @Test func schedulesAreTakenUpByTheNextEngine() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(on: ["i-a", "i-b"], Self.every("rate(10m)"))
            let next = try await bench.restarted()
            next.advance(seconds: 600)
            try await eventually("both ran") { next.runner.disk.starts.count == 2 }
            try await Self.passOneRun(next, id, seconds: 0, repeats: 1)
            await next.close()
        }
    }

    @Test func aFullDiskDelaysWhatFollowsButLosesNothing() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run(Self.every("rate(10m)"))
            bench.advance(seconds: 600)
            try await bench.reaches(.running, id)
            try await bench.setFull(true)
            let output = String(repeating: "x", count: 24_000)
            bench.runner.disk.end(key(id), .exited(code: 0), output: output)
            try await bench.setFull(false)
            try await Self.passOneRun(bench, id, seconds: 0, repeats: 1)
            try await Self.passOneRun(bench, id, seconds: 600, repeats: 1)
        }
    }

    @Test func theNextRebootRunsItOnce() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(Self.mode(.nextRebootOnly))
            #expect(try await bench.result(id).state == .scheduled)
            bench.advance(seconds: 90_000)
            await bench.service.waitUntilLaunched()
            #expect(bench.runner.orders.isEmpty)
            bench.runner.disk.restart("i-a")
            let invocation = try await bench.ended(id)
            #expect(invocation.state == .success && invocation.results.map(\.repeats) == [1])
            bench.runner.disk.restart("i-a")
            await bench.service.waitUntilLaunched()
            #expect(bench.runner.disk.starts.count == 1)
        }
    }

    @Test func everyRebootRunsItOnceAlsoOverRestartsOfTheEngine() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(Self.mode(.everyReboot))
            bench.runner.disk.restart("i-a")
            try await Self.passOneRun(bench, id, seconds: 0, repeats: 1)
            let second = try await bench.restarted()
            await second.service.waitUntilLaunched()
            #expect(second.runner.disk.starts.count == 1)
            await second.close()
            second.runner.disk.restart("i-a")
            let third = try await second.restarted()
            try await Self.passOneRun(third, id, seconds: 0, repeats: 2)
            #expect(third.runner.disk.starts.count == 2)
            await third.close()
        }
    }

    @Test func aRunOfWhichNothingIsHeardLongAfterItsTimeoutIsTimedOut() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.ignoresStops)
            let id = try await bench.run { $0.run.timeoutSeconds = 30 }
            try await bench.reaches(.running, id)
            bench.advance(seconds: 91)
            try await eventually("it is told to end") { bench.runner.stops == [key(id)] }
            #expect(try await bench.result(id).state == .running)
            bench.advance(seconds: 61)
            let result = try #require(try await bench.ended(id).results.first)
            #expect(result.state == .timeout && result.errorCode == "ExecutionTimeout")
            #expect(result.finished == result.started?.adding(seconds: 30))
        }
    }
}

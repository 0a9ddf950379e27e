import Testing

@testable import CloudAssistant

/// ECS API, DescribeInvocationResults.
@Suite struct LifecycleTests {
    static let created = Timestamp(milliseconds: 1000)
    static let launchTime = Timestamp(milliseconds: 2000)
    static let stopTime = Timestamp(milliseconds: 3000)
    static let endTime = Timestamp(milliseconds: 4000)
    static let now = Timestamp(milliseconds: 5000)

    static func record(_ state: InvocationState) -> InvocationResult {
        var record = InvocationResult(
            invokeID: "t-1", instanceID: "i-1", state: state, created: created, updated: created)
        if state == .running || state == .stopping {
            record.started = launchTime
            record.repeats = 1
        }
        if state == .stopping { record.stopped = stopTime }
        return record
    }

    static func ended(_ ending: AttemptEnding, started: Timestamp? = launchTime) -> Lifecycle.Event {
        .ended(
            AttemptResult(
                ending: ending, started: started, finished: endTime, output: Array("tail".utf8), totalBytes: 10))
    }

    static let events: [(name: String, event: Lifecycle.Event)] = [
        ("launched", .launched), ("stop requested", .stopRequested), ("forbidden", .forbidden),
        ("rejected", .rejected(.commandNotApplicable, info: "no")), ("exit 0", ended(.exited(code: 0))),
        ("exit 3", ended(.exited(code: 3))), ("signal 9", ended(.signalled(9))), ("timeout", ended(.timedOut)),
        ("stopped", ended(.stopped)), ("interrupted", ended(.interrupted)),
    ]

    static func event(_ name: String) throws -> Lifecycle.Event {
        try #require(events.first { $0.name == name }).event
    }

    @Test(arguments: InvocationState.allCases.filter(\.isFinal), events.map(\.name))
    func finalStatesAbsorbEveryEvent(_ state: InvocationState, _ name: String) throws {
        #expect(Lifecycle.apply(try Self.event(name), to: Self.record(state), at: Self.now) == nil)
    }

    /// An empty cell is an event that changes nothing.
    static let table: [(state: InvocationState, event: String, becomes: InvocationState?)] = [
        (.pending, "launched", .running),
        (.pending, "stop requested", .pending),
        (.pending, "forbidden", .cancelled),
        (.scheduled, "forbidden", .cancelled),
        (.scheduled, "stop requested", .scheduled),
        (.pending, "rejected", .invalid),
        (.running, "launched", nil),
        (.running, "stop requested", .stopping),
        (.running, "forbidden", nil),
        (.running, "exit 0", .success),
        (.running, "exit 3", .failed),
        (.running, "signal 9", .failed),
        (.running, "timeout", .timeout),
        (.running, "stopped", .error),
        (.running, "interrupted", .error),
        (.stopping, "launched", nil),
        (.stopping, "stop requested", nil),
        (.stopping, "forbidden", nil),
        (.stopping, "exit 0", .success),
        (.stopping, "exit 3", .failed),
        (.stopping, "signal 9", .failed),
        (.stopping, "timeout", .timeout),
        (.stopping, "stopped", .terminated),
        (.stopping, "interrupted", .error),
    ]

    @Test(arguments: table) func eachEventDoesWhatTheTableSays(
        _ state: InvocationState, _ name: String, _ becomes: InvocationState?
    ) throws {
        let next = Lifecycle.apply(try Self.event(name), to: Self.record(state), at: Self.now)
        #expect(next?.result.state == becomes)
        if let next { #expect(next.result.updated == Self.now) }
    }

    @Test func aStopBeforeTheStartForbidsTheStart() throws {
        let asked = try #require(Lifecycle.apply(.stopRequested, to: Self.record(.pending), at: Self.stopTime))
        #expect(asked.action == .forbid)
        #expect(asked.result.stopped == Self.stopTime)
        let ended = try #require(Lifecycle.apply(.forbidden, to: asked.result, at: Self.endTime))
        #expect(ended.action == nil)
        #expect(ended.result.state == .cancelled)
        #expect(ended.result.started == nil)
        #expect(ended.result.finished == Self.endTime)
        #expect(ended.result.repeats == 0)
        #expect(ended.result.exitCode == nil)
    }

    @Test func aStopThatComesTooLateToForbidStops() throws {
        let asked = try #require(Lifecycle.apply(.stopRequested, to: Self.record(.pending), at: Self.stopTime))
        let launched = try #require(Lifecycle.apply(.launched, to: asked.result, at: Self.launchTime))
        #expect(launched.result.state == .stopping)
        let ended = try #require(Lifecycle.apply(Self.ended(.stopped), to: launched.result, at: Self.endTime))
        #expect(ended.result.state == .terminated)
    }

    @Test func aStopWhileRunningAsksTheRunnerOnce() throws {
        let asked = try #require(Lifecycle.apply(.stopRequested, to: Self.record(.running), at: Self.stopTime))
        #expect(asked.action == .stop)
        #expect(asked.result.stopped == Self.stopTime)
        #expect(Lifecycle.apply(.stopRequested, to: asked.result, at: Self.now) == nil)
        let ended = try #require(Lifecycle.apply(Self.ended(.stopped), to: asked.result, at: Self.endTime))
        #expect(ended.result.state == .terminated)
        #expect(ended.result.stopped == Self.stopTime)
        #expect(ended.result.errorCode == nil)
        #expect(ended.result.exitCode == nil)
    }

    @Test func aStopAskedForTwiceBeforeTheStartForbidsOnce() throws {
        let asked = try #require(Lifecycle.apply(.stopRequested, to: Self.record(.pending), at: Self.stopTime))
        #expect(Lifecycle.apply(.stopRequested, to: asked.result, at: Self.now) == nil)
    }

    @Test func aLaunchIsRemembered() throws {
        let launched = try #require(Lifecycle.apply(.launched, to: Self.record(.pending), at: Self.launchTime))
        #expect(launched.action == nil)
        #expect(launched.result.started == Self.launchTime)
        #expect(launched.result.repeats == 1)
        #expect(launched.result.finished == nil)
    }
}

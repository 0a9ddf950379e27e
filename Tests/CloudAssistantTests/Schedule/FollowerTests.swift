import Testing

@testable import CloudAssistant

/// What comes after a run of a timed invocation.
@Suite struct FollowerTests {
    private static let created = Timestamp(milliseconds: 1_800_000_000_000)
    private static func at(_ seconds: Int) -> Timestamp { created.adding(seconds: seconds) }

    /// Every so many seconds from the creation on, until a last time.
    private static func every(_ seconds: Int, until end: Int = .max) -> Timetable {
        .times { moment in
            let next = moment.seconds(since: created) / seconds * seconds + seconds
            return next <= end ? at(next) : nil
        }
    }

    private static func run(
        _ occurrence: Int, due: Int, from started: Int?, to finished: Int, _ state: InvocationState = .success,
        stopped: Timestamp? = nil
    ) -> InvocationResult {
        InvocationResult(
            invokeID: "t-1", instanceID: "i-a", occurrence: occurrence, state: state, exitCode: 0, output: [0x61],
            repeats: occurrence, created: created, started: started.map(at), finished: at(finished), stopped: stopped,
            updated: at(finished), due: at(due), bootID: "boot-1")
    }

    @Test func theNextRunWaitsForItsTime() throws {
        let next = Self.run(1, due: 600, from: 600, to: 605).followers(by: Self.every(600), at: Self.at(605))
        let only = try #require(next.first)
        #expect(next.count == 1)
        #expect(only.state == .scheduled && only.occurrence == 2 && only.due == Self.at(1200))
        #expect(only.repeats == 1 && only.started == nil && only.output.isEmpty && only.created == Self.created)
    }

    @Test func nothingFollowsTheLastTimeOrAStop() {
        let last = Self.run(2, due: 1200, from: 1200, to: 1201)
        #expect(last.followers(by: Self.every(600, until: 1200), at: Self.at(1201)).isEmpty)
        let stopped = Self.run(1, due: 600, from: 600, to: 601, .terminated, stopped: Self.at(601))
        #expect(stopped.followers(by: Self.every(600), at: Self.at(601)).isEmpty)
        #expect(Self.run(1, due: 0, from: 0, to: 1).followers(by: .once, at: Self.at(1)).isEmpty)
        #expect(Self.run(1, due: 0, from: 0, to: 1).followers(by: .nextReboot, at: Self.at(1)).isEmpty)
    }

    @Test func whatHasNotEndedHasNoFollower() {
        let running = Self.run(1, due: 600, from: 600, to: 601, .running)
        #expect(running.followers(by: Self.every(600), at: Self.at(9000)).isEmpty)
    }

    @Test func everyRebootWaitsForTheStartAfterTheOneItRanAt() throws {
        let next = Self.run(1, due: 0, from: 0, to: 1).followers(by: .everyReboot, at: Self.at(1))
        let only = try #require(next.first)
        #expect(next.count == 1 && only.due == nil && only.bootID == "boot-1" && only.state == .scheduled)
    }

    @Test func timesThatPassWhileARunGoesOnAreRecordedAsMissedTogether() throws {
        // Due at 60, ran until 200: 120 and 180 could not have a run.
        let next = Self.run(1, due: 60, from: 60, to: 200).followers(by: Self.every(60), at: Self.at(200))
        #expect(next.map(\.state) == [.aborted, .scheduled])
        #expect(next.map(\.occurrence) == [2, 3])
        #expect(next.first?.errorCode == "TaskConcurrencyLimit")
        #expect(next.first?.errorInfo.contains("missed 2 from 2027-01-15T08:02:00Z to 2027-01-15T08:03:00Z") == true)
        #expect(next.last?.due == Self.at(240))
        #expect(next.map(\.repeats) == [1, 1])
    }

    @Test func timesThatPassWhileNobodyWasThereAreRecordedAsMissedTogether() throws {
        let missed = Self.run(3, due: 600, from: nil, to: 4000, .aborted)
        let next = missed.followers(by: Self.every(600), at: Self.at(4000))
        #expect(next.map(\.state) == [.aborted, .scheduled])
        #expect(next.first?.errorCode == "DeliveryTimeout")
        #expect(next.first?.errorInfo.contains("missed 5 from") == true)
        #expect(next.last?.due == Self.at(4200))
    }

    /// Seconds after its time at which a run may still begin.
    @Test(arguments: [(60, true), (61, false)]) func aTimeIsGoodForAMinute(_ late: Int, _ runs: Bool) {
        let missed = Self.run(3, due: 600, from: nil, to: 700, .aborted)
        let next = missed.followers(by: Self.every(600), at: Self.at(1200 + late))
        #expect(next.map(\.state) == (runs ? [.scheduled] : [.aborted, .scheduled]))
        #expect(next.last?.due == Self.at(runs ? 1200 : 1800))
    }

    @Test func theLastTimeCanBeMissed() {
        let missed = Self.run(1, due: 600, from: nil, to: 9000, .aborted)
        let next = missed.followers(by: Self.every(600, until: 1200), at: Self.at(9000))
        #expect(next.map(\.state) == [.aborted])
    }

    @Test func manyMissedTimesAreNotCountedOneByOne() {
        let year = 365 * 86_400
        let missed = Self.run(1, due: 60, from: nil, to: year, .aborted)
        let next = missed.followers(by: Self.every(60), at: Self.at(year + 1))
        #expect(next.map(\.state) == [.aborted, .scheduled])
        #expect(next.first?.errorInfo.contains("missed more than 10000 from") == true)
        // The minute that is just beginning still runs.
        #expect(next.last?.due == Self.at(year))
    }

    @Test func whatWaitsShowsHowTheLastRunEnded() throws {
        let last = Self.run(1, due: 600, from: 600, to: 605, .failed)
        let next = try #require(last.followers(by: Self.every(600), at: Self.at(605)).first)
        let shown = next.showing(last)
        #expect(shown.state == .scheduled && shown.output == [0x61] && shown.exitCode == 0 && shown.repeats == 1)
        #expect(shown.started == Self.at(600) && shown.finished == Self.at(605))
        #expect(last.showing(nil) == last)
    }
}

extension Frequency {
    /// The first run after a moment; nil when there is none any more.
    ///
    /// `created` is when the task was made, from which rates count. `zone` is what ``rules(instance:named:)`` gave. Runs of
    /// `at` and cron lie on whole seconds and not after the year 2099.
    ///
    /// A wall time that the clocks show twice counts at its first time; one that they skip counts as if they had not been
    /// put forward, so later by the length of the gap. Two wall times of one instant are one run.
    public func nextRun(after moment: Timestamp, created: Timestamp, zone: ZoneRules) -> Timestamp? {
        switch self {
        case .rate(let seconds): return Self.nextRun(after: moment, created: created, every: seconds)
        case .at(let expression):
            let run = zone.instant(of: expression.wall)
            return run > moment.wholeSeconds ? Timestamp(second: run) : nil
        case .cron(let expression):
            return expression.nextRun(after: moment.wholeSeconds, zone: zone).map(Timestamp.init(second:))
        }
    }

    /// The next runs after a moment, in their order; fewer than `count` when no more are to come.
    public func runs(after moment: Timestamp, created: Timestamp, zone: ZoneRules, count: Int) -> [Timestamp] {
        var runs: [Timestamp] = []
        var last = moment
        while runs.count < count, let next = nextRun(after: last, created: created, zone: zone) {
            runs.append(next)
            last = next
        }
        return runs
    }

    /// The least distance of two neighbouring runs by the clocks on the wall, in seconds; nil when there is only one.
    public var minimumGap: Int? {
        switch self {
        case .rate(let seconds): seconds
        case .at: nil
        case .cron(let expression): expression.minimumGap
        }
    }

    private static func nextRun(after moment: Timestamp, created: Timestamp, every seconds: Int) -> Timestamp? {
        let (age, overflow) = moment.milliseconds.subtractingReportingOverflow(created.milliseconds)
        guard !overflow else { return moment < created ? created.adding(seconds: seconds) : nil }
        guard age >= 0 else { return created.adding(seconds: seconds) }
        let interval = Int64(seconds) * 1000
        let (next, tooLate) = created.milliseconds.addingReportingOverflow(age - age % interval)
        let (run, outside) = next.addingReportingOverflow(interval)
        return tooLate || outside ? nil : Timestamp(milliseconds: run)
    }
}

/// When an invocation runs on one instance, again and again or later than now.
public enum Timetable: Sendable {
    /// One time, now.
    case once
    /// At certain moments: the first one after a given moment, nil when there is none any more.
    case times(@Sendable (Timestamp) -> Timestamp?)
    /// One time, at the next start of the instance.
    case nextReboot
    /// At every start of the instance.
    case everyReboot

    /// How long after its moment a run may still begin, in seconds; one that could not begin by then is missed.
    public static let toleranceSeconds = 60
    /// So many missed runs are counted one by one.
    static let countedMisses = 10_000
}

extension InvocationResult {
    /// What follows a record that has ended: nothing when the timetable is over or a stop was asked for, else the record
    /// of the next run, and before it one for the runs that were missed meanwhile, if there are any.
    ///
    /// A run is missed when it could not begin within `toleranceSeconds`, because no service was there, or when its
    /// moment came while the run before was still going: runs on one instance never overlap. Missed runs are recorded
    /// together and never made up for.
    public func followers(by timetable: Timetable, at now: Timestamp) -> [InvocationResult] {
        guard state.isFinal, stopped == nil else { return [] }
        switch timetable {
        case .once, .nextReboot: return []
        case .everyReboot: return [follower(occurrence + 1, due: nil, at: now)]
        case .times(let next): return followers(next, at: now)
        }
    }

    private func followers(_ next: (Timestamp) -> Timestamp?, at now: Timestamp) -> [InvocationResult] {
        let missed = misses(next, at: now)
        let upcoming = next(missed?.last ?? due ?? created)
        guard let missed else { return upcoming.map { [follower(occurrence + 1, due: $0, at: now)] } ?? [] }
        let record = follower(occurrence + 1, due: missed.first, at: now).missing(missed, at: now)
        return [record] + (upcoming.map { [follower(occurrence + 2, due: $0, at: now)] } ?? [])
    }

    /// Which moments after this record's own cannot have a run of their own.
    private func misses(_ next: (Timestamp) -> Timestamp?, at now: Timestamp) -> Misses? {
        let lateBefore = now.adding(seconds: -Timetable.toleranceSeconds)
        let busyUntil = started == nil ? nil : finished
        func isMissed(_ moment: Timestamp) -> Bool { moment < lateBefore || busyUntil.map { moment < $0 } == true }
        var misses: Misses?
        var moment = next(due ?? created)
        while let missed = moment, isMissed(missed) {
            let count = (misses?.count ?? 0) + 1
            let overlaps = busyUntil.map { missed < $0 } == true && misses?.overlaps != false
            misses = Misses(first: misses?.first ?? missed, last: missed, count: count, overlaps: overlaps)
            guard count <= Timetable.countedMisses else {
                // Nobody needs to know how many more there were.
                let end = Timestamp(milliseconds: max(lateBefore, busyUntil ?? lateBefore).milliseconds - 1)
                misses?.last = max(missed, end)
                break
            }
            moment = next(missed)
        }
        return misses
    }

    private func follower(_ occurrence: Int, due: Timestamp?, at now: Timestamp) -> InvocationResult {
        InvocationResult(
            invokeID: invokeID, instanceID: instanceID, occurrence: occurrence, state: .scheduled, repeats: repeats,
            created: created, updated: now, due: due, bootID: bootID)
    }

    private func missing(_ misses: Misses, at now: Timestamp) -> InvocationResult {
        var record = self
        let code: ResultErrorCode = misses.overlaps ? .taskConcurrencyLimit : .deliveryTimeout
        record.state = code.state
        record.errorCode = code.rawValue
        record.errorInfo = "\(code.entry.info) (\(misses.text))"
        record.finished = now
        return record
    }

    /// This record as the latest state of its instance: what waits for its time still shows how the last run ended
    /// (ECS API, DescribeInvocations: the latest state of a periodic task).
    public func showing(_ last: InvocationResult?) -> InvocationResult {
        guard let last, started == nil, !state.isFinal || state == .cancelled else { return self }
        var shown = self
        shown.errorCode = last.errorCode
        shown.errorInfo = last.errorInfo
        shown.exitCode = last.exitCode
        shown.output = last.output
        shown.droppedBytes = last.droppedBytes
        shown.started = last.started
        shown.finished = last.finished ?? finished
        return shown
    }
}

/// Moments of a timetable that had no run.
private struct Misses {
    let first: Timestamp
    var last: Timestamp
    let count: Int
    /// All of them came while a run was still going.
    let overlaps: Bool

    var text: String {
        guard count > 1 else { return "missed \(first.wireText)" }
        let number = count > Timetable.countedMisses ? "more than \(Timetable.countedMisses)" : "\(count)"
        return "missed \(number) from \(first.wireText) to \(last.wireText)"
    }
}

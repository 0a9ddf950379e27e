import CloudAssistant
import Runners
import Store

/// Timed runs come from the scheduler. They are registered before their records are read, so that a stop which comes in
/// between finds them, or has been recorded by the time they are read.
extension Dispatcher {
    func register(_ keys: [AttemptKey]) {
        for key in keys where attempts[key] == nil {
            attempts[key] = DispatchedAttempt(stage: .queued, isRegistered: true)
        }
    }

    func unregister(_ keys: [AttemptKey]) {
        for key in keys where attempts[key]?.isRegistered == true { attempts[key] = nil }
    }

    /// Sends the runs that are due, and records those that cannot be sent or come too late. Returns those whose time was
    /// put off meanwhile.
    func carryOut(_ runs: [DueRun], registered keys: [AttemptKey]) -> [ScheduledRun] {
        let now = configuration.now()
        var putOff: [ScheduledRun] = []
        for run in runs where attempts[run.record.key]?.isRegistered == true {
            guard let scheduled = run.record.scheduledRun, let due = scheduled.due else { continue }
            guard due <= now else {
                putOff.append(scheduled)
                continue
            }
            attempts[scheduled.key]?.isRegistered = false
            attempts[scheduled.key]?.timetable = run.timetable
            carryOut(run, wasDue: due, at: now)
        }
        // What is left was stopped, or is due later.
        unregister(keys)
        pump()
        return putOff
    }

    private func carryOut(_ run: DueRun, wasDue due: Timestamp, at now: Timestamp) {
        let key = run.record.key
        guard now.seconds(since: due) <= Timetable.toleranceSeconds else {
            _ = forbid(key, as: .missed(due))
            return
        }
        switch run.order {
        case .success(let order):
            attempts[key]?.timeoutSeconds = order.timeoutSeconds
            if attempts[key]?.isToStop != true { enqueue(order) }
        case .failure(let rejection): end(key, .rejected(rejection))
        }
    }

    /// Gives the runs of an invocation other times to follow.
    func retime(_ id: InvokeID, _ timetable: (InstanceID) -> Timetable) {
        for key in attempts.keys where key.invokeID == id { attempts[key]?.timetable = timetable(key.instanceID) }
    }

    /// What comes after records that have ended, on their instances.
    func followers(of keys: some Sequence<AttemptKey>) -> @Sendable (InvocationResult) -> [InvocationResult] {
        let timetables = keys.reduce(into: [AttemptKey: Timetable]()) { $0[$1] = attempts[$1]?.timetable }
        let now = configuration.now()
        return { record in record.followers(by: timetables[record.key] ?? .once, at: now) }
    }

    /// Waits for the runs that came with a record, and tells listeners of them.
    func wait(for records: [InvocationResult]) async {
        let runs = records.compactMap(\.scheduledRun)
        guard !runs.isEmpty else { return }
        for run in runs { feed.send(.result(run.key, .scheduled)) }
        await onScheduled(runs)
    }
}

extension Lifecycle.Event {
    /// The moment of a timed run passed while nobody could carry it out.
    static func missed(_ due: Timestamp) -> Self {
        .rejected(Rejection(code: .deliveryTimeout, detail: "missed \(due.wireText)"))
    }
}

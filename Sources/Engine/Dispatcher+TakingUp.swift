import CloudAssistant
import Runners

/// An attempt that an earlier engine left open, with what it would be sent as now.
struct LeftAttempt {
    let record: InvocationResult
    let order: Result<AttemptOrder, Rejection>
    var timetable = Timetable.once
    var timeoutSeconds: Int?
}

extension Dispatcher {
    /// Takes up every attempt that an earlier engine left open. What has ended meanwhile is recorded on return, so that
    /// the first call after a start already tells it.
    func takeUp(_ left: [LeftAttempt]) async {
        for attempt in left {
            let isToStop = attempt.record.stopped != nil
            attempts[attempt.record.key] = DispatchedAttempt(
                stage: .queued, timetable: attempt.timetable, timeoutSeconds: attempt.timeoutSeconds,
                isToStop: isToStop)
        }
        var unsent: [LeftAttempt] = []
        for attempt in left where !follow(attempt) { unsent.append(attempt) }
        // What runs has its place, and what has ended is told, before anything is launched or forbidden.
        await waitUntilRecorded()
        let tries = unsent.compactMap(takeUpUnclaimed)
        sweep()
        pump()
        // A few can be told by the first answer as well; thousands would hold it up.
        guard tries.count <= configuration.forbidsBeforeOpening else { return }
        for first in tries { await first.value }
        await waitUntilRecorded()
    }

    /// Goes on with an attempt that was sent, or that nothing can be said of yet; false when it was not sent.
    private func follow(_ left: LeftAttempt) -> Bool {
        let key = left.record.key
        switch runner.observe(key) {
        case .running: adopt(key)
        case .ended(let result): end(key, .ended(result))
        case .unknown: takeUpLater(left)
        case .unclaimed where left.record.state == .running || left.record.state == .stopping:
            // It ran once, and what it left is gone: it must never run again.
            end(key, .ended(.lost(since: left.record.started, at: configuration.now())))
        case .unclaimed: return false
        }
        return true
    }

    private func takeUpLater(_ left: LeftAttempt) {
        leaveUndecided(left.record.key)
        Task {
            try? await Task.sleep(for: configuration.retryDelay)
            // A stop may have decided it meanwhile, or be about to.
            guard !isOver, let attempt = attempts[left.record.key], attempt.stage == .queued, attempt.toForbid == nil
            else { return }
            attempts[left.record.key]?.isUndecided = false
            if !follow(left) { takeUpUnclaimed(left) }
            pump()
        }
    }

    /// Sends an attempt that was not sent, or forbids it; what it returns ends with the first try to forbid.
    @discardableResult private func takeUpUnclaimed(_ left: LeftAttempt) -> Task<Void, Never>? {
        let key = left.record.key
        if attempts[key]?.isToStop == true { return forbid(key, as: .forbidden) }
        let wanted = left.record.due ?? left.record.created
        guard configuration.now().seconds(since: wanted) <= configuration.deliverySeconds else {
            return forbid(key, as: left.record.due.map { .missed($0) } ?? .rejected(Rejection(code: .deliveryTimeout)))
        }
        switch left.order {
        case .success(let order): enqueue(order)
        case .failure(let rejection): return forbid(key, as: .rejected(rejection))
        }
        return nil
    }

    /// Removes what the runner keeps for attempts that were recorded just before an earlier engine died.
    private func sweep() {
        for key in runner.known() where attempts[key] == nil { release(key) }
    }
}

extension AttemptResult {
    /// An attempt of which only its record is left.
    fileprivate static func lost(since started: Timestamp?, at now: Timestamp) -> AttemptResult {
        AttemptResult(ending: .interrupted, started: started, finished: now, output: [], totalBytes: 0)
    }
}

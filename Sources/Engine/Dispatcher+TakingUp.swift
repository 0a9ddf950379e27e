import CloudAssistant
import Runners

/// An attempt that an earlier engine left open, with what it would be sent as now.
struct LeftAttempt {
    let record: InvocationResult
    let order: Result<AttemptOrder, Rejection>
}

extension Dispatcher {
    /// Takes up every attempt that an earlier engine left open. What has ended meanwhile is recorded on return, so that
    /// the first call after a start already tells it.
    func takeUp(_ left: [LeftAttempt]) async {
        for attempt in left {
            let isToStop = attempt.record.stopped != nil
            attempts[attempt.record.key] = DispatchedAttempt(stage: .queued, isToStop: isToStop)
        }
        let observed = left.map { (attempt: $0, observation: runner.observe($0.record.key)) }
        // What runs has its place before anything is launched.
        for (attempt, observation) in observed where observation == .running { adopt(attempt.record.key) }
        for (attempt, observation) in observed { takeUp(attempt, observation) }
        sweep()
        pump()
        await waitUntilRecorded()
    }

    private func takeUp(_ left: LeftAttempt, _ observation: Observation) {
        let key = left.record.key
        switch observation {
        case .running, .unknown: break
        case .ended(let result): end(key, .ended(result))
        case .unclaimed where left.record.state == .running || left.record.state == .stopping:
            // It ran once, and what it left is gone: it must never run again.
            end(key, .ended(.lost(since: left.record.started, at: configuration.now())))
        case .unclaimed: takeUpUnclaimed(left)
        }
    }

    private func takeUpUnclaimed(_ left: LeftAttempt) {
        let key = left.record.key
        let age = configuration.now().seconds(since: left.record.created)
        if attempts[key]?.isToStop == true {
            forbid(key, as: .forbidden)
        } else if age > configuration.deliverySeconds {
            forbid(key, as: .rejected(Rejection(code: .deliveryTimeout)))
        } else {
            switch left.order {
            case .success(let order): enqueue(order)
            case .failure(let rejection): forbid(key, as: .rejected(rejection))
            }
        }
    }

    /// Removes what the runner keeps for attempts that were recorded just before an earlier engine died.
    private func sweep() {
        for key in runner.known() where attempts[key] == nil { runner.forget(key) }
    }
}

extension AttemptResult {
    /// An attempt of which only its record is left.
    fileprivate static func lost(since started: Timestamp?, at now: Timestamp) -> AttemptResult {
        AttemptResult(ending: .interrupted, started: started, finished: now, output: [], totalBytes: 0)
    }
}

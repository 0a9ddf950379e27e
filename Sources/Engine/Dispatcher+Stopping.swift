import CloudAssistant
import Logging
import Runners
import Store

extension Dispatcher {
    /// Stops what is open of an invocation, on some instances or on all (nil). The wish is durable on return.
    ///
    /// What is to stop already is told again, as the first time may have got lost.
    func stop(_ invokeID: InvokeID, on instances: Set<InstanceID>?, audit: AuditLine) async throws(StoreError) {
        let now = configuration.now()
        let toStop = try await store.change(.invocation(invokeID, on: instances), audit: audit) { record in
            Lifecycle.apply(.stopRequested, to: record, at: now)?.result ?? (record.stopped == nil ? nil : record)
        }
        for record in toStop { carryOutStop(record) }
        pump()
    }

    private func carryOutStop(_ record: InvocationResult) {
        let key = record.key
        // A timed run that nobody has sent yet.
        if record.state == .scheduled, attempts[key] == nil { attempts[key] = DispatchedAttempt(stage: .queued) }
        attempts[key]?.isRegistered = false
        guard let attempt = attempts[key] else {
            // Accepted a moment ago and not submitted yet.
            earlyStops.insert(key)
            return feed.send(.result(key, record.state))
        }
        // One that has ended meanwhile is recorded as it ended.
        guard attempt.stage != .ended else { return }
        attempts[key]?.isToStop = true
        tell(record)
        // What the record calls pending may run already, unannounced: then forbidding fails and it is stopped.
        if record.state == .stopping { runner.stop(key) } else { forbid(key, as: .forbidden) }
    }
}

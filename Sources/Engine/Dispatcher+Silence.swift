import CloudAssistant
import Logging
import Runners

/// A runner ends what runs longer than its time-out, and tells. When nothing is heard long after that, because the runner
/// hangs or what it wrote is lost, the attempt is ended here: an operator must not wait for ever.
extension Dispatcher {
    /// Looks after what runs from time to time while anything does.
    func watchSilence() {
        guard !isWatchingSilence else { return }
        isWatchingSilence = true
        Task {
            while !isOver, attempts.values.contains(where: { $0.stage == .running }) {
                await configuration.pause(configuration.clockCheck)
                for key in silent { lookAfter(key) }
            }
            isWatchingSilence = false
        }
    }

    private var silent: [AttemptKey] {
        let now = configuration.elapsed()
        return attempts.filter { _, attempt in
            guard attempt.stage == .running, let heardOf = attempt.heardOf, let timeout = attempt.timeoutSeconds else {
                return false
            }
            let patience = configuration.silenceSeconds + (attempt.isOverdue ? 0 : timeout)
            return now - heardOf > .seconds(patience)
        }.map(\.key)
    }

    private func lookAfter(_ key: AttemptKey) {
        guard let attempt = attempts[key], let timeout = attempt.timeoutSeconds else { return }
        if case .ended(let result) = runner.observe(key) { return end(key, .ended(result)) }
        guard attempt.isOverdue else {
            attempts[key]?.isOverdue = true
            attempts[key]?.heardOf = configuration.elapsed()
            return runner.stop(key)
        }
        log.error("nothing was heard of an attempt", metadata: ["attempt": "\(key)"])
        end(key, .overdue(timeoutSeconds: timeout))
    }
}

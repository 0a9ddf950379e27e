import CloudAssistant
import Logging
import Runners

/// Nothing is recorded as never run before it is forbidden: until then a supervisor may have it.
extension Dispatcher {
    /// Keeps an attempt from ever starting and ends it so; one that was claimed already is watched, and stopped if that
    /// was asked for. Does nothing when that is at work already.
    func forbid(_ key: AttemptKey, as event: Lifecycle.Event) {
        guard let attempt = attempts[key], attempt.stage != .ended, attempt.toForbid == nil else { return }
        attempts[key]?.toForbid = event
        tryToForbid(key)
    }

    private func tryToForbid(_ key: AttemptKey) {
        guard let attempt = attempts[key], attempt.stage != .ended, let event = attempt.toForbid else { return }
        do {
            let isForbidden = try runner.forbid(key)
            attempts[key]?.toForbid = nil
            attempts[key]?.isUndecided = false
            if isForbidden { return end(key, attempt.isToStop ? .forbidden : event) }
        } catch {
            log.error("forbidding failed", metadata: ["attempt": "\(key)", "error": "\(error.detail)"])
            attempts[key]?.isUndecided = true
            wakeIfLaunched()
            return tryAgainToForbid(key)
        }
        if attempt.stage != .running, !attempt.hasOpenLaunch {
            adopt(key)
        } else if attempt.isToStop {
            runner.stop(key)
        }
    }

    private func tryAgainToForbid(_ key: AttemptKey) {
        Task {
            try? await Task.sleep(for: configuration.retryDelay)
            guard !isOver else { return }
            tryToForbid(key)
        }
    }
}

import CloudAssistant
import Logging
import Runners

/// Nothing is recorded as never run before it is forbidden: until then a supervisor may have it.
extension Dispatcher {
    /// Keeps an attempt from ever starting and ends it so; one that was claimed already is watched, and stopped if that
    /// was asked for. Does nothing when that is at work already. What it returns ends with the first try.
    @discardableResult func forbid(_ key: AttemptKey, as event: Lifecycle.Event) -> Task<Void, Never>? {
        guard let attempt = attempts[key], attempt.stage != .ended, attempt.toForbid == nil else { return nil }
        attempts[key]?.toForbid = event
        return Task { await tryToForbid(key) }
    }

    private func tryToForbid(_ key: AttemptKey) async {
        guard !isOver else { return }
        let outcome = await forbidder.forbid(key)
        // It may have ended meanwhile.
        guard let attempt = attempts[key], attempt.stage != .ended, let event = attempt.toForbid else { return }
        switch outcome {
        case .success(true): return end(key, attempt.isToStop ? .forbidden : event)
        case .success(false): wasClaimed(key)
        case .failure(let error):
            log.error("forbidding failed", metadata: ["attempt": "\(key)", "error": "\(error.detail)"])
            attempts[key]?.isUndecided = true
            tryAgainToForbid(key)
        }
        wakeIfLaunched()
    }

    private func wasClaimed(_ key: AttemptKey) {
        attempts[key]?.toForbid = nil
        attempts[key]?.isUndecided = false
        guard let attempt = attempts[key] else { return }
        if attempt.stage != .running, !attempt.hasOpenLaunch {
            adopt(key)
        } else if attempt.isToStop {
            runner.stop(key)
        }
    }

    private func tryAgainToForbid(_ key: AttemptKey) {
        Task {
            try? await Task.sleep(for: configuration.retryDelay)
            await tryToForbid(key)
        }
    }
}

import CloudAssistant
import Runners

/// A runner notices when a supervisor dies without an answer, but its spawner can also be stopped, or hang on a disk. Nobody
/// may wait for such an answer for ever. What the runner keeps of the attempt stays until the next engine clears it up.
extension Dispatcher {
    /// Looks after launches from time to time while there are any without an answer.
    func watchLaunches() {
        guard !isWatchingLaunches else { return }
        isWatchingLaunches = true
        Task {
            while !isOver, !unanswered.isEmpty {
                try? await Task.sleep(for: configuration.launchCheck)
                for key in unanswered { lookAfterLaunch(key) }
            }
            isWatchingLaunches = false
        }
    }

    private var unanswered: [AttemptKey] {
        attempts.filter { $0.value.stage == .launching && $0.value.hasOpenLaunch }.map(\.key)
    }

    private func lookAfterLaunch(_ key: AttemptKey) {
        guard let asked = attempts[key]?.askedToLaunch else { return }
        // What is claimed is followed by its claim; what is not may still come, but not for ever.
        switch runner.observe(key) {
        case .unknown: break
        case .running, .ended: adopt(key)
        case .unclaimed:
            if configuration.elapsed() - asked > .seconds(configuration.deliverySeconds) {
                forbid(key, as: .rejected(Rejection(code: .deliveryTimeout)))
            }
        }
    }
}

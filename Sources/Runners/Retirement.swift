import CloudAssistant
import Synchronization

/// Attempts whose end is recorded, on their way to the ended ones.
final class Retirement: Sendable {
    /// Milliseconds after which it is looked again whether a supervisor is gone.
    static let retryMilliseconds: Int32 = 100
    /// So many ended attempts come together before it is looked whether there are too many.
    private static let pruneInterval = 500

    private struct State {
        var waiting: [AttemptKey] = []
        /// How many came since it was last looked; at the beginning it is time to look.
        var unpruned = pruneInterval
    }

    private let attempts: String
    private let limits: EndedAttempts.Limits
    private let state = Mutex(State())

    init(_ attempts: String, _ limits: EndedAttempts.Limits) {
        self.attempts = attempts
        self.limits = limits
    }

    func add(_ key: AttemptKey) { state.withLock { $0.waiting.append(key) } }

    /// Puts away what waits; false when something could not be put away yet, so that this has to be tried again.
    func work() -> Bool {
        let keys = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        let alive = keys.filter { !AttemptFiles($0, in: attempts).retire() }
        let isPruning = state.withLock { state in
            state.waiting += alive
            state.unpruned += keys.count - alive.count
            guard state.unpruned >= Self.pruneInterval else { return false }
            state.unpruned = 0
            return true
        }
        if isPruning { EndedAttempts(in: attempts).prune(limits, at: WallClock.now()) }
        return alive.isEmpty
    }
}

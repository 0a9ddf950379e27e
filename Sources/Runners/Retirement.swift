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
        /// What is to be taken out of what is kept of those that wait or are being put away.
        var hiding: [AttemptKey: Concealment] = [:]
        /// How many came since it was last looked; at the beginning it is time to look.
        var unpruned = pruneInterval
    }

    private let attempts: String
    private let limits: EndedAttempts.Limits
    private let state = Mutex(State())
    /// Held by whoever puts things away: who closes waits for it, so that nothing is left half done.
    private let turn = Mutex<Void>(())

    init(_ attempts: String, _ limits: EndedAttempts.Limits) {
        self.attempts = attempts
        self.limits = limits
    }

    func add(_ key: AttemptKey, hiding concealment: Concealment? = nil) {
        state.withLock { state in
            state.waiting.append(key)
            if let concealment { state.hiding[key] = concealment }
        }
    }

    /// True while what is kept of an attempt may hold what is to be taken out of it.
    func isHiding(_ key: AttemptKey) -> Bool { state.withLock { $0.hiding[key] != nil } }

    /// Puts away what waits; false when something could not be put away yet, so that this has to be tried again.
    func work() -> Bool { turn.withLock { _ in workInTurn() } }

    private func workInTurn() -> Bool {
        let (keys, hiding) = state.withLock { state in
            defer { state.waiting = [] }
            return (state.waiting, state.hiding)
        }
        let alive = keys.filter { key in
            guard AttemptFiles(key, in: attempts).retire(hiding: hiding[key]) else { return true }
            if hiding[key] != nil { state.withLock { _ = $0.hiding.removeValue(forKey: key) } }
            return false
        }
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

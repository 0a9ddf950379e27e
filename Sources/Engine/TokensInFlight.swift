import Synchronization

/// Client tokens whose first call has not been answered yet: a twin is told to wait (`IdempotentProcessing`).
final class TokensInFlight: Sendable {
    private let tokens = Mutex<Set<String>>([])

    func enter(_ token: String) -> Bool { tokens.withLock { $0.insert(token).inserted } }

    func leave(_ token: String) { tokens.withLock { _ = $0.remove(token) } }
}

import CloudAssistant
import Synchronization

/// Tells every listener what changed; one that does not keep up is told that it missed something.
final class ChangeFeed: Sendable {
    private struct Listeners {
        var next = 0
        var continuations: [Int: AsyncStream<Change>.Continuation] = [:]
        var isFinished = false
    }

    private static let capacity = 4096
    private let listeners = Mutex(Listeners())

    func stream() -> AsyncStream<Change> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Change.self, bufferingPolicy: .bufferingNewest(Self.capacity))
        let number = listeners.withLock { listeners -> Int? in
            guard !listeners.isFinished else { return nil }
            listeners.next += 1
            listeners.continuations[listeners.next] = continuation
            return listeners.next
        }
        guard let number else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            self?.listeners.withLock { _ = $0.continuations.removeValue(forKey: number) }
        }
        return stream
    }

    func send(_ change: Change) {
        let continuations = listeners.withLock { Array($0.continuations.values) }
        for continuation in continuations {
            if case .dropped = continuation.yield(change) { continuation.yield(.missed) }
        }
    }

    func finish() {
        let continuations = listeners.withLock { listeners in
            listeners.isFinished = true
            defer { listeners.continuations = [:] }
            return Array(listeners.continuations.values)
        }
        for continuation in continuations { continuation.finish() }
    }
}

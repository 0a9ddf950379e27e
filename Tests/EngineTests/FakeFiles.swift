import CloudAssistant
import Synchronization

/// What a fake runner does with files.
final class FakeFiles: Sendable {
    private struct State {
        var ending: @Sendable (FileOrder) -> FileEnding = { _ in .written }
        var orders: [FileOrder] = []
        var isHeld = false
    }

    /// Deliveries of engines that were killed: nobody answers them any more.
    private static let unanswered = Mutex<[CheckedContinuation<Void, Never>]>([])
    private let state = Mutex(State())

    var orders: [FileOrder] { state.withLock { $0.orders } }

    func end(_ ending: @escaping @Sendable (FileOrder) -> FileEnding) { state.withLock { $0.ending = ending } }
    /// From now on no delivery ends, as when the engine is killed meanwhile.
    func hold() { state.withLock { $0.isHeld = true } }

    func deliver(_ order: FileOrder) async -> FileEnding {
        let (ending, isHeld) = state.withLock { state in
            state.orders.append(order)
            return (state.ending(order), state.isHeld)
        }
        if isHeld {
            await withCheckedContinuation { continuation in Self.unanswered.withLock { $0.append(continuation) } }
        }
        return ending
    }
}

import CPlatform
import Glibc

/// Wakes the terminal's thread from any other.
public final class Waker: Sendable {
    let descriptor: Int32

    init?() {
        descriptor = platform_eventfd()
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Makes `Terminal.nextEvent` return `.woken`, now or at its next call.
    public func wake() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, 8)
    }

    func hear() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, 8)
    }
}

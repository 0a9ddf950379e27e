import Dispatch
import Glibc

/// The first Ctrl-C while something waits; another one ends the process at once.
struct Interrupt {
    /// One element at the first Ctrl-C.
    let signals: AsyncStream<Void>
    private let source: any DispatchSourceSignal

    init() {
        let (signals, sender) = AsyncStream.makeStream(of: Void.self)
        self.signals = signals
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        // A handler, where one that ignores would be passed on to the scripts.
        signal(SIGINT) { _ in }
        source.setEventHandler {
            signal(SIGINT, SIG_DFL)
            sender.yield()
        }
        source.activate()
    }

    /// Ctrl-C ends the process again.
    func forget() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}

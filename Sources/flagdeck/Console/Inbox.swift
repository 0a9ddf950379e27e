import Console
import Synchronization
import Terminal

/// Events for the terminal's thread from everybody else.
final class Inbox: Sendable {
    private struct Contents {
        var events: [Event] = []
        var isClosed = false
        var waker: Waker?
    }

    private let contents = Mutex(Contents())

    func put(_ event: Event) {
        let waker = contents.withLock { contents in
            contents.events.append(event)
            return contents.waker
        }
        waker?.wake()
    }

    /// Ends the console: the service is not to be had.
    func close() {
        let waker = contents.withLock { contents in
            contents.isClosed = true
            return contents.waker
        }
        waker?.wake()
    }

    /// From now on events wake the terminal; those that are there already wake it at once.
    func connect(_ waker: Waker) {
        contents.withLock { $0.waker = waker }
        waker.wake()
    }

    /// The events since the last time.
    func take() -> (events: [Event], isClosed: Bool) {
        contents.withLock { contents in
            defer { contents.events = [] }
            return (contents.events, contents.isClosed)
        }
    }
}

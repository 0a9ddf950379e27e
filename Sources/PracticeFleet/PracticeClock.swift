public import CloudAssistant
import Glibc
import Synchronization

/// The time of simulated scripts.
public protocol PracticeClock: Sendable {
    /// The present moment.
    func now() -> Timestamp
    /// Does something once so much time has passed.
    func wake(after duration: Duration, _ work: @escaping @Sendable () -> Void)
}

/// The machine's own time.
public struct MachineClock: PracticeClock {
    /// There is only one.
    public init() {}

    /// The present moment.
    public func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Does something once so much time has passed.
    public func wake(after duration: Duration, _ work: @escaping @Sendable () -> Void) {
        Task {
            try? await Task.sleep(for: duration)
            work()
        }
    }
}

/// A clock that stands until it is set: simulated hours pass in no time.
public final class HandClock: PracticeClock {
    private struct State {
        var now: Timestamp
        var number = 0
        var waiting: [(due: Timestamp, number: Int, work: @Sendable () -> Void)] = []
    }

    private let state: Mutex<State>

    /// A clock that stands at a moment.
    public init(_ now: Timestamp) { state = Mutex(State(now: now)) }

    /// Where it stands.
    public func now() -> Timestamp { state.withLock { $0.now } }

    /// Does something when it is set so far.
    public func wake(after duration: Duration, _ work: @escaping @Sendable () -> Void) {
        state.withLock { state in
            state.number += 1
            state.waiting.append((state.now.adding(duration), state.number, work))
        }
    }

    /// Lets so much time pass: what is due meanwhile is done in its order, each with the clock at its moment.
    public func advance(_ duration: Duration) {
        let end = now().adding(duration)
        while let work = next(until: end) { work() }
        state.withLock { $0.now = max($0.now, end) }
    }

    private func next(until end: Timestamp) -> (@Sendable () -> Void)? {
        state.withLock { state in
            let due = state.waiting.indices.filter { state.waiting[$0].due <= end }.min {
                (state.waiting[$0].due, state.waiting[$0].number) < (state.waiting[$1].due, state.waiting[$1].number)
            }
            guard let due else { return nil }
            let item = state.waiting.remove(at: due)
            state.now = max(state.now, item.due)
            return item.work
        }
    }
}

extension Duration {
    /// Whole milliseconds, rounded up, so that nothing is looked at before its time.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        return whole.addingReportingOverflow((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000).partialValue
    }
}

extension Timestamp {
    /// This moment moved; stays at the last representable one when it would leave the range.
    func adding(_ duration: Duration) -> Timestamp {
        let (sum, overflow) = milliseconds.addingReportingOverflow(duration.milliseconds)
        return overflow ? Timestamp(milliseconds: .max) : Timestamp(milliseconds: sum)
    }
}

public import CloudAssistant
import Glibc
public import Runners
import Synchronization

/// A runner that starts nothing: what scripts do is made up by directives in their text, or by a seed.
///
/// Everything else is as with real ones: attempts are claimed once, kept to their timeout, stopped, lost.
public final class PracticeRunner: Runner {
    private struct State {
        /// Attempts whose end is to be told.
        var watched: Set<AttemptKey> = []
        /// Launches that never get an answer.
        var silent: [CheckedContinuation<Void, Never>] = []
        var isClosed = false
    }

    private let seed: UInt64
    private let clock: any PracticeClock
    private let claims: PracticeClaims
    private let state = Mutex(State())
    /// The files that instances were given, by instance and path.
    let files = Mutex<[String: FileForm]>([:])
    private let ends: AsyncStream<(AttemptKey, AttemptResult)>.Continuation
    /// The ends of attempts that were launched or adopted here, each once.
    public let endings: AsyncStream<(AttemptKey, AttemptResult)>

    /// A runner whose scripts follow a seed and a clock; what it starts is kept in `claims`.
    public init(
        seed: UInt64 = PracticeFleet.standardSeed, clock: any PracticeClock = MachineClock(),
        claims: PracticeClaims = PracticeClaims()
    ) {
        self.seed = seed
        self.clock = clock
        self.claims = claims
        (endings, ends) = AsyncStream.makeStream(of: (AttemptKey, AttemptResult).self)
    }

    /// Starts an attempt unless somebody claimed it before. An answer that is to get lost is the only error after which
    /// the attempt runs.
    public func launch(_ order: AttemptOrder) async throws(RunnerError) -> Launch {
        guard !state.withLock({ $0.isClosed }) else { throw .closed }
        let play = PracticePlay(order, seed: seed)
        guard play.answer != .refused else {
            guard try claims.forbid(order.key) else { return .alreadyClaimed }
            throw .noSupervisor(path: "practice", errno: EHOSTUNREACH)
        }
        let claim = PracticeClaim(
            started: clock.now(), play: play, timeoutSeconds: order.timeoutSeconds,
            terminationMode: order.terminationMode)
        guard try claims.claim(order.key, claim) else { return .alreadyClaimed }
        switch play.answer {
        case .given, .refused: break
        case .lost: throw .notClaimed(errno: EIO)
        case .never:
            await untilClosed()
            throw .closed
        }
        adopt(order.key)
        return .claimed
    }

    private func untilClosed() async {
        await withCheckedContinuation { continuation in
            let isClosed = state.withLock { state in
                if !state.isClosed { state.silent.append(continuation) }
                return state.isClosed
            }
            if isClosed { continuation.resume() }
        }
    }

    /// Where an attempt stands now.
    public func observe(_ key: AttemptKey) -> Observation {
        guard case .claimed(let claim) = claims.entry(key) else { return .unclaimed }
        return claim.standing(at: clock.now())
    }

    /// Claims an attempt so that it can never start; false when it was claimed to be run already.
    public func forbid(_ key: AttemptKey) throws(RunnerError) -> Bool { try claims.forbid(key) }

    /// Ends a running attempt; has no effect on any other.
    public func stop(_ key: AttemptKey) {
        guard observe(key) == .running else { return }
        claims.stop(key, at: clock.now())
        look(key)
    }

    /// Watches an attempt that runs or has ended already.
    public func adopt(_ key: AttemptKey) {
        guard case .claimed = claims.entry(key) else { return }
        state.withLock { state in
            if !state.isClosed { state.watched.insert(key) }
        }
        look(key)
    }

    /// Tells of the end of an attempt, or looks again when it is due.
    private func look(_ key: AttemptKey) {
        guard case .claimed(let claim) = claims.entry(key) else { return }
        let now = clock.now()
        if case .ended(let result) = claim.standing(at: now) {
            let isWatched = state.withLock { $0.watched.remove(key) != nil }
            if isWatched { ends.yield((key, result)) }
        } else if state.withLock({ $0.watched.contains(key) }) {
            clock.wake(after: max(claim.remaining(at: now), .milliseconds(1))) { [weak self] in self?.look(key) }
        }
    }

    /// What an attempt has written so far, at most the last `limit` bytes.
    public func liveOutput(_ key: AttemptKey, limit: Int) -> (bytes: [UInt8], total: Int64) {
        guard case .claimed(let claim) = claims.entry(key) else { return ([], 0) }
        let output = claim.output(until: clock.now())
        return (Array(output.suffix(max(0, limit))), Int64(output.count))
    }

    /// Always nil: no more is kept of an output than its result holds.
    public func spool(_ key: AttemptKey) -> String? { nil }

    /// Lets go of an attempt whose end is recorded; it still cannot start again.
    public func forget(_ key: AttemptKey) { claims.forget(key) }

    /// The attempts that something is kept of.
    public func known() -> [AttemptKey] { claims.keys }

    /// Tells of nothing any more; scripts go on.
    public func close() {
        let silent = state.withLock { state in
            state.isClosed = true
            state.watched = []
            defer { state.silent = [] }
            return state.silent
        }
        for launch in silent { launch.resume() }
        ends.finish()
    }

    /// What would keep an order from starting.
    public func examine(_ order: AttemptOrder) -> StartFailure? {
        guard case .fails(let reason) = PracticePlay(order, seed: seed).end else { return nil }
        return StartFailure(reason: reason, subject: "practice", errno: 0)
    }

    /// Always the same: simulated instances do not restart.
    public func bootID(of instance: InstanceID) -> String? { "practice" }

    /// The attempts that left a process which runs now.
    public func leftProcesses() -> [AttemptKey] {
        let now = clock.now()
        return claims.claims.filter { $0.value.hasChild(at: now) }.map(\.key)
    }
}

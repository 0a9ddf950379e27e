import CloudAssistant
import Glibc
import Runners
import Synchronization

/// What is left of attempts when a service dies: claims and results, shared by the runners of several engines.
final class FakeDisk: Sendable {
    enum Claim: Equatable {
        case forbidden
        case running
        case ended(AttemptResult)
    }

    struct State {
        var claims: [AttemptKey: Claim] = [:]
        /// Every start of a script, twice if it ever happens twice.
        var starts: [AttemptKey] = []
        /// How often instances have restarted.
        var boots: [InstanceID: Int] = [:]
        /// Runners that watch an attempt.
        var watchers: [AttemptKey: [FakeRunner]] = [:]
    }

    let state = Mutex(State())

    var starts: [AttemptKey] { state.withLock { $0.starts } }

    /// An instance restarts: what runs there dies.
    func restart(_ instance: InstanceID) { state.withLock { $0.boots[instance, default: 0] += 1 } }

    func claim(_ key: AttemptKey) -> Claim? { state.withLock { $0.claims[key] } }

    func set(_ claim: Claim?, for key: AttemptKey) { state.withLock { $0.claims[key] = claim } }

    /// Ends a running attempt and tells those who watch it; has no effect on any other.
    func end(
        _ key: AttemptKey, _ ending: AttemptEnding, output: String = "",
        at times: (from: Timestamp, to: Timestamp) = (EngineBench.startOfRuns, EngineBench.endOfRuns)
    ) {
        let bytes = Array(output.utf8)
        var started: Timestamp? = times.from
        if case .startFailed = ending { started = nil }
        let result = AttemptResult(
            ending: ending, started: started, finished: times.to, output: bytes,
            totalBytes: Int64(bytes.count))
        let watchers = state.withLock { state -> [FakeRunner] in
            guard state.claims[key] == .running else { return [] }
            state.claims[key] = .ended(result)
            return state.watchers.removeValue(forKey: key) ?? []
        }
        for runner in watchers { runner.report(key, result) }
    }
}

/// A runner without processes, with knobs for what its scripts do and what goes wrong.
final class FakeRunner: Runner {
    /// What a script does when it is launched.
    enum Play: Sendable {
        /// Ends at once.
        case ends(AttemptEnding, output: String = "")
        /// Runs until it is told to end, or is stopped.
        case runs
        /// Runs until it is told to end and ignores stops.
        case ignoresStops
        /// Cannot be launched.
        case fails(RunnerError)
        /// Runs, but the launch is reported as failed, as when the answer is lost.
        case runsUnknown(RunnerError)
        /// Is claimed and dies before it can answer.
        case dies
    }

    private struct State {
        var play: @Sendable (AttemptOrder) -> Play = { _ in .ends(.exited(code: 0)) }
        var orders: [AttemptOrder] = []
        var isHeld = false
        var isClosed = false
        var held: [CheckedContinuation<Void, Never>] = []
        var forbidFailures = 0
        var forbidTries = 0
        var lostStops = 0
        var looks = 0
        var isBlind = false
        var isForbiddingHeld = false
        var forbidsAtOnce = 0
        var mostForbidsAtOnce = 0
        var stubborn: Set<AttemptKey> = []
        var stops: [AttemptKey] = []
        var forgotten: [AttemptKey] = []
        var discarded: [AttemptKey] = []
        var flaw: StartFailure?
        var live: [AttemptKey: String] = [:]
        var most = 0
    }

    let disk: FakeDisk
    let files = FakeFiles()
    let endings: AsyncStream<(AttemptKey, AttemptResult)>
    private let ends: AsyncStream<(AttemptKey, AttemptResult)>.Continuation
    private let state = Mutex(State())

    init(_ disk: FakeDisk = FakeDisk()) {
        self.disk = disk
        (endings, ends) = AsyncStream.makeStream(of: (AttemptKey, AttemptResult).self)
    }

    // MARK: - Knobs

    func play(_ play: @escaping @Sendable (AttemptOrder) -> Play) { state.withLock { $0.play = play } }
    func play(_ play: Play) { self.play { _ in play } }
    /// Launches wait from now on, before they claim anything.
    func hold() { state.withLock { $0.isHeld = true } }
    func letGo() {
        let held = state.withLock { state in
            state.isHeld = false
            defer { state.held = [] }
            return state.held
        }
        for launch in held { launch.resume() }
    }
    /// The next so many attempts to forbid fail.
    func failForbidding(_ times: Int) { state.withLock { $0.forbidFailures = times } }
    /// The next so many stops reach nobody.
    func loseStops(_ times: Int) { state.withLock { $0.lostStops = times } }
    /// Forbidding takes until this is over, but not for ever.
    func holdForbidding(_ isHeld: Bool) { state.withLock { $0.isForbiddingHeld = isHeld } }
    /// It cannot be told where any attempt stands.
    func setBlind(_ isBlind: Bool) { state.withLock { $0.isBlind = isBlind } }
    func setFlaw(_ flaw: StartFailure?) { state.withLock { $0.flaw = flaw } }
    func setLive(_ text: String, of key: AttemptKey) { state.withLock { $0.live[key] = text } }

    // MARK: - What happened

    var orders: [AttemptOrder] { state.withLock { $0.orders } }
    var heldLaunches: Int { state.withLock { $0.held.count } }
    var stops: [AttemptKey] { state.withLock { $0.stops } }
    /// How often it was asked where an attempt stands.
    var looks: Int { state.withLock { $0.looks } }
    var mostForbidsAtOnce: Int { state.withLock { $0.mostForbidsAtOnce } }
    var forbidTries: Int { state.withLock { $0.forbidTries } }
    var forgotten: [AttemptKey] { state.withLock { $0.forgotten } }
    /// Attempts whose outputs were removed.
    var discarded: [AttemptKey] { state.withLock { $0.discarded } }
    /// The most scripts that ran at the same time.
    var mostAtOnce: Int { state.withLock { $0.most } }

    // MARK: - Runner

    func launch(_ order: AttemptOrder) async throws(RunnerError) -> Launch {
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                if state.isHeld { state.held.append(continuation) }
                return !state.isHeld
            }
            if goesOn { continuation.resume() }
        }
        let play = state.withLock { state in
            state.orders.append(order)
            return state.play(order)
        }
        if state.withLock({ $0.isClosed }) { throw .noSupervisor(path: "closed", errno: ECANCELED) }
        if case .fails(let error) = play { throw error }
        let (isFirst, running) = disk.state.withLock { disk -> (Bool, Int) in
            guard disk.claims[order.key] == nil else { return (false, 0) }
            disk.claims[order.key] = .running
            disk.starts.append(order.key)
            if case .dies = play { disk.watchers[order.key] = [] } else { disk.watchers[order.key] = [self] }
            return (true, disk.claims.values.count { $0 == .running })
        }
        guard isFirst else { return .alreadyClaimed }
        state.withLock { $0.most = max($0.most, running) }
        switch play {
        case .ends(let ending, let output): disk.end(order.key, ending, output: output)
        case .ignoresStops: state.withLock { _ = $0.stubborn.insert(order.key) }
        case .runsUnknown(let error): throw error
        case .dies:
            disk.end(order.key, .interrupted)
            await withCheckedContinuation { continuation in state.withLock { $0.held.append(continuation) } }
        case .runs, .fails: break
        }
        return .claimed
    }

    func observe(_ key: AttemptKey) -> Observation {
        let isBlind = state.withLock { state in
            state.looks += 1
            return state.isBlind
        }
        if isBlind { return .unknown }
        return switch disk.claim(key) {
        case nil, .forbidden: .unclaimed
        case .running: .running
        case .ended(let result): .ended(result)
        }
    }

    func forbid(_ key: AttemptKey) throws(RunnerError) -> Bool {
        waitForForbidding()
        let fails = state.withLock { state in
            state.forbidTries += 1
            guard state.forbidFailures > 0 else { return false }
            state.forbidFailures -= 1
            return true
        }
        if fails { throw .noDirectory(path: "/full", errno: 28) }
        return disk.state.withLock { disk in
            if disk.claims[key] == nil { disk.claims[key] = .forbidden }
            return disk.claims[key] == .forbidden
        }
    }

    private func waitForForbidding() {
        state.withLock { state in
            state.forbidsAtOnce += 1
            state.mostForbidsAtOnce = max(state.mostForbidsAtOnce, state.forbidsAtOnce)
        }
        let end = ContinuousClock.now + .seconds(20)
        while state.withLock({ $0.isForbiddingHeld }), ContinuousClock.now < end { usleep(1000) }
        state.withLock { $0.forbidsAtOnce -= 1 }
    }

    func stop(_ key: AttemptKey) {
        let hasEffect = state.withLock { state in
            state.stops.append(key)
            let isLost = state.lostStops > 0
            state.lostStops -= isLost ? 1 : 0
            return !isLost && !state.stubborn.contains(key)
        }
        if hasEffect { disk.end(key, .stopped) }
    }

    func adopt(_ key: AttemptKey) {
        let result = disk.state.withLock { disk -> AttemptResult? in
            if case .ended(let result) = disk.claims[key] { return result }
            if disk.claims[key] == .running { disk.watchers[key, default: []].append(self) }
            return nil
        }
        if let result { report(key, result) }
    }

    func report(_ key: AttemptKey, _ result: AttemptResult) { ends.yield((key, result)) }

    func liveOutput(_ key: AttemptKey, limit: Int) -> (bytes: [UInt8], total: Int64) {
        let text = Array((state.withLock { $0.live[key] } ?? "").utf8)
        return (Array(text.suffix(limit)), Int64(text.count))
    }

    func spool(_ key: AttemptKey) -> String? { nil }

    func discardOutput(_ key: AttemptKey) { state.withLock { $0.discarded.append(key) } }

    func forget(_ key: AttemptKey) {
        state.withLock { $0.forgotten.append(key) }
        disk.set(nil, for: key)
    }

    func known() -> [AttemptKey] { disk.state.withLock { Array($0.claims.keys) } }

    /// Launches that wait fail, although nobody can say any more what becomes of them.
    func close() {
        state.withLock { $0.isClosed = true }
        letGo()
        ends.finish()
    }

    func examine(_ order: AttemptOrder) -> StartFailure? { state.withLock { $0.flaw } }

    func bootID(of instance: InstanceID) -> String? { disk.state.withLock { "boot-\($0.boots[instance] ?? 0)" } }
    func deliver(_ order: FileOrder) async -> FileEnding { await files.deliver(order) }
}

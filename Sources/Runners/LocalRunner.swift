import CPlatform
public import CloudAssistant
import Glibc
import Synchronization

/// Runs scripts on this machine, each under a supervisor of its own that outlives this process.
public final class LocalRunner: Runner {
    /// Bytes of output kept per attempt unless said otherwise.
    public static let standardSpoolLimit: Int64 = 64 << 20
    /// Bytes of long outputs kept in all; the oldest ones go first.
    public static let standardSpoolTotal: Int64 = 1 << 30

    /// A launch that no supervisor has answered yet.
    private struct Waiting {
        let order: AttemptOrder
        var sends = 0
        let answer: CheckedContinuation<Result<Launch, RunnerError>, Never>
    }

    /// A supervisor's attempt, and the launch that it answers if it was started here.
    private struct Watched: Equatable {
        let key: AttemptKey
        let launch: UInt64?
    }

    private struct State {
        var spawner: Spawner?
        var next: UInt64 = 0
        var waiting: [UInt64: Waiting] = [:]
        /// Supervisors that live, by the descriptor that tells of their end.
        var watched: [Int32: Watched] = [:]
        var isOver = false
    }

    private let attempts: String
    private let program: String
    private let spoolLimit: Int64
    private let retirement: Retirement
    private let state = Mutex(State())
    private let bell: Int32
    private let ends: AsyncStream<(AttemptKey, AttemptResult)>.Continuation
    /// The ends of attempts that were launched or adopted here, each once.
    public let endings: AsyncStream<(AttemptKey, AttemptResult)>

    /// A runner that keeps attempts in a directory, which is made with mode 0700 when it is missing.
    ///
    /// `program` is the supervisor's; without one it is `flagdeck-run` beside this process's own.
    public init(
        attempts: String, program: String? = nil, spoolLimit: Int64 = standardSpoolLimit,
        spoolTotal: Int64 = standardSpoolTotal
    ) throws(RunnerError) {
        self.attempts = attempts
        self.program = program ?? Spawner.programBesideUs()
        self.spoolLimit = spoolLimit
        retirement = Retirement(attempts, EndedAttempts.Limits(bytes: spoolTotal))
        bell = platform_eventfd()
        (endings, ends) = AsyncStream.makeStream(of: (AttemptKey, AttemptResult).self)
        if mkdir(attempts, 0o700) != 0, errno != EEXIST { throw .noDirectory(path: attempts, errno: errno) }
        guard bell >= 0 else { throw .noDirectory(path: attempts, errno: errno) }
        try EndedAttempts(in: attempts).make()
        WatchingThread(self).start()
    }

    /// Lets the spawner and the watching thread go; scripts go on.
    public func close() {
        _ = retirement.work()
        state.withLock { $0.isOver = true }
        ring()
    }

    // MARK: - Launching

    /// Starts an attempt unless somebody claimed it before.
    public func launch(_ order: AttemptOrder) async throws(RunnerError) -> Launch {
        let files = files(order.key)
        guard try files.offer() else { return .alreadyClaimed }
        let result: Result<Launch, RunnerError> = await withCheckedContinuation { answer in
            state.withLock { state in
                guard !state.isOver else { return answer.resume(returning: .failure(.closed)) }
                state.next += 1
                state.waiting[state.next] = Waiting(order: order, answer: answer)
                send(state.next, &state)
            }
        }
        do { return try result.get() } catch .closed {
            throw .closed
        } catch {
            // A supervisor that was asked for may still come: either it starts or nothing ever does.
            if (try? files.forbid()) == false { return .alreadyClaimed }
            throw error
        }
    }

    private func files(_ key: AttemptKey) -> AttemptFiles { AttemptFiles(key, in: attempts) }

    /// Sends an order to the spawner, starting one first when there is none.
    private func send(_ number: UInt64, _ state: inout State) {
        guard var waiting = state.waiting[number] else { return }
        waiting.sends += 1
        state.waiting[number] = waiting
        do throws(RunnerError) {
            guard waiting.sends <= 3 else { throw .noSupervisor(path: program, errno: EPIPE) }
            let spawner: Spawner
            if let present = state.spawner {
                spawner = present
            } else {
                spawner = try Spawner(program: program)
                state.spawner = spawner
                ring()
            }
            let message = OrderMessage(
                waiting.order, number: number, directory: attempts,
                spoolLimit: spoolLimit)
            switch spawner.send(message.bytes) {
            // When nobody receives it, the watching thread finds the spawner gone and sends everything again.
            case 0, EPIPE, ECONNRESET: break
            case let number: throw .notClaimed(errno: number)
            }
        } catch {
            answer(number, .failure(error), &state)
        }
    }

    private func answer(_ number: UInt64, _ result: Result<Launch, RunnerError>, _ state: inout State) {
        state.waiting.removeValue(forKey: number)?.answer.resume(returning: result)
    }

    // MARK: - The watching thread

    /// What the watching thread waits for, beside the bell; nil when it is to end.
    func descriptors() -> (spawner: Int32, supervisors: [Int32], timeout: Int32)? {
        let isDone = retirement.work()
        return state.withLock { state in
            guard !state.isOver else {
                state.spawner?.release()
                state.spawner = nil
                for descriptor in state.watched.keys { Glibc.close(descriptor) }
                state.watched = [:]
                for number in Array(state.waiting.keys) {
                    answer(number, .failure(.closed), &state)
                }
                ends.finish()
                return nil
            }
            return (state.spawner?.socket ?? -1, Array(state.watched.keys), isDone ? -1 : Retirement.retryMilliseconds)
        }
    }

    var bellDescriptor: Int32 { bell }
    var spawnerProcess: pid_t? { state.withLock { $0.spawner?.process } }

    /// Hears what supervisors say; a spawner that died is replaced, and what it left unanswered is sent again: who had
    /// it already holds the claim.
    func listen() {
        while true {
            guard let spawner = state.withLock({ $0.spawner }) else { return }
            let (reply, isOver) = spawner.receive()
            if isOver {
                state.withLock { state in
                    spawner.release()
                    state.spawner = nil
                    for number in state.waiting.keys.sorted() { send(number, &state) }
                }
                return
            }
            guard let reply else { return }
            take(reply)
        }
    }

    private func take(_ reply: Spawner.Reply) {
        switch reply {
        case .forked(let number, let supervisor): watch(launch: number, supervisor)
        case .claimed(let number, let supervisor):
            guard let key = state.withLock({ $0.waiting[number]?.order.key }) else { return }
            let isWatched = state.withLock { state in
                answer(number, .success(.claimed), &state)
                return state.watched.values.contains { $0 == Watched(key: key, launch: number) }
            }
            if !isWatched { watch(key, supervisor) }
        case .refused(let number): state.withLock { answer(number, .success(.alreadyClaimed), &$0) }
        case .failed(let number, let code):
            state.withLock { answer(number, .failure(.notClaimed(errno: code)), &$0) }
        }
    }

    /// Watches a supervisor that has said nothing yet.
    private func watch(launch number: UInt64, _ supervisor: pid_t) {
        guard let key = state.withLock({ $0.waiting[number]?.order.key }) else { return }
        let descriptor = platform_pidfd_open(supervisor)
        guard descriptor >= 0 else { return died(Watched(key: key, launch: number)) }
        state.withLock { $0.watched[descriptor] = Watched(key: key, launch: number) }
        ring()
    }

    /// Watches a supervisor. Its lock is looked at after its descriptor is open, so that a later process with the same
    /// id cannot be taken for it.
    private func watch(_ key: AttemptKey, _ supervisor: pid_t) {
        let descriptor = supervisor > 0 ? platform_pidfd_open(supervisor) : -1
        guard descriptor >= 0, case .taken(supervisor, isAlive: true) = files(key).claim() else {
            if descriptor >= 0 { Glibc.close(descriptor) }
            return reportEnd(of: key)
        }
        state.withLock { $0.watched[descriptor] = Watched(key: key, launch: nil) }
        ring()
    }

    /// Takes note of the supervisors that have ended, after everything that they said.
    func ended(_ descriptors: [Int32]) {
        listen()
        for descriptor in descriptors {
            guard let watched = state.withLock({ $0.watched.removeValue(forKey: descriptor) }) else { continue }
            Glibc.close(descriptor)
            died(watched)
        }
    }

    /// A supervisor is dead. One that still owed an answer either left a claim or did nothing at all.
    private func died(_ watched: Watched) {
        guard let number = watched.launch, state.withLock({ $0.waiting[number] }) != nil else {
            return reportEnd(of: watched.key)
        }
        switch files(watched.key).claim() {
        case .taken:
            state.withLock { answer(number, .success(.claimed), &$0) }
            reportEnd(of: watched.key)
        case .forbidden: state.withLock { answer(number, .success(.alreadyClaimed), &$0) }
        case .none: state.withLock { send(number, &$0) }
        }
    }

    /// Reports an attempt whose supervisor is known to be dead, unless it never took the claim. The claim's lock does not
    /// count here: a child that was just forked may hold it a moment longer.
    private func reportEnd(of key: AttemptKey) {
        if case .taken = files(key).claim() { ends.yield((key, files(key).end())) }
    }

    private func ring() {
        var one: UInt64 = 1
        _ = write(bell, &one, 8)
    }

    // MARK: - Attempts of any process

    /// Where an attempt stands now.
    public func observe(_ key: AttemptKey) -> Observation { files(key).observe() }

    /// Claims an attempt so that it can never start.
    public func forbid(_ key: AttemptKey) throws(RunnerError) -> Bool {
        try files(key).forbid()
    }

    /// Asks a running attempt to end.
    public func stop(_ key: AttemptKey) {
        let files = files(key)
        guard case .taken(let supervisor, isAlive: true) = files.claim(), supervisor > 0 else { return }
        let descriptor = platform_pidfd_open(supervisor)
        guard descriptor >= 0 else { return }
        defer { Glibc.close(descriptor) }
        guard case .taken(supervisor, isAlive: true) = files.claim() else { return }
        _ = platform_pidfd_signal(descriptor, SIGTERM)
    }

    /// Watches an attempt of an earlier process.
    public func adopt(_ key: AttemptKey) {
        switch files(key).claim() {
        case .taken(let supervisor, isAlive: true): watch(key, supervisor)
        case .taken: reportEnd(of: key)
        case .none, .forbidden: break
        }
    }

    /// The last bytes of what an attempt has written so far, and how many it wrote in all.
    public func liveOutput(_ key: AttemptKey, limit: Int) -> (bytes: [UInt8], total: Int64) {
        files(key).liveOutput(limit: limit)
    }

    /// Path of the kept output when it is longer than what the result holds.
    public func spool(_ key: AttemptKey) -> String? {
        files(key).longOutput
    }

    /// Lets go of an attempt whose end is recorded.
    public func forget(_ key: AttemptKey) {
        retirement.add(key)
        ring()
    }

    /// The attempts that something is kept of.
    public func known() -> [AttemptKey] { (FileBytes.names(attempts) ?? []).compactMap(AttemptFiles.key) }
}

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

    /// A supervisor that is followed, its attempt, and the launch that it has not answered yet.
    private struct Followed {
        let key: AttemptKey
        let supervisor: pid_t
        let launch: UInt64?
    }

    /// What could not be done because something could not be told at that moment.
    private enum Errand {
        case follow(Followed)
        case adopt(AttemptKey)
        case stop(AttemptKey)
    }

    private struct State {
        var spawner: Spawner?
        var next: UInt64 = 0
        var waiting: [UInt64: Waiting] = [:]
        /// Supervisors that live, by the descriptor that tells of their end.
        var followed: [Int32: Followed] = [:]
        /// What is to be tried again.
        var errands: [Errand] = []
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
        // The directories themselves must outlive a power cut.
        for path in [attempts, attempts + "/.."] { FileBytes.sync(directory: path) }
        let problem = WatchingThread(self).start()
        guard problem == 0 else { throw .noThread(errno: problem) }
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
        let isTried = tryAgain()
        let isDone = retirement.work() && isTried
        return state.withLock { state in
            guard !state.isOver else {
                state.spawner?.release()
                state.spawner = nil
                for descriptor in state.followed.keys { Glibc.close(descriptor) }
                state.followed = [:]
                for number in Array(state.waiting.keys) {
                    answer(number, .failure(.closed), &state)
                }
                ends.finish()
                return nil
            }
            return (state.spawner?.socket ?? -1, Array(state.followed.keys), isDone ? -1 : Retirement.retryMilliseconds)
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
        case .forked(let number, let supervisor):
            guard let key = state.withLock({ $0.waiting[number]?.order.key }) else { return }
            follow(Followed(key: key, supervisor: supervisor, launch: number))
        case .claimed(let number, let supervisor):
            guard let key = state.withLock({ $0.waiting[number]?.order.key }) else { return }
            state.withLock { state in
                answer(number, .success(.claimed), &state)
                // It was opened before the lock could tell whose number this is.
                let early = state.followed.first { $0.value.launch == number }
                if let early { state.followed.removeValue(forKey: early.key) }
                if let early { Glibc.close(early.key) }
            }
            follow(Followed(key: key, supervisor: supervisor, launch: nil))
        case .refused(let number): state.withLock { answer(number, .success(.alreadyClaimed), &$0) }
        case .failed(let number, let code):
            state.withLock { answer(number, .failure(.notClaimed(errno: code)), &$0) }
        }
    }

    /// Follows a supervisor to its end. For one that has claimed, the lock is looked at after the descriptor is open, so
    /// that a later process with the same number cannot be taken for it.
    private func follow(_ followed: Followed) {
        if let number = followed.launch, !isWaiting(number) { return }
        let descriptor = followed.supervisor > 0 ? platform_pidfd_open(followed.supervisor) : -1
        guard descriptor >= 0 else {
            if followed.supervisor > 0, errno != ESRCH { return put(off: .follow(followed)) }
            return died(followed)
        }
        if followed.launch == nil {
            switch files(followed.key).claim() {
            case .taken(let text, isAlive: true) where text.supervisor == followed.supervisor: break
            case .unreadable:
                Glibc.close(descriptor)
                return put(off: .follow(followed))
            default:
                Glibc.close(descriptor)
                return died(followed)
            }
        }
        state.withLock { $0.followed[descriptor] = followed }
        ring()
    }

    /// Takes note of the supervisors that have ended, after everything that they said.
    func ended(_ descriptors: [Int32]) {
        guard !descriptors.isEmpty else { return }
        // Out of the list first: what is heard next can close descriptors and open others under their numbers.
        let dead = state.withLock { state in
            descriptors.compactMap { descriptor in
                state.followed.removeValue(forKey: descriptor).map { (descriptor, $0) }
            }
        }
        listen()
        for (descriptor, followed) in dead {
            Glibc.close(descriptor)
            died(followed)
        }
    }

    /// A supervisor is dead: it left its claim, or somebody else's, or did nothing at all. The lock does not count here:
    /// a child that was just forked may hold it a moment longer.
    private func died(_ followed: Followed) {
        let number = followed.launch
        // One that has answered is followed as such, if it is worth it.
        if let number, !isWaiting(number) { return }
        switch files(followed.key).claim() {
        case .unreadable: put(off: .follow(followed))
        case .taken(let text, _) where text.supervisor == followed.supervisor:
            if let number { state.withLock { answer(number, .success(.claimed), &$0) } }
            ends.yield((followed.key, files(followed.key).end(text)))
        case .taken, .forbidden:
            if let number { state.withLock { answer(number, .success(.alreadyClaimed), &$0) } }
        case .none: if let number { state.withLock { send(number, &$0) } }
        }
    }

    private func isWaiting(_ number: UInt64) -> Bool { state.withLock { $0.waiting[number] != nil } }

    // MARK: - What is tried again

    private func put(off errand: Errand) { state.withLock { $0.errands.append(errand) } }

    private func attend(_ errand: Errand) {
        switch errand {
        case .follow(let followed): follow(followed)
        case .adopt(let key):
            switch files(key).claim() {
            case .taken(let text, _): follow(Followed(key: key, supervisor: text.supervisor, launch: nil))
            case .unreadable: put(off: errand)
            case .none, .forbidden: break
            }
        case .stop(let key): if !hasStopped(key) { put(off: errand) }
        }
    }

    /// Tries what had to be put off; false when something has to be tried once more.
    private func tryAgain() -> Bool {
        let errands = state.withLock { state in
            defer { state.errands = [] }
            return state.errands
        }
        for errand in errands { attend(errand) }
        return state.withLock { $0.errands.isEmpty }
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
        attend(.stop(key))
        ring()
    }

    /// Asks the supervisor, if there is one; false when that could not be done now.
    private func hasStopped(_ key: AttemptKey) -> Bool {
        let claim = files(key).claim()
        guard case .taken(let text, isAlive: true) = claim, text.supervisor > 0 else { return claim != .unreadable }
        let descriptor = platform_pidfd_open(text.supervisor)
        guard descriptor >= 0 else { return errno == ESRCH }
        defer { Glibc.close(descriptor) }
        switch files(key).claim() {
        case .taken(let again, isAlive: true) where again.supervisor == text.supervisor:
            return platform_pidfd_signal(descriptor, SIGTERM) == 0 || errno == ESRCH
        case .unreadable: return false
        default: return true
        }
    }

    /// Watches an attempt of an earlier process.
    public func adopt(_ key: AttemptKey) {
        attend(.adopt(key))
        ring()
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

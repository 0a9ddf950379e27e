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

    /// Where `flagdeck-run` is: beside this process's own program.
    public static var programBesideUs: String { Spawner.programBesideUs() }

    /// A launch that no supervisor has answered yet.
    struct Waiting {
        let order: AttemptOrder
        var sends = 0
        let answer: CheckedContinuation<Result<Launch, RunnerError>, Never>
    }

    /// A supervisor that is followed, its attempt, and the launch that it has not answered yet.
    struct Followed {
        let key: AttemptKey
        let supervisor: pid_t
        let launch: UInt64?
    }

    /// What could not be done because something could not be told at that moment.
    enum Errand {
        case follow(Followed)
        case adopt(AttemptKey)
        case stop(AttemptKey)
    }

    struct State {
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
    let retirement: Retirement
    let state = Mutex(State())
    let bell: Int32
    let ends: AsyncStream<(AttemptKey, AttemptResult)>.Continuation
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

    deinit { Glibc.close(bell) }

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

    func files(_ key: AttemptKey) -> AttemptFiles { AttemptFiles(key, in: attempts) }

    /// Sends an order to the spawner, starting one first when there is none.
    func send(_ number: UInt64, _ state: inout State) {
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

    func answer(_ number: UInt64, _ result: Result<Launch, RunnerError>, _ state: inout State) {
        state.waiting.removeValue(forKey: number)?.answer.resume(returning: result)
    }

    func ring() {
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
        retirement.isHiding(key) ? nil : files(key).longOutput
    }

    /// Lets go of an attempt whose end is recorded.
    public func forget(_ key: AttemptKey) { forget(key, hiding: nil) }

    /// Lets go of an attempt whose end is recorded, and takes secrets out of its claim and its output.
    public func forget(_ key: AttemptKey, hiding concealment: Concealment?) {
        retirement.add(key, hiding: concealment)
        ring()
    }

    /// Removes the long output of an attempt whose record is gone.
    public func discardOutput(_ key: AttemptKey) {
        if let path = files(key).longOutput { unlink(path) }
    }

    /// The attempts that something is kept of.
    public func known() -> [AttemptKey] { (FileBytes.names(attempts) ?? []).compactMap(AttemptFiles.key) }
}

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

    private struct State {
        var spawner: Spawner?
        var next: UInt64 = 0
        var waiting: [UInt64: Waiting] = [:]
        /// Supervisors that live, by the descriptor that tells of their end.
        var watched: [Int32: AttemptKey] = [:]
        /// Attempts whose directories are to be removed.
        var forgotten: [AttemptKey] = []
        var isOver = false
    }

    /// Milliseconds without any news after which forgotten attempts are removed: file systems give out new places
    /// slowly while many were just given back.
    private static let quietMilliseconds: Int32 = 250
    /// As many forgotten attempts are removed even when it never gets quiet.
    private static let mostForgotten = 4096

    private let attempts: String
    private let program: String
    private let spoolLimit: Int64
    private let spoolTotal: Int64
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
        self.spoolTotal = spoolTotal
        bell = platform_eventfd()
        (endings, ends) = AsyncStream.makeStream(of: (AttemptKey, AttemptResult).self)
        if mkdir(attempts, 0o700) != 0, errno != EEXIST { throw .noDirectory(path: attempts, errno: errno) }
        guard bell >= 0 else { throw .noDirectory(path: attempts, errno: errno) }
        AttemptFiles.removeLeftovers(in: attempts)
        Watch(self).start()
    }

    /// Lets the spawner and the watching thread go and removes what was forgotten; scripts go on.
    public func close() {
        state.withLock { $0.isOver = true }
        removeForgotten()
        ring()
    }

    // MARK: - Launching

    /// Starts an attempt unless somebody claimed it before.
    public func launch(_ order: AttemptOrder) async throws(RunnerError) -> Launch {
        let files = files(order.key)
        try files.offer()
        let result: Result<Launch, RunnerError> = await withCheckedContinuation { answer in
            state.withLock { state in
                guard !state.isOver else { return answer.resume(returning: .failure(closed)) }
                state.next += 1
                state.waiting[state.next] = Waiting(order: order, answer: answer)
                send(state.next, &state)
            }
        }
        do { return try result.get() } catch {
            // A supervisor that was asked for may still come: either it starts or nothing ever does.
            guard try files.forbid() else { return .alreadyClaimed }
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

    private var closed: RunnerError { .noSupervisor(path: program, errno: ECANCELED) }

    // MARK: - The watching thread

    /// What the watching thread waits for, beside the bell; nil when it is to end.
    fileprivate func descriptors() -> (spawner: Int32, supervisors: [Int32], timeout: Int32)? {
        let (waits, isOver) = state.withLock { ($0.forgotten.count > Self.mostForgotten, $0.isOver) }
        if waits || isOver { removeForgotten() }
        return state.withLock { state in
            guard !state.isOver else {
                state.spawner?.release()
                state.spawner = nil
                for descriptor in state.watched.keys { Glibc.close(descriptor) }
                state.watched = [:]
                for number in Array(state.waiting.keys) {
                    answer(number, .failure(closed), &state)
                }
                ends.finish()
                return nil
            }
            let timeout = state.forgotten.isEmpty ? -1 : Self.quietMilliseconds
            return (state.spawner?.socket ?? -1, Array(state.watched.keys), timeout)
        }
    }

    fileprivate var bellDescriptor: Int32 { bell }

    /// Hears what supervisors say; a spawner that died is replaced, and what it left unanswered is sent again: who had
    /// it already holds the claim.
    fileprivate func listen() {
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
        case .claimed(let number, let supervisor):
            guard let key = state.withLock({ $0.waiting[number]?.order.key }) else { return }
            state.withLock { answer(number, .success(.claimed), &$0) }
            watch(key, supervisor)
        case .refused(let number): state.withLock { answer(number, .success(.alreadyClaimed), &$0) }
        case .failed(let number, let code):
            state.withLock { answer(number, .failure(.notClaimed(errno: code)), &$0) }
        }
    }

    /// Watches a supervisor. Its lock is looked at after its descriptor is open, so that a later process with the same
    /// id cannot be taken for it.
    private func watch(_ key: AttemptKey, _ supervisor: pid_t) {
        let descriptor = supervisor > 0 ? platform_pidfd_open(supervisor) : -1
        guard descriptor >= 0, case .taken(supervisor, isAlive: true) = files(key).claim() else {
            if descriptor >= 0 { Glibc.close(descriptor) }
            return report(key)
        }
        state.withLock { $0.watched[descriptor] = key }
        ring()
    }

    /// Reports the attempts whose supervisors have ended.
    fileprivate func ended(_ descriptors: [Int32]) {
        for descriptor in descriptors {
            guard let key = state.withLock({ $0.watched.removeValue(forKey: descriptor) }) else { continue }
            Glibc.close(descriptor)
            report(key)
        }
    }

    private func report(_ key: AttemptKey) {
        guard case .ended(let result) = observe(key) else { return }
        ends.yield((key, result))
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
        if case .taken(let supervisor, isAlive: true) = files(key).claim() {
            watch(key, supervisor)
        } else {
            report(key)
        }
    }

    /// The last bytes of what an attempt has written so far, and how many it wrote in all.
    public func liveOutput(_ key: AttemptKey, limit: Int) -> (bytes: [UInt8], total: Int64) {
        files(key).liveOutput(limit: limit)
    }

    /// Path of the kept output when it is longer than what the result holds.
    public func spool(_ key: AttemptKey) -> String? {
        let files = files(key)
        return files.hasLongOutput ? files.outputPath : nil
    }

    /// Lets go of an attempt whose end is recorded: what is kept of it is removed when there is nothing else to do.
    public func forget(_ key: AttemptKey) {
        let isFirst = state.withLock { state in
            state.forgotten.append(key)
            return state.forgotten.count == 1
        }
        if isFirst { ring() }
    }

    fileprivate func removeForgotten() {
        let keys = state.withLock { state in
            defer { state.forgotten = [] }
            return state.forgotten
        }
        var keeps = false
        for key in keys {
            let files = files(key)
            if files.clear() {
                keeps = keeps || files.hasLongOutput
            } else {
                state.withLock { $0.forgotten.append(key) }
            }
        }
        if keeps { trim() }
    }

    /// The attempts that something is kept of.
    public func known() -> [AttemptKey] { (FileBytes.names(attempts) ?? []).compactMap(AttemptFiles.key) }

    /// Removes the oldest long outputs of forgotten attempts while there are too many bytes of them.
    private func trim() {
        let kept = known().map(files).compactMap { files in
            FileBytes.size(files.outputPath).map { (files, $0, FileBytes.modified(files.outputPath)) }
        }
        var total = kept.reduce(0) { $0 + $1.1 }
        let oldestFirst = kept.sorted { ($0.2?.milliseconds ?? 0) < ($1.2?.milliseconds ?? 0) }
        for (files, size, _) in oldestFirst where total > spoolTotal {
            guard files.claim() == .kept else { continue }
            files.remove()
            total -= size
        }
    }

    /// What would keep an order from starting: an unknown user, one that we may not become, a missing directory.
    public func examine(_ order: AttemptOrder) -> StartFailure? {
        var home: String?
        if let name = order.username {
            guard let user = LocalHost.user(name) else {
                return StartFailure(reason: .noSuchUser, subject: name, errno: 0)
            }
            if user.id != geteuid(), geteuid() != 0 {
                return StartFailure(reason: .mayNotSwitchUser, subject: name, errno: EPERM)
            }
            home = user.home
        } else {
            home = LocalHost.user(id: geteuid())?.home
        }
        let reason: StartFailure.Reason = order.workingDirectory == nil ? .noHomeDirectory : .noSuchDirectory
        guard let directory = order.workingDirectory ?? home else { return nil }
        var status = stat()
        guard stat(directory, &status) == 0 else {
            return StartFailure(reason: reason, subject: directory, errno: errno)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            return StartFailure(reason: reason, subject: directory, errno: ENOTDIR)
        }
        return nil
    }
}

/// The thread that waits for the spawner, for supervisors and for the bell.
private final class Watch {
    private let runner: LocalRunner

    init(_ runner: LocalRunner) { self.runner = runner }

    func start() {
        var thread = pthread_t()
        let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
            if let pointer { Unmanaged<Watch>.fromOpaque(pointer).takeRetainedValue().run() }
            return nil
        }
        let box = Unmanaged.passRetained(self)
        guard pthread_create(&thread, nil, body, box.toOpaque()) == 0 else { return box.release() }
        pthread_detach(thread)
    }

    private func run() {
        while let (spawner, supervisors, timeout) = runner.descriptors() {
            var files = ([runner.bellDescriptor, spawner] + supervisors).map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            let count = poll(&files, nfds_t(files.count), timeout)
            if count == 0 { runner.removeForgotten() }
            guard count > 0 else { continue }
            if files[0].revents != 0 {
                var count: UInt64 = 0
                _ = read(runner.bellDescriptor, &count, 8)
            }
            if files[1].revents != 0 { runner.listen() }
            runner.ended(files.dropFirst(2).filter { $0.revents != 0 }.map(\.fd))
        }
    }
}

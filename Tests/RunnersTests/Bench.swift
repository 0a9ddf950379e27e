import CloudAssistant
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Runners

/// A temporary directory of attempts, with runners on it and a place for scripts to work in.
final class Bench: Sendable {
    /// Where a script works.
    enum Place {
        case work
        case home
        case at(String)
    }

    /// Where every supervisor of a bench waits, long enough for a busy machine to do something in between.
    enum Delay: String {
        case beforeClaim = "FLAGDECK_TEST_CLAIM_DELAY_MS"
        case beforeStart = "FLAGDECK_TEST_START_DELAY_MS"

        var milliseconds: Int { self == .beforeClaim ? 2000 : 25_000 }
    }

    let path: String
    let desk: Desk
    private let program: String
    private let desks = Mutex<[Desk]>([])
    private let leftovers = Mutex<[pid_t]>([])

    var runner: LocalRunner { desk.runner }
    var attempts: String { path + "/attempts" }
    var work: String { path + "/work" }

    private init(
        program: String?, spoolLimit: Int64, spoolTotal: Int64, delay: Delay?
    ) throws {
        secretIsSet
        var template = Array("/tmp/flagdeck-test-XXXXXX".utf8CString)
        path = try template.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress, let made = mkdtemp(base) else { throw Problem("no directory") }
            return String(cString: made)
        }
        try #require(mkdir(path + "/work", 0o755) == 0)
        var chosen = try program ?? BuiltProgram.path("flagdeck-run")
        if let delay {
            let wrapper = path + "/slow"
            let script = "#!/bin/sh\n\(delay.rawValue)=\(delay.milliseconds) exec '\(chosen)' \"$@\"\n"
            try write(Array(script.utf8), to: wrapper, mode: 0o700)
            chosen = wrapper
        }
        self.program = chosen
        desk = try Desk(
            LocalRunner(attempts: path + "/attempts", program: chosen, spoolLimit: spoolLimit, spoolTotal: spoolTotal))
        desks.withLock { $0.append(desk) }
    }

    /// Gives a test its bench and removes everything afterwards.
    static func with(
        program: String? = nil, spoolLimit: Int64 = LocalRunner.standardSpoolLimit,
        spoolTotal: Int64 = LocalRunner.standardSpoolTotal, delay: Delay? = nil,
        _ body: (Bench) async throws -> Void
    ) async throws {
        let bench = try Bench(
            program: program, spoolLimit: spoolLimit, spoolTotal: spoolTotal, delay: delay)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(bench))
        } catch {
            outcome = .failure(error)
        }
        try await bench.tidy()
        try outcome.get()
    }

    /// One more runner on the same directory, as after a restart.
    func another() throws -> Desk {
        let desk = try Desk(LocalRunner(attempts: attempts, program: program))
        desks.withLock { $0.append(desk) }
        return desk
    }

    /// Remembers a process that a script leaves behind, to be ended with the bench.
    func leaves(_ process: pid_t) { leftovers.withLock { $0.append(process) } }

    private func tidy() async throws {
        let keys = runner.known()
        for key in keys {
            if let supervisor = supervisor(key) { kill(supervisor, SIGKILL) }
        }
        for process in leftovers.withLock({ $0 }) { kill(process, SIGKILL) }
        for desk in desks.withLock({ $0 }) { await desk.close() }
        // What a killed supervisor has staged lies elsewhere.
        for key in keys { try await eventually("\(key) is put away") { files(key).retire() } }
        try await eventually("the bench is removed") {
            removeTree(path)
            return !exists(path)
        }
    }

    // MARK: - Orders

    static func key(_ number: Int = 1) -> AttemptKey {
        AttemptKey(invokeID: InvokeID("t-\(number)"), instanceID: "i-here")
    }

    /// An order for a script of `/bin/sh`; a bare one has no first line that says so.
    func order(
        _ script: String, _ number: Int = 1, bare: Bool = false, launch: LaunchPlan = LaunchPlan(),
        place: Place = .work, user: String? = nil, timeout: Int = 60, mode: TerminationMode = .process
    ) -> AttemptOrder {
        order(
            bytes: Array((bare ? script : "#!/bin/sh\n" + script).utf8), number, launch: launch, place: place,
            user: user, timeout: timeout, mode: mode)
    }

    func order(
        bytes: [UInt8], _ number: Int = 1, launch: LaunchPlan = LaunchPlan(), place: Place = .work,
        user: String? = nil, timeout: Int = 60, mode: TerminationMode = .process
    ) -> AttemptOrder {
        let directory: String? =
            switch place {
            case .work: work
            case .home: nil
            case .at(let path): path
            }
        return AttemptOrder(
            key: Self.key(number), script: bytes, launch: launch, workingDirectory: directory, username: user,
            timeoutSeconds: timeout, terminationMode: mode)
    }

    /// Launches an order, which nobody may have claimed, and waits for its end.
    func run(_ order: AttemptOrder) async throws -> AttemptResult {
        try await start(order)
        return try await desk.end(order.key)
    }

    func run(_ script: String) async throws -> AttemptResult { try await run(order(script)) }

    func start(_ order: AttemptOrder) async throws {
        let launch = try await runner.launch(order)
        try #require(launch == .claimed)
    }

    /// Starts an order and waits until it has written a text.
    func start(_ order: AttemptOrder, until text: String) async throws {
        try await start(order)
        try await eventually("\(order.key) writes \(text)") {
            String(decoding: runner.liveOutput(order.key, limit: 4096).bytes, as: UTF8.self).contains(text)
        }
    }

    // MARK: - Looking

    func files(_ key: AttemptKey = key()) -> AttemptFiles { AttemptFiles(key, in: attempts) }

    /// The names of what there is of all attempts.
    var names: Set<String> { Set(FileBytes.names(attempts) ?? []) }

    /// The living supervisor of an attempt.
    func supervisor(_ key: AttemptKey = key()) -> pid_t? {
        guard case .taken(let text, isAlive: true) = files(key).claim(), text.supervisor > 0 else { return nil }
        return text.supervisor
    }

    /// What a script wrote to a file where it works; nil before a whole line is there.
    func note(_ name: String) -> String? {
        guard let bytes = contents("\(work)/\(name)"), bytes.last == 0x0a else { return nil }
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }

    /// The process that a script noted.
    func process(_ name: String) async throws -> pid_t {
        try await first("a process in \(name)") { note(name).flatMap { pid_t($0) } }
    }

    func note(_ name: String, _ text: String) throws { try write(Array("\(text)\n".utf8), to: "\(work)/\(name)") }
}

/// A runner and the ends that it has reported.
final class Desk: Sendable {
    let runner: LocalRunner
    private let reported: Reported
    private let listening: Task<Void, Never>

    init(_ runner: LocalRunner) {
        let reported = Reported()
        self.runner = runner
        self.reported = reported
        listening = Task {
            for await (key, result) in runner.endings { reported.ends.withLock { $0[key, default: []].append(result) } }
        }
    }

    /// Every end reported of an attempt so far.
    func ends(_ key: AttemptKey = Bench.key()) -> [AttemptResult] { reported.ends.withLock { $0[key] ?? [] } }

    /// Waits for the end of an attempt.
    func end(_ key: AttemptKey = Bench.key()) async throws -> AttemptResult {
        try await first("the end of \(key)") { ends(key).first }
    }

    /// Closes the runner and waits for the end of its reports.
    func close() async {
        runner.close()
        await listening.value
    }

    private final class Reported: Sendable {
        let ends = Mutex<[AttemptKey: [AttemptResult]]>([:])
    }
}

extension AttemptResult {
    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) }
    var failure: StartFailure? {
        if case .startFailed(let failure) = ending { failure } else { nil }
    }
    /// How long the script ran.
    var milliseconds: Int64? { started.map { finished.milliseconds - $0.milliseconds } }
}

/// Something that scripts must not see; set before the first spawner starts.
private let secretIsSet: Void = { setenv("FLAGDECK_SECRET", "hunter2", 1) }()

import CloudAssistant
import Engine
import Glibc
import Runners
import Store

/// A thousand attempts of `echo hello`, sixteen at a time, against the same number of bare processes.
enum Attempts {
    private static let count = 1000
    private static let rounds = 5
    private static let inFlight = 16

    static func run() async throws {
        var bare: [Double] = []
        var ours: [Double] = []
        // One place for all rounds: removing what a round leaves is no part of it, and would slow the next one down.
        try await Measure.withDirectory { directory in
            for round in 0...rounds {
                let bareSeconds = spawnBare()
                let ourSeconds = try await invoke("\(directory)/\(round)")
                // The first round warms up.
                guard round > 0 else { continue }
                bare.append(bareSeconds)
                ours.append(ourSeconds)
            }
        }
        let (b, o) = (Measure.median(bare), Measure.median(ours))
        print("attempts: \(count) of `echo hello`, \(inFlight) in flight, median of \(rounds)")
        print("  bare posix_spawn  \(Measure.text(b)) s")
        print(
            "  flagdeck          \(Measure.text(o)) s  (x\(Measure.text(o / b)) of bare; claims, results and records durable)"
        )
    }

    // MARK: - Bare

    private static func spawnBare() -> Double {
        let start = Measure.now()
        var running: [pid_t: Int32] = [:]
        var started = 0
        while started < count || !running.isEmpty {
            while started < count, running.count < inFlight, let (pid, pipe) = spawn() {
                running[pid] = pipe
                started += 1
            }
            var status: Int32 = 0
            let pid = waitpid(-1, &status, 0)
            guard let pipe = running.removeValue(forKey: pid) else { continue }
            var buffer = [UInt8](repeating: 0, count: 64)
            _ = read(pipe, &buffer, buffer.count)
            close(pipe)
        }
        return Measure.now() - start
    }

    private static func spawn() -> (pid_t, Int32)? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        let words: [String] = ["sh", "-c", "echo hello"]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var pid: pid_t = 0
        let failed = posix_spawn(&pid, "/bin/sh", &actions, nil, arguments, environ)
        for argument in arguments { free(argument) }
        posix_spawn_file_actions_destroy(&actions)
        close(ends[1])
        guard failed == 0 else {
            close(ends[0])
            return nil
        }
        return (pid, ends[0])
    }

    // MARK: - Ours

    private static func invoke(_ directory: String) async throws -> Double {
        let state = StateDirectory(path: directory)
        try state.prepare()
        let ids = (0..<100).map { InstanceID("i-bench\($0)") }
        let fleet = Fleet(
            regions: [.local],
            instances: ids.map { Instance(id: $0, name: $0.text, regionID: Region.local.id) })
        var configuration = EngineConfiguration(owner: Int(geteuid()), now: { Clock.now() })
        configuration.concurrency = inFlight
        let runner = try LocalRunner(attempts: state.attemptsPath)
        let service = try await EmbeddedService.engine(
            store: try Store(state, for: .engine), runner: runner, fleet: fleet, configuration: configuration,
            keeping: nil)
        let start = Measure.now()
        let changes = service.changes()
        for number in 0..<(count / ids.count) {
            let request = RunCommandRequest(
                command: CommandDraft(type: CommandType.shell.rawValue, content: "echo hello\n"),
                run: InvocationDraft(regionID: Region.local.id, instanceIDs: ids))
            _ = try await service.runCommand(request, context(number))
        }
        var ended = 0
        var failed = 0
        for await change in changes {
            guard case .result(_, let state) = change, state.isFinal else { continue }
            ended += 1
            if state != .success { failed += 1 }
            if ended == count { break }
        }
        let seconds = Measure.now() - start
        precondition(failed == 0, "\(failed) attempts failed")
        await service.shutDown()
        return seconds
    }

    private static func context(_ number: Int) -> CallContext {
        CallContext(
            caller: Caller(name: "bench", userID: Int(geteuid())), source: .library, requestID: "BENCH-\(number)")
    }
}

/// The machine's clock.
enum Clock {
    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

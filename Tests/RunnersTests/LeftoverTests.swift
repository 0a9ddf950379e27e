import CloudAssistant
import Glibc
import TestSupport
import Testing

@testable import Runners

@Suite("What dead supervisors and late ones leave", .timeLimit(.minutes(4))) struct LeftoverTests {
    private func staged(_ bench: Bench) throws -> String {
        let claim = String(decoding: try #require(contents(bench.files().path)), as: UTF8.self)
        let word = try #require(claim.split(whereSeparator: \.isWhitespace).dropFirst().first)
        let places = ["/dev/shm", "/var/tmp"].map { "\($0)/flagdeck-\(word)" }
        return try #require(places.first(where: exists))
    }

    @Test("the script of a supervisor that was killed is removed once its end is recorded")
    func killedSupervisor() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo ready\nexec sleep 50\n")
            try await bench.start(order, until: "ready")
            let folder = try staged(bench)
            let supervisor = try #require(bench.supervisor())
            kill(supervisor, SIGKILL)
            let result = try await bench.desk.end()
            #expect(result.ending == .interrupted)
            #expect(exists(folder))
            bench.runner.forget(order.key)
            try await eventually("nothing is left") { !exists(folder) && bench.names == ["ended"] }
        }
    }

    @Test("a script whose supervisor dies just before it starts does not start, and the attempt is interrupted")
    func killedBeforeStart() async throws {
        try await Bench.with(delay: .beforeStart) { bench in
            let order = bench.order("echo ran > witness\n")
            try await bench.start(order)
            let supervisor = try await first("its supervisor") { bench.supervisor() }
            // Its child holds the claim's lock for a while longer.
            try await eventually("the child is there") { isAlive(supervisor) && !children(supervisor).isEmpty }
            kill(supervisor, SIGKILL)
            let result = try await bench.desk.end()
            #expect(result.ending == .interrupted)
            try await eventually("the child is gone") {
                !holdsItsLock(bench.files())
            }
            #expect(bench.note("witness") == nil)
        }
    }

    @Test("a supervisor that is killed before it has claimed is replaced, and the script runs once")
    func killedBeforeClaim() async throws {
        try await Bench.with(delay: .beforeClaim) { bench in
            let order = bench.order("echo ran >> witness\n")
            let launch = Task { try await bench.runner.launch(order) }
            let spawner = try await first("the spawner") { bench.runner.spawnerProcess }
            let supervisor = try await first("the supervisor") { children(spawner).first }
            kill(supervisor, SIGKILL)
            let answer = try await launch.value
            #expect(answer == .claimed)
            let result = try await bench.desk.end()
            #expect(result.ending == .exited(code: 0))
            #expect(bench.note("witness") == "ran")
        }
    }

    private func holdsItsLock(_ files: AttemptFiles) -> Bool {
        if case .taken(_, isAlive: true) = files.claim() { true } else { false }
    }

    private func children(_ process: pid_t) -> [pid_t] {
        let text = String(decoding: contents("/proc/\(process)/task/\(process)/children") ?? [], as: UTF8.self)
        return text.split(separator: " ").compactMap { pid_t($0) }
    }

    @Test("a link in a staged script's place is not followed")
    func plantedLink() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo ready\nexec sleep 50\n")
            try await bench.start(order, until: "ready")
            let folder = try staged(bench)
            let supervisor = try #require(bench.supervisor())
            kill(supervisor, SIGKILL)
            _ = try await bench.desk.end()
            try bench.note("precious", "still here")
            removeTree(folder)
            try #require(symlink(bench.work, folder) == 0)
            defer { unlink(folder) }
            bench.runner.forget(order.key)
            try await eventually("the attempt is put away") { bench.names == ["ended"] }
            #expect(bench.note("precious") == "still here")
        }
    }

    @Test("a supervisor that comes after its attempt was put away does not start")
    func lateSupervisor() async throws {
        try await Bench.with(delay: .beforeClaim) { bench in
            let launch = Task { try await bench.runner.launch(bench.order("echo ran > witness\n")) }
            try await eventually("the attempt is offered") { exists(bench.files().path) }
            try #require(bench.files().retire())
            let answer = try await launch.value
            #expect(answer == .alreadyClaimed)
            #expect(bench.note("witness") == nil)
            #expect(bench.names == ["ended"])
        }
    }

    @Test("an attempt that is running is not put away")
    func stillRunning() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo ready\nwhile [ ! -e go ]; do sleep 0.02; done\n")
            try await bench.start(order, until: "ready")
            #expect(!bench.files().retire())
            try bench.note("go", "")
            let result = try await bench.desk.end()
            #expect(result.ending == .exited(code: 0))
            #expect(bench.files().retire())
            #expect(bench.names == ["ended"])
        }
    }

    @Test("an attempt that could not be launched never starts later")
    func failedLaunch() async throws {
        try await Bench.with { bench in
            let large = bench.order(String(repeating: "# much too long\n", count: 200_000))
            await #expect(throws: RunnerError.self) { try await bench.runner.launch(large) }
            let answer = try await bench.runner.launch(bench.order("echo ran > witness\n"))
            #expect(answer == .alreadyClaimed)
            #expect(bench.note("witness") == nil)
        }
    }

    @Test("an attempt whose record is lost after its end does not run again and still tells its result")
    func lostRecord() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo ran >> witness; echo done\n")
            let result = try await bench.run(order)
            bench.runner.forget(order.key)
            try await eventually("the attempt is put away") { bench.names == ["ended"] }
            let later = try bench.another()
            #expect(later.runner.observe(order.key) == .ended(result))
            let answer = try await later.runner.launch(order)
            #expect(answer == .alreadyClaimed)
            later.runner.adopt(order.key)
            let again = try await later.end()
            #expect(again == result)
            #expect(bench.note("witness") == "ran")
            #expect(try !later.runner.forbid(order.key))
        }
    }
}

import CloudAssistant
import Glibc
import Testing

@testable import Runners

@Suite("What dead supervisors and late ones leave", .timeLimit(.minutes(1))) struct LeftoverTests {
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
            try await eventually("nothing is left") { !exists(folder) && bench.names.isEmpty }
        }
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
            try await eventually("the claim is removed") { bench.names.isEmpty }
            #expect(bench.note("precious") == "still here")
        }
    }

    @Test("a supervisor that comes after its attempt was removed does not start")
    func lateSupervisor() async throws {
        try await Bench.with(claimDelay: 500) { bench in
            let launch = Task { try await bench.runner.launch(bench.order("echo ran > witness\n")) }
            try await eventually("the attempt is offered") { bench.names.count == 1 }
            bench.files().remove()
            let answer = try await launch.value
            #expect(answer == .alreadyClaimed)
            #expect(bench.note("witness") == nil)
            #expect(bench.names.isEmpty)
        }
    }

    @Test("an attempt that is running is not removed")
    func stillRunning() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo ready\nwhile [ ! -e go ]; do sleep 0.02; done\n")
            try await bench.start(order, until: "ready")
            #expect(!bench.files().clear())
            try bench.note("go", "")
            let result = try await bench.desk.end()
            #expect(result.ending == .exited(code: 0))
            #expect(bench.files().clear())
            #expect(bench.names.isEmpty)
        }
    }

    @Test("outputs without a claim are removed at the next start")
    func orphanedOutput() async throws {
        try await Bench.with { bench in
            for path in [bench.files().outputPath, bench.files().ringPath] { try write([1], to: path) }
            _ = try bench.another()
            #expect(bench.names.isEmpty)
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
}

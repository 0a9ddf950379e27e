import Glibc
import Testing

@Suite("What is written to the log", .timeLimit(.minutes(4))) struct LogFileTests {
    @Test("a program without its supervisor says so in the result and in the log, in one line, for its owner only")
    func missingSupervisor() async throws {
        try await Workbench.with { bench in
            let alone = bench.path("flagdeck")
            _ = try await bench.command(["cp", "--reflink=auto", Program.path, alone])
            let words = ["--state-dir", bench.state, "--instance-id", Workbench.instance, "--command-content", "true"]
            let ending = try await bench.command([alone, "run", "--wait"] + words)
            #expect(ending.code == 1)
            #expect(ending.output.contains("no-supervisor, \(alone)-run, errno 2"))
            let lines = bench.lines("state/flagdeck.log")
            #expect(lines.count == 1)
            #expect(lines.first?.hasSuffix("no-supervisor, \(alone)-run, errno 2") == true)
            var status = stat()
            #expect(lstat(bench.path("state/flagdeck.log"), &status) == 0 && status.st_mode & 0o777 == 0o600)
        }
    }
}

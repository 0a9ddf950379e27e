import Testing

@Suite("Progress of a wait", .timeLimit(.minutes(4))) struct TerminalProgressTests {
    /// Runs shell words with a terminal for all three standard streams; what came out on it.
    private func onTerminal(_ bench: Workbench, _ more: String) async throws -> String {
        let run = "\(Program.path) run --state-dir \(bench.state) --instance-id \(Workbench.instance) --wait"
        let words = "\(run) --output text --command-content 'sleep 0.2; echo done' \(more)"
        let ending = try await bench.command(["script", "-qec", words, "/dev/null"])
        #expect(ending.code == 0, "\(ending)")
        return ending.output
    }

    @Test("on a terminal one line shows it, and goes when all have ended")
    func onTerminal() async throws {
        try await Workbench.with { bench in
            let output = try await onTerminal(bench, "")
            #expect(output.contains("\r\u{1b}[K0/1 ended, 0 failed, "), "\(output.debugDescription)")
            #expect(output.hasSuffix("\r\u{1b}[Kdone\r\n"), "\(output.debugDescription)")
        }
    }

    @Test("where either stream goes elsewhere nothing is drawn", arguments: ["| cat", "2> /dev/null"])
    func elsewhere(_ more: String) async throws {
        try await Workbench.with { bench in
            let output = try await onTerminal(bench, more)
            #expect(!output.contains("\u{1b}"), "\(output.debugDescription)")
            #expect(output.hasSuffix("done\r\n"))
        }
    }
}

import CloudAssistant
import Glibc
import TestSupport
import Testing

@testable import Runners

@Suite("Secrets in what is kept of an attempt", .timeLimit(.minutes(4))) struct HidingTests {
    static let secret = "s3cret-value"
    static let concealment = Concealment([Array(secret.utf8)])

    /// Runs a script, lets it go and waits until it is put away.
    static func put(_ bench: Bench, _ script: String) async throws {
        _ = try await bench.run(script)
        bench.runner.forget(Bench.key(), hiding: concealment)
        try await eventually("it is put away") { exists(ended(bench)) }
    }

    static func ended(_ bench: Bench) -> String { bench.attempts + "/ended/t-1.i-here.1" }

    static func holds(_ bytes: [UInt8]) -> Bool {
        var scan = ConcealmentScan(concealment)
        return !scan.ranges(in: bytes).isEmpty
    }

    @Test("a claim holds no secret, and still tells the end") func claim() async throws {
        try await Bench.with { bench in
            try await Self.put(bench, "printf 'a s3cret-value b'; exit 3\n")
            let claim = try #require(contents(Self.ended(bench)))
            #expect(!Self.holds(claim))
            guard case .ended(let result) = bench.files().observe() else { throw Problem("no result") }
            #expect(result.ending == .exited(code: 3))
            #expect(result.output == Array("a ************ b".utf8))
        }
    }

    @Test("a secret that is a word of the claim's own leaves the claim readable") func words() async throws {
        try await Bench.with { bench in
            _ = try await bench.run("printf 'exited ending'; exit 3\n")
            bench.runner.forget(
                Bench.key(), hiding: Concealment(["exited", "ending", "flagdeck-result"].map { Array($0.utf8) }))
            try await eventually("it is put away") { exists(Self.ended(bench)) }
            guard case .ended(let result) = bench.files().observe() else { throw Problem("no result") }
            #expect(result.ending == .exited(code: 3))
            #expect(result.output == Array("****** ******".utf8))
        }
    }

    @Test("a long output is kept without its secrets, as long as it was") func longOutput() async throws {
        try await Bench.with { bench in
            let line = "0123456789 s3cret-value 0123456789"
            try await Self.put(bench, "i=0; while [ $i -lt 2000 ]; do echo '\(line)'; i=$((i+1)); done\n")
            let spool = try #require(bench.runner.spool(Bench.key()))
            let lines = String(repeating: "0123456789 ************ 0123456789\n", count: 2000)
            expectSame(contents(spool), Array(lines.utf8))
        }
    }

    @Test("pieces at the place where an output is cut are masked") func cut() async throws {
        try await Bench.with(spoolLimit: 256 << 10) { bench in
            // The first half ends within a value, and the second begins within one, whatever their places are.
            try await Self.put(bench, "yes s3cret-value | tr -d '\\n' | head -c 1000000\n")
            let path = try #require(bench.runner.spool(Bench.key()))
            let spool = try #require(contents(path))
            #expect(!Self.holds(spool))
            let text = String(decoding: spool, as: UTF8.self)
            let mark = try #require(text.split(separator: "\n").first { $0.hasPrefix("[flagdeck: ") })
            let parts = text.split(separator: "\n").filter { $0 != mark }
            for part in parts {
                let shown = part.filter { $0 != "*" }
                #expect(shown.count < 2 * Concealment.shortest, "\(shown)")
            }
        }
    }

    @Test("when it cannot be told what is secret, no long output is kept") func total() async throws {
        try await Bench.with { bench in
            _ = try await bench.run("head -c 50000 /dev/zero | tr '\\0' x\n")
            bench.runner.forget(Bench.key(), hiding: .total)
            try await eventually("it is put away") { exists(Self.ended(bench)) }
            #expect(bench.runner.spool(Bench.key()) == nil)
        }
    }

    @Test("until secrets are taken out there is no spool") func notYet() async throws {
        try await Bench.with { bench in
            try await bench.start(
                bench.order("head -c 50000 /dev/zero | tr '\\0' x; echo; echo here; sleep 60\n"), until: "here")
            #expect(bench.runner.spool(Bench.key()) != nil)
            bench.runner.forget(Bench.key(), hiding: Self.concealment)
            #expect(bench.runner.spool(Bench.key()) == nil)
            bench.runner.stop(Bench.key())
            try await eventually("it is put away") { exists(Self.ended(bench)) }
            try await eventually("there is a spool") { bench.runner.spool(Bench.key()) != nil }
        }
    }
}

import Glibc
import Screen
import TestSupport
import Testing

private let sign = "Targets"

@Suite("The console on a terminal", .timeLimit(.minutes(4))) struct ConsoleOnTerminalTests {
    private static let once = "CONSOLE; echo \"[ended $?]\"; read line"

    @Test(
        "works whatever the terminal is called",
        arguments: [
            "", "no-such-terminal", "xterm-kitty", "alacritty", "foot-extra", "xterm", "vt100", "linux", "xterm-mono",
            "screen", "screen-256color", "tmux-256color", "screen.xterm-ghostty",
        ])
    func types(_ type: String) async throws {
        try await Sitting.with(Self.once, environment: ["TERM": type]) { sitting, _ in
            try await sitting.hear(sign)
            #expect(!sitting.hasItsModes)
            sitting.type("q")
            try await sitting.hear("[ended 0]")
            #expect(sitting.hasItsModes)
        }
    }

    @Test("sends little for a move of the cursor and nothing for a key without a meaning")
    func byteBudget() async throws {
        try await Sitting.with(Self.once, size: Size(rows: 50, columns: 200)) { sitting, _ in
            try await sitting.see("online")
            try await sitting.seeNothingNew()
            var silent: [Bool] = []
            for (key, most) in [("j", 330), ("k", 330), ("\u{1D}", 0), ("j", 330), ("\u{1D}", 0)] {
                let before = sitting.bytes.count
                sitting.type(key)
                if most > 0 {
                    try await eventually("an answer to \(key)") {
                        sitting.look()
                        return sitting.bytes.count > before
                    }
                }
                try await sitting.seeNothingNew()
                // The clock in the bar may have gone on meanwhile.
                let minute = 30
                #expect(sitting.bytes.count - before <= most + minute, "\(key.debugDescription)")
                if most == 0 { silent.append(sitting.bytes.count == before) }
            }
            #expect(silent.contains(true))
        }
    }

    @Test("says so on a terminal that cannot place the cursor")
    func dumb() async throws {
        try await Sitting.with(Self.once, environment: ["TERM": "dumb"]) { sitting, _ in
            try await sitting.see("[ended 2]")
            try await sitting.see("dumb")
            try await sitting.seeGivenBack("a refusal")
        }
    }

    @Test("shows after a storm of sizes and keys what it would have shown without")
    func storm() async throws {
        var chance = SystemRandomNumberGenerator()
        let seed = chance.next()
        var generator = Seeded(seed)
        try await Sitting.with(Self.once) { sitting, _ in
            try await sitting.see("online")
            for _ in 0..<400 {
                let rows = Int.random(in: 1...60, using: &generator)
                sitting.resize(Size(rows: rows, columns: .random(in: 1...220, using: &generator)))
                sitting.type(["2", "3", "j", "k", "\t", "\u{1B}[A"].randomElement(using: &generator) ?? "j")
                if Bool.random(using: &generator) { await Task.yield() }
            }
            let size = Size(rows: 30, columns: 100)
            sitting.resize(size)
            sitting.type("2")
            try await sitting.seeNothingNew()
            let shown = sitting.display.text
            #expect(shown.contains("online"), "seed \(seed)")
            #expect(sitting.display.strange.isEmpty, "seed \(seed)")
            sitting.resize(size)
            sitting.type("\u{0C}")
            try await sitting.see("online")
            try await sitting.seeNothingNew()
            // The clock in the bar may have gone on.
            let clock = /[0-9]{2}:[0-9]{2}Z/
            #expect(
                sitting.display.text.replacing(clock, with: "") == shown.replacing(clock, with: ""), "seed \(seed)")
            #expect(sitting.display.strange.isEmpty, "seed \(seed)")
            sitting.type("q")
            try await sitting.see("[ended 0]")
            try await sitting.seeGivenBack("a storm")
        }
    }

    @Test("takes a lone Escape for itself, and keys that come in pieces for what they are")
    func pieces() async throws {
        try await Sitting.with(Self.once) { sitting, _ in
            try await sitting.see("online")
            // The filter of the list shows what is typed; a piece of a key must not be.
            sitting.type("/")
            let pieces = [
                "\u{15}on", "\u{1B}[", "D", "\u{1B}[<0;1", ";1M", "\u{1B}[200~", "li\u{1B}[2", "01~", "z",
            ]
            // Pieces that come half a second apart are not taken together. A busy machine can be so slow: it may retry.
            try await eventually("the whole is one word", within: 120) {
                for piece in pieces {
                    sitting.type(piece)
                    // Longer than an Escape waits for what belongs to it: as over a slow network.
                    try await sitting.seeNothingNew(looks: 12)
                }
                return ["onliz", "olizn"].contains { sitting.display.text.contains($0) }
            }
            #expect(!sitting.display.text.contains("<0;1"))
            sitting.type("\u{1B}")
            try await eventually("Escape ends the filter") {
                sitting.look()
                return !sitting.display.text.contains("liz") && sitting.display.text.contains("online")
            }
            sitting.type("q")
            try await sitting.see("[ended 0]")
        }
    }
}

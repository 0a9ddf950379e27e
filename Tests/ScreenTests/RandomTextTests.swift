import TestSupport
import Testing

@testable import Screen

@Suite struct RandomTextTests {
    static let pieces: [String] = [
        "a", " ", "\t", "\r", "\n", "\u{8}", "\u{1B}[31m", "\u{1B}]0;", "\u{7}", "\u{200D}", "\u{FE0F}", "\u{301}",
        "\u{6F22}", "\u{1F468}", "\u{1F469}\u{200D}", "\u{1F3FD}", "\u{1F1E9}", "\u{2764}", "\u{94D}", "\u{915}",
        "\u{1100}", "\u{1161}", "\u{202E}", "\u{E0041}", "\u{E000}", "\0", "\u{9B}", "\u{25CC}", "\u{261D}",
    ]

    private func isSafe(_ text: String) -> Bool {
        var isFirst = true
        for scalar in text.unicodeScalars {
            defer { isFirst = false }
            if scalar == "\u{200D}", !isFirst { continue }
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                return false
            case .nonspacingMark, .enclosingMark:
                if isFirst { return false }
            default: break
            }
        }
        return text.unicodeScalars.count <= 8
    }

    private func check(_ text: SafeText, seed: UInt64) {
        var frame = Frame(size: Size(rows: 1, columns: 1_000))
        let used = frame.write(text, at: Position(row: 0, column: 0), style: .plain)
        #expect(used == min(1_000, text.width), "seed \(seed)")
        let cells = frame.row(0).prefix(used)
        #expect(cells.allSatisfy { isSafe($0.grapheme) }, "seed \(seed)")
        #expect(cells.reduce(0) { $0 + $1.width } == used, "seed \(seed)")
        #expect(text.clusters.reduce(0) { $0 + $1.width } == text.width, "seed \(seed)")
        let again = SafeText(text.plain)
        #expect(Array(again.plain.unicodeScalars) == Array(text.plain.unicodeScalars), "seed \(seed)")
        #expect(again.width == text.width, "seed \(seed)")
        let middle = text.width / 2
        #expect(text.prefix(width: middle).width <= middle, "seed \(seed)")
        let rest = text.dropping(width: middle)
        #expect(rest.clusters.reduce(0) { $0 + $1.width } == rest.width, "seed \(seed)")
    }

    @Test func neverShowsUnsafeScalars() {
        var seeds = SystemRandomNumberGenerator()
        for round in 0..<300 {
            let seed = round < 200 ? UInt64(round) : seeds.next()
            var generator = Seeded(seed)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...200, using: &generator) {
                if Bool.random(using: &generator) {
                    bytes += Self.pieces.randomElement(using: &generator).map { Array($0.utf8) } ?? []
                } else if Int.random(in: 0..<4, using: &generator) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &generator))
                } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) {
                    bytes += Array(String(Character(scalar)).utf8)
                }
            }
            check(SafeText(bytes: bytes), seed: seed)
            let lines = SafeText.lines(bytes: bytes)
            for line in lines { check(line, seed: seed) }
            if let first = lines.first, let last = lines.last { check(first + last, seed: seed) }
        }
    }
}

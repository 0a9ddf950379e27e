import Screen
import Terminal
import TestSupport
import Testing

extension TerminalTests {
    @Suite struct DrawingTests {
        private let size = Size(rows: 24, columns: 80)

        @Test func sendsNothingForTheSameFrame() async throws {
            let bench = try Bench()
            var frame = Frame((0..<24).map { "row \($0) 日本 " + String(repeating: "x", count: $0) })
            try await bench.show(frame)
            #expect(bench.display.text == frame.dump())
            for _ in 0..<3 { #expect(try await bench.show(frame).isEmpty) }
            frame.cursor = Position(row: 3, column: 7)
            try await bench.show(frame)
            #expect(bench.display.cursor == (3, 7))
            #expect(bench.display.isCursorVisible)
            #expect(try await bench.show(frame).isEmpty)
            try await bench.close()
        }

        @Test func sendsFewBytesForOneCell() async throws {
            let bench = try Bench()
            try await bench.show(Frame(["hello", "world"]))
            let bytes = try await bench.show(Frame(["hello", "wOrld"]))
            #expect((1...16).contains(bytes.count))
            #expect(bench.display.text.hasPrefix("hello\nwOrld\n"))
            try await bench.close()
        }

        @Test func sendsTwoRowsForAMoveOfTheCursor() async throws {
            func frame(_ selected: Int) -> Frame {
                var frame = Frame((0..<24).map { "instance-\($0)  online  env=prod role=web zone=cn-hangzhou-i" })
                frame.restyle(Rect(row: selected, column: 0, rows: 1, columns: 80)) { _ in Style(attributes: .reverse) }
                return frame
            }
            let bench = try Bench()
            try await bench.show(frame(5))
            let bytes = try await bench.show(frame(6))
            #expect(bytes.count <= 330)
            #expect(bench.display.text == frame(6).dump())
            try await bench.close()
        }

        @Test func drawsEverythingAnewWhenAsked() async throws {
            let bench = try Bench()
            let frame = Frame(["hello"])
            try await bench.show(frame)
            bench.terminal.repaint()
            let bytes = try await bench.show(frame)
            #expect(String(decoding: bytes, as: UTF8.self).contains("hello"))
            #expect(bench.display.text == frame.dump())
            try await bench.close()
        }

        @Test func drawsEverythingAnewAfterAChangeOfSize() async throws {
            let bench = try Bench()
            try await bench.show(Frame((0..<24).map { "row \($0)" }))
            for size in [Size(rows: 12, columns: 50), Size(rows: 40, columns: 140), Size(rows: 5, columns: 20), size] {
                try await bench.output()
                bench.resize(size)
                #expect(bench.terminal.nextEvent(milliseconds: 5000) == .resize(size))
                #expect(bench.terminal.size == size)
                // Whatever the terminal kept of the picture before: here nothing.
                let frame = Frame((0..<size.rows).map { "row \($0)" }, size)
                try await bench.show(frame)
                #expect(bench.display.text == frame.dump(), "\(size)")
                #expect(bench.terminal.nextEvent(milliseconds: 1) == .timeout)
            }
            try await bench.close()
        }

        @Test func survivesFramesOfAnotherSize() async throws {
            let bench = try Bench(Size(rows: 10, columns: 30))
            for size in [Size(rows: 50, columns: 200), Size(rows: 1, columns: 1), Size(rows: 10, columns: 30)] {
                var frame = Frame((0..<size.rows).map { "row \($0) 日本語" }, size)
                frame.cursor = Position(row: size.rows - 1, column: size.columns - 1)
                try await bench.show(frame)
            }
            #expect(bench.display.strange.isEmpty)
            try await bench.close()
        }

        static let hostile = [
            "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;aGk=\u{7}", "\u{9B}31m", "\u{9D}0;t\u{9C}",
            "\u{1B}P1$r\u{1B}\\", "\0\u{7F}\u{7}\u{8}",
            "\u{E}\u{F}", "\r\n\u{B}\u{C}", "\u{202E}abc", "\u{2066}\u{2069}", "\u{E0041}\u{E007F}", "\u{200B}\u{FEFF}",
            "a\u{200D}b",
            "\u{FFF9}\u{FFFC}", "\u{1F1E9}\u{1F1EA}\u{1F1EB}", "👩‍👩‍👧‍👦", "❤️", "❤️‍🔥", "👍🏽", "🫨", "क्‍ष", "각",
            "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
            "\u{301}", "﷽", "𒐫", "\u{3164}", "漢字", "\u{1160}", "\u{AD}x",
        ]

        @Test func hostileTextNeverActsAndNeverShiftsARow() async throws {
            let bench = try Bench()
            for text in Self.hostile {
                var frame = Frame(size: size)
                for (row, safe) in [SafeText(text), SafeText(bytes: Array(text.utf8))].enumerated() {
                    frame.write(safe, at: Position(row: row, column: 0), style: .plain)
                    frame.write(SafeText("|end"), at: Position(row: row, column: 40), style: .plain)
                }
                let bytes = try await bench.show(frame)
                #expect(bench.display.strange.isEmpty, "\(text.debugDescription)")
                let shown = String(decoding: bytes, as: UTF8.self)
                #expect(!shown.contains("\u{1B}]") && !shown.contains("\u{9B}"))
                for row in 0..<2 {
                    #expect(bench.display.cells[row][40..<44].joined() == "|end", "\(text.debugDescription)")
                }
                bench.terminal.repaint()
                try await bench.show(Frame(size: size))
            }
            try await bench.close()
        }

        @Test(arguments: [79, 80, 81, 20]) func wideLettersAtTheRightEdgeStayInTheirRow(_ columns: Int) async throws {
            let size = Size(rows: 6, columns: columns)
            let bench = try Bench(size)
            let frame = Frame(
                [
                    String(repeating: "漢", count: 60), "a" + String(repeating: "字", count: 60), "",
                    String(repeating: "x", count: 100),
                ],
                size)
            try await bench.show(frame)
            #expect(bench.display.text == frame.dump())
            var last = frame
            last.write(SafeText(String(repeating: "漢", count: 60)), at: Position(row: 5, column: 0), style: .plain)
            try await bench.show(last)
            #expect(bench.display.text == last.dump())
            try await bench.close()
        }

        @Test func showsRandomFramesOneAfterTheOther() async throws {
            var chance = SystemRandomNumberGenerator()
            let seed = chance.next()
            var generator = Seeded(seed)
            let bench = try Bench(size)
            let words = ["online", "漢字", "é", "  ", "\t", "▸", "─", "x", "e\u{301}", "0123456789", "종"]
            var last = Frame(size: size)
            for round in 0..<120 {
                // New pictures, and the one before with a few changes, which begin and end beside wide letters too.
                let isNew = round.isMultiple(of: 2)
                var frame = isNew ? Frame(size: size) : last
                for _ in 0..<(isNew ? 40 : 6) {
                    let text = SafeText((0..<4).map { _ in words.randomElement(using: &generator) ?? "" }.joined())
                    let style = Style(
                        foreground: Bool.random(using: &generator)
                            ? .indexed(.random(in: 0...255, using: &generator)) : .standard,
                        attributes: Attributes(rawValue: .random(in: 0...31, using: &generator)))
                    let place = Position(
                        row: .random(in: 0..<24, using: &generator), column: .random(in: -3..<80, using: &generator))
                    frame.write(text, at: place, style: style)
                }
                try await bench.show(frame)
                #expect(bench.display.text == frame.dump(), "seed \(seed)")
                #expect(bench.display.strange.isEmpty, "seed \(seed)")
                last = frame
            }
            try await bench.close()
        }
    }
}

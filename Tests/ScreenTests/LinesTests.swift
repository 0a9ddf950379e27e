import Testing

@testable import Screen

@Suite struct LinesTests {
    struct Case: Sendable {
        let input: String
        let lines: [String]

        init(_ input: String, _ lines: String...) {
            self.input = input
            self.lines = lines
        }
    }

    static let cases = [
        Case(""),
        Case("\n", ""),
        Case("one\ntwo", "one", "two"),
        Case("one\r\ntwo\n", "one", "two"),
        Case("10%\r20%\r30%\n", "30%"),
        Case("100%\r\r\n", "100%"),
        Case("long text\rab", "ab"),
        Case("a\tb", "a       b"),
        Case("12345678\tb", "12345678        b"),
        Case("\u{6F22}\tb", "\u{6F22}      b"),
        Case("abc\u{8}\u{8}d", "ad"),
        Case("\u{8}a", "a"),
        Case("\u{1B}[1;31mred\u{1B}[0m!", "red!"),
        Case("a\n\u{1B}[0m", "a"),
        Case("\u{1B}]52;c;aGVsbG8=\u{7}x", "x"),
        Case("\u{1B}]0;title\u{1B}\\x", "x"),
        Case("\u{1B}Pq#0\u{7}data\u{1B}\\x", "x"),
        Case("\u{1B}_apc\u{9C}x\u{1B}^pm\u{1B}\\y\u{1B}Xsos\u{1B}\\z", "xyz"),
        Case("\u{1B}(Bx\u{1B}7y\u{1B}=z", "xyz"),
        Case("\u{9B}31mx\u{9D}0;t\u{9C}y\u{85}", "xy\u{FFFD}"),
        Case("a\u{1B}]0;open\nb", "a", "b"),
        Case("a\u{1B}[31", "a"),
        Case("a\u{1B}[3\u{E9}", "a\u{E9}"),
        Case("a\0b\u{7F}\u{7}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"),
        Case("a\u{202E}b", "a\u{FFFD}b"),
        Case("e\u{301}\u{8}x", "x"),
    ]

    @Test(arguments: cases) func showsOutput(_ example: Case) {
        let lines = SafeText.lines(bytes: example.input.utf8)
        #expect(lines.map(\.plain) == example.lines)
    }

    @Test func endsEndlessSequences() {
        let open = "\u{1B}]" + String(repeating: "x", count: 5_000)
        let lines = SafeText.lines(bytes: open.utf8)
        #expect(lines.map(\.width) == [5_002 - EscapeFilter.longestSequence])
    }

    @Test func cutsLongLines() {
        for unit in ["a", "\u{E9}", "\u{6F22}"] {
            let lines = SafeText.lines(bytes: String(repeating: unit, count: 40_000).utf8)
            #expect(lines.count == 1)
            let width = lines.first?.width ?? 0
            #expect(width <= 16_384 && width >= 16_383)
            #expect(lines.first?.plain.last == "\u{2026}")
        }
        let tabs = SafeText.lines(bytes: Array(repeating: 0x09, count: 100_000), tabWidth: .max)
        #expect(tabs.first?.width == 16_384)
    }

    @Test func staysFastForLargeInput() {
        let clock = ContinuousClock()
        for unit in ["plain line\n", "a", "\u{E9}", "\r", "\u{1B}[", "x\u{8}", "\u{301}", "a\r"] {
            let bytes = Array(String(repeating: unit, count: 1_000_000 / unit.utf8.count).utf8)
            let spent = clock.measure { _ = SafeText.lines(bytes: bytes) }
            #expect(spent < .seconds(20), "unit \(unit.debugDescription)")
        }
    }

    @Test func usesTheTabWidthGiven() {
        #expect(SafeText.lines(bytes: "a\tb".utf8, tabWidth: 4).map(\.plain) == ["a   b"])
        #expect(SafeText.lines(bytes: "a\tb".utf8, tabWidth: 0).map(\.plain) == ["a b"])
        #expect(SafeText.lines(bytes: [0x61, 0xFF, 0x62]).map(\.plain) == ["a\u{FFFD}b"])
    }
}

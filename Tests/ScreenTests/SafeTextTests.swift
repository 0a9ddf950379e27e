import Testing

@testable import Screen

@Suite struct SafeTextTests {
    struct Case: Sendable {
        let input: String
        let plain: String
        let width: Int

        init(_ input: String, _ plain: String, _ width: Int) {
            self.input = input
            self.plain = plain
            self.width = width
        }
    }

    static let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}"

    static let cases = [
        Case("", "", 0),
        Case("plain", "plain", 5),
        Case("a\tb\nc\r\nd\re", "a b c d e", 9),
        Case("\u{1B}[31mred", "\u{FFFD}[31mred", 8),
        Case("\u{1B}]52;c;aGk=\u{7}", "\u{FFFD}]52;c;aGk=\u{FFFD}", 12),
        Case("nul\0", "nul\u{FFFD}", 4),
        Case("del\u{7F}", "del\u{FFFD}", 4),
        Case("\u{9B}1m", "\u{FFFD}1m", 3),
        Case("a\u{202E}b\u{2066}c", "a\u{FFFD}b\u{FFFD}c", 5),
        Case("a\u{200B}\u{2060}\u{FEFF}\u{200E}\u{61C}", "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 6),
        Case("\u{2028}\u{2029}\u{AD}\u{E000}\u{E0041}\u{378}\u{3164}", String(repeating: "\u{FFFD}", count: 7), 7),
        Case("\u{200D}", "\u{FFFD}", 1),
        Case("a\u{200D}b", "a\u{FFFD}b", 3),
        Case("\u{1F468}\u{200D}", "\u{1F468}\u{FFFD}", 3),
        Case("\u{301}", "\u{25CC}\u{301}", 1),
        Case(" \u{301}", " \u{25CC}\u{301}", 2),
        Case("\u{202E}\u{301}", "\u{FFFD}\u{25CC}\u{301}", 2),
        Case("e\u{301}", "e\u{301}", 1),
        Case(family, family, 2),
        Case("\u{2764}\u{FE0F}\u{200D}\u{1F525}", "\u{2764}\u{FE0F}\u{200D}\u{1F525}", 2),
        Case("\u{1F44B}\u{1F3FD}", "\u{1F44B}\u{1F3FD}", 2),
        Case("\u{1F1E9}\u{1F1EA}\u{1F1EB}", "\u{1F1E9}\u{1F1EA}\u{1F1EB}", 3),
        Case("\u{6F22}\u{5B57}", "\u{6F22}\u{5B57}", 4),
        Case("\u{1100}\u{1161}\u{11A8}", "\u{1100}\u{1161}\u{11A8}", 2),
        Case("\u{915}\u{94D}\u{200D}\u{937}", "\u{915}\u{94D}\u{200D}\u{937}", 2),
    ]

    @Test(arguments: cases) func sanitisesOneLine(_ example: Case) {
        let text = SafeText(example.input)
        #expect(Array(text.plain.unicodeScalars) == Array(example.plain.unicodeScalars))
        #expect(text.width == example.width)
        let again = SafeText(text.plain)
        #expect(Array(again.plain.unicodeScalars) == Array(text.plain.unicodeScalars))
        #expect(again.width == text.width)
    }

    @Test func keepsEightScalarsOfOneCluster() {
        let marks = String(repeating: "\u{301}", count: 1_000)
        #expect(SafeText("a" + marks + "b").plain.unicodeScalars.count == 9)
        #expect(SafeText("a" + marks + "b").width == 2)
        #expect(SafeText(marks).plain.unicodeScalars.count == 8)
        let chain = Array(repeating: "\u{1F469}", count: 50).joined(separator: "\u{200D}")
        #expect(SafeText(chain).plain.unicodeScalars.count == 7)
        #expect(SafeText(chain + "\u{1F3FD}\u{301}").width == 2)
    }

    @Test func replacesInvalidBytes() {
        #expect(SafeText(bytes: [0x61, 0xFF, 0x62]).plain == "a\u{FFFD}b")
        #expect(SafeText(bytes: [0xED, 0xA0, 0x80]).plain.unicodeScalars.allSatisfy { $0 == "\u{FFFD}" })
        #expect(SafeText(bytes: [0xC3, 0xA9]).plain == "\u{E9}")
    }

    @Test func cutsAtColumns() {
        let text = SafeText("a\u{6F22}\u{5B57}b")
        #expect(text.prefix(width: 2).plain == "a")
        #expect(text.prefix(width: 2).width == 1)
        #expect(text.prefix(width: 3).plain == "a\u{6F22}")
        #expect(text.prefix(width: -1).isEmpty)
        #expect(text.dropping(width: 2).plain == " \u{5B57}b")
        #expect(text.dropping(width: 3).plain == "\u{5B57}b")
        #expect(text.dropping(width: 99).isEmpty)
        #expect(SafeText("hello").truncated(to: 4, ellipsis: SafeText("~")).plain == "hel~")
        #expect(SafeText("hello").truncated(to: 5, ellipsis: SafeText("~")).plain == "hello")
        #expect(SafeText("hello").truncated(to: 1, ellipsis: SafeText("...")).plain == ".")
        #expect(SafeText("hello").prefix(width: 2).plain == "he")
        #expect(SafeText("hello").dropping(width: 2).plain == "llo")
    }

    @Test func joinsTexts() {
        let flag = SafeText("\u{1F1E9}") + SafeText("\u{1F1EA}")
        #expect(flag.width == 2)
        #expect(Array(flag.clusters).count == 1)
        #expect((SafeText("a") + SafeText("\u{6F22}")).width == 3)
    }
}

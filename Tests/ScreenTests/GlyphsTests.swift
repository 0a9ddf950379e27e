import Testing

@testable import Screen

@Suite struct GlyphsTests {
    @Test func drawsWithSingleColumns() {
        for glyphs in [Glyphs.unicode, .ascii] {
            for child in Mirror(reflecting: glyphs).children {
                let texts = (child.value as? SafeText).map { [$0] } ?? child.value as? [SafeText] ?? []
                #expect(!texts.isEmpty)
                #expect(texts.allSatisfy { $0.width == 1 && !$0.plain.contains("\u{FFFD}") })
            }
        }
        #expect(Glyphs.ascii.spinner.allSatisfy { $0.plain.utf8.count == 1 })
    }

    @Test func `a sign is replaced by its name, and nothing else is`() {
        var expected = Glyphs.unicode
        expected.success = SafeText("v")
        #expect(Glyphs.unicode.replacing(["ok": SafeText("v"), "nothing": SafeText("w")]) == expected)
        let all = Dictionary(uniqueKeysWithValues: Glyphs.signNames.map { ($0, SafeText("*")) })
        #expect(Glyphs.ascii.replacing(all).stopped == SafeText("*"))
    }

    @Test(arguments: ["", "ab", "漢", "\u{1B}", " ", "\u{E000}"])
    func `what does not fill one cell is no sign`(_ text: String) {
        #expect(!Glyphs.isSign(SafeText(text)))
        #expect(Glyphs.unicode.replacing(["ok": SafeText(text)]) == .unicode)
    }
}

import Testing

@testable import Screen

@Suite struct ThemeTests {
    @Test(arguments: Role.allCases) func fallsBackToText(_ role: Role) {
        var current = role
        var steps = 0
        while let next = current.fallback, steps < Role.allCases.count {
            current = next
            steps += 1
        }
        #expect(current == .text)
        let style = Style(foreground: .rgb(1, 2, 3))
        #expect(Theme(name: "one", styles: [.text: style])[role] == style)
        #expect(Theme(name: "none", styles: [:])[role] == .plain)
    }

    @Test(arguments: Role.allCases) func keepsMonoFreeOfColour(_ role: Role) {
        #expect(Theme.mono[role].foreground == .standard)
        #expect(Theme.mono[role].background == .standard)
        #expect(Theme.terminal[role].background == .standard)
    }

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

    @Test func namesKeys() {
        let names: [(Key, String)] = [
            (.enter, "Enter"), (.control("c"), "Ctrl-C"), (.function(1), "F1"), (.alt("x"), "Alt-x"),
            (.character(" "), "Space"), (.character("q"), "q"), (.backTab, "Shift-Tab"), (.unknown(3), "Unknown-3"),
        ]
        for (key, name) in names { #expect(key.name == name) }
    }
}

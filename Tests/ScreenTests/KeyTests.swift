import Screen
import Testing

@Suite struct KeyTests {
    static let keys: [(Key, String)] = [
        (.enter, "Enter"), (.tab, "Tab"), (.backTab, "Shift-Tab"), (.escape, "Esc"), (.backspace, "Backspace"),
        (.delete, "Delete"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
        (.end, "End"), (.pageUp, "PageUp"), (.pageDown, "PageDown"), (.insert, "Insert"), (.control("c"), "Ctrl-C"),
        (.control("\\"), "Ctrl-\\"), (.control(" "), "Ctrl-Space"), (.function(1), "F1"), (.function(24), "F24"),
        (.alt("x"), "Alt-x"), (.alt("X"), "Alt-X"), (.alt("-"), "Alt--"), (.alt(" "), "Alt-Space"),
        (.character(" "), "Space"), (.character("q"), "q"), (.character("Q"), "Q"), (.character("-"), "-"),
        (.character("F"), "F"), (.character("漢"), "漢"), (.character("é"), "é"), (.unknown(3), "Unknown-3"),
    ]

    @Test(arguments: keys) func `a key has a name and the name is that key's`(_ key: Key, _ name: String) {
        #expect(key.name == name)
        #expect(Key(name: name) == key)
    }

    @Test func `every key of a keyboard is found by its name`() {
        for code in 0x21...0x7E {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let letter = Character(scalar)
            for key in [Key.character(String(letter)), .alt(letter)] { #expect(Key(name: key.name) == key) }
            guard !letter.isUppercase else { continue }
            #expect(Key(name: Key.control(letter).name) == .control(letter))
        }
    }

    @Test(arguments: [
        "", " ", "  ", "enter", "ENTER", "Escape", "Ctrl-c", "ctrl-C", "Ctrl-", "Ctrl-CC", "Ctrl- ", "Ctrl-Up", "C-c",
        "Alt-", "Alt- ", "Alt-Up", "Shift-A", "F01", "F+1", "F1 ", "Unknown-", "Unknown-03", "ab", "\t", "\n", "\u{1B}",
        "\u{7F}", "\u{202E}", "\u{301}", "Alt-\u{1B}", "Ctrl-\u{9B}", "F99999999999999999999",
    ])
    func `what is no key's name is none`(_ name: String) {
        #expect(Key(name: name) == nil)
    }
}

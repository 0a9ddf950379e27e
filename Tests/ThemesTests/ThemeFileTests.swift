import Screen
import Settings
import TestSupport
import Testing
import Themes

private let path = "/home/me/mine.toml"

private func found(_ text: String, _ catalogue: ThemeCatalogue = .init()) throws -> ThemeCatalogue.Found {
    try catalogue.theme(of: Array(text.utf8), path: path, name: "mine")
}

@Suite("Theme files") struct ThemeFileTests {
    @Test(arguments: [
        ("'#268bd2'", Color.rgb(0x26, 0x8B, 0xD2)), ("'#ABCDEF'", .rgb(0xAB, 0xCD, 0xEF)), ("'red'", .indexed(1)),
        ("'bright-red'", .indexed(9)), ("'default'", .standard), ("0", .indexed(0)), ("255", .indexed(255)),
        ("'ink'", .rgb(1, 2, 3)), ("'green'", .rgb(4, 5, 6)),
    ])
    func `a colour is parts, a name of the palette or the terminal, or a number`(_ word: String, _ color: Color) throws
    {
        for roles in ["accent = \(word)", "accent = { fg = \(word) }", "accent.fg = \(word)", "'accent' = \(word)"] {
            let found = try found("[palette]\nink = '#010203'\ngreen = '#040506'\n[roles]\n\(roles)\n")
            #expect(found.warnings.isEmpty)
            #expect(found.theme.rules.roles == [.accent: PartialStyle(foreground: color)])
        }
    }

    @Test func `everything that can be said is taken`() throws {
        let found = try found(
            """
            name = "mine"
            variant = "light"
            [palette]
            red = "#dc322f"
            [roles]
            text = { fg = "black", bg = "#fdf6e3" }
            border.focus = { fg = "blue", attrs = ["bold", "italic"] }
            "state.failed" = { attrs = "bold" }
            [roles.badge.env]
            prod = { fg = "red", attrs = [] }
            [ansi16]
            "state.failed" = "red"
            [colors256]
            state.failed = 160
            [glyphs]
            ok = "v"
            """)
        #expect(found.warnings.isEmpty)
        let theme = found.theme
        #expect(theme.variant == .light && theme.name == "mine" && theme.signs == ["ok": SafeText("v")])
        #expect(
            theme.rules.roles == [
                .text: PartialStyle(foreground: .indexed(0), background: .rgb(0xFD, 0xF6, 0xE3)),
                .borderActive: PartialStyle(foreground: .indexed(4), attributes: [.bold, .italic]),
                .stateFailed: PartialStyle(attributes: .bold),
                .badgeProd: PartialStyle(foreground: .rgb(0xDC, 0x32, 0x2F), attributes: []),
            ])
        // Among sixteen colours, red is the terminal's.
        #expect(theme.rules.ansi16 == [.stateFailed: PartialStyle(foreground: .indexed(1))])
        #expect(theme.rules.colors256 == [.stateFailed: PartialStyle(foreground: .indexed(160))])
    }

    struct Mistake: CustomTestStringConvertible {
        let text: String
        let line: Int
        let problem: ThemeWarning.Problem
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ line: Int, _ problem: ThemeWarning.Problem) {
            self.text = text
            self.line = line
            self.problem = problem
        }
    }

    @Test(arguments: [
        Mistake("rolls = {}", 1, .unknownKey("rolls", nearest: "roles")),
        Mistake("[colour256]\na = 1", 1, .unknownKey("colour256", nearest: "colors256")),
        Mistake("[roles]\ntext.mutted = 'red'", 2, .unknownKey("roles.text.mutted", nearest: "text.muted")),
        Mistake("[roles]\n'state.failled' = 'red'", 2, .unknownRole("state.failled", nearest: "state.failed")),
        Mistake("[ansi16]\n\nxyzzy = { fg = 1 }", 3, .unknownRole("xyzzy", nearest: nil)),
        Mistake("[roles]\ntext = { gf = 'red' }", 2, .unknownKey("roles.text.gf", nearest: "text.fg")),
        Mistake("[roles]\ntext = { atrs = ['bold'] }", 2, .unknownKey("roles.text.atrs", nearest: "text.attrs")),
        Mistake("[roles]\naccent = 'bule'", 2, .unknownColor("bule", at: "roles.accent.fg", nearest: "blue")),
        Mistake(
            "[palette]\nink = 1\n[roles]\naccent = { bg = 'inc' }", 4,
            .unknownColor("inc", at: "roles.accent.bg", nearest: "ink")),
        Mistake("[roles]\naccent = '#12345'", 2, .unknownColor("#12345", at: "roles.accent", nearest: nil)),
        Mistake("[roles]\naccent = '#12345g'", 2, .unknownColor("#12345g", at: "roles.accent", nearest: nil)),
        Mistake("[roles]\naccent = '#１２３４５６'", 2, .unknownColor("#１２３４５６", at: "roles.accent", nearest: nil)),
        Mistake("[roles]\naccent = 256", 2, .unknownColor("256", at: "roles.accent", nearest: nil)),
        Mistake("[roles]\naccent = -1", 2, .unknownColor("-1", at: "roles.accent", nearest: nil)),
        Mistake("[palette]\nink = 'rde'", 2, .unknownColor("rde", at: "palette.ink", nearest: "red")),
        Mistake("[palette]\nink = true", 2, .badValue("palette.ink", .color)),
        Mistake("[roles]\naccent = true", 2, .badValue("roles.accent", .style)),
        Mistake("[roles]\naccent = { fg = [] }", 2, .badValue("roles.accent.fg", .color)),
        Mistake("[roles]\naccent = { attrs = 1 }", 2, .badValue("roles.accent.attrs", .attributes)),
        Mistake(
            "[roles]\naccent = { attrs = ['blod'] }", 2,
            .unknownAttribute("blod", at: "roles.accent.attrs", nearest: "bold")),
        Mistake("roles = 1", 1, .badValue("roles", .table)), Mistake("palette = 1", 1, .badValue("palette", .table)),
        Mistake("variant = 'dim'", 1, .badValue("variant", .variant)),
        Mistake("name = 1", 1, .badValue("name", .text)), Mistake("inherits = 1", 1, .badValue("inherits", .text)),
        Mistake("name = 'other'", 1, .otherName("other")),
        Mistake("name = \"\\u001b[2J\"", 1, .unprintable("name")),
        Mistake("[palette]\n\"\\u009b\" = 1", 1, .unprintable("palette.\u{9B}")),
        Mistake("[roles]\naccent = \"red\\u202e\"", 2, .unprintable("roles.accent")),
        Mistake("[glyphs]\nokay = 'v'", 2, .unknownSign("okay", nearest: nil)),
        Mistake("[glyphs]\nmarkd = 'v'", 2, .unknownSign("markd", nearest: "marked")),
        Mistake("[glyphs]\nok = '漢'", 2, .badValue("glyphs.ok", .sign)),
        Mistake("[glyphs]\nok = 'ok'", 2, .badValue("glyphs.ok", .sign)),
        Mistake("[glyphs]\nok = 1", 2, .badValue("glyphs.ok", .sign)),
    ])
    func `what cannot be used is a warning at its line, and the rest counts`(mistake: Mistake) throws {
        let found = try found(mistake.text + "\n[ansi16.title]\nfg = 5\n")
        #expect(found.warnings == [ThemeWarning(path: path, line: mistake.line, problem: mistake.problem)])
        #expect(found.theme.rules.ansi16[.titleInactive]?.foreground == .indexed(5))
        let nothing: [Role: PartialStyle] = [:]
        #expect(
            found.theme.rules.roles.filter { $0.value != PartialStyle(attributes: []) && $0.value != PartialStyle() }
                == nothing)
        #expect(found.theme.signs.isEmpty && found.theme.name == "mine")
    }

    @Test func `warnings come in the order of the lines`() throws {
        let found = try found("x = 1\n[roles]\naccent = 'nope'\nb = 1\n[glyphs]\nc = 1\n")
        #expect(found.warnings.map(\.line) == [1, 3, 4, 6])
    }

    @Test(arguments: ["roles = ", "[roles", "a = [}", "\u{0}", String(repeating: "#", count: 65_537)])
    func `a file that is no TOML or too large makes no theme`(_ text: String) {
        #expect(throws: ThemeError.self) { try found(text) }
    }

    @Test func `random texts bring a theme or an error, and never a colour out of nothing`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var numbers = Seeded(seed)
        let parts = [
            "[roles]\n", "[palette]\n", "[glyphs]\n", "[ansi16]\n", "{", "}", "[", "]", "\"", "'", ".", "=", ",", "\n",
            "text",
            "state.ok", "fg", "attrs", "'red'", "'#112233'", "7", "\u{1b}", "中", "inherits", "'nord'", " ",
        ]
        for round in 0..<2000 {
            let count = Int.random(in: 0...40, using: &numbers)
            let text = (0..<count).map { _ in parts.randomElement(using: &numbers) ?? "" }.joined()
            guard let found = try? found(text) else { continue }
            #expect(found.warnings.allSatisfy { $0.path == path && $0.line != 0 }, "seed \(seed), round \(round)")
        }
    }
}

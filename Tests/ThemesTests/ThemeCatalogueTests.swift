import Screen
import Settings
import Testing
import Themes

@Suite("The catalogue of themes") struct ThemeCatalogueTests {
    private func catalogue(_ files: [String: String]) -> ThemeCatalogue {
        let own = Dictionary(uniqueKeysWithValues: files.keys.map { ($0, "/themes/\($0).toml") })
        let texts = Dictionary(uniqueKeysWithValues: files.map { ("/themes/\($0).toml", Array($1.utf8)) })
        return ThemeCatalogue(own: own) { path throws(SettingsError) in
            guard let bytes = texts[path] else { throw SettingsError(path: path, problem: .unreadable(2)) }
            return bytes
        }
    }

    @Test func `built-in themes come first and are nobody's to change`() throws {
        let all = catalogue(["mine": "", "mono": "[roles]\ntext = 'red'", "okabe-ito": "[roles]\naccent = 'red'"])
        #expect(all.names == ["terminal", "mono", "mine", "okabe-ito", "solarized-dark"])
        #expect(try all.theme(named: "mono").theme == .mono)
        #expect(try all.theme(named: "terminal").theme == .terminal)
        #expect(all.origin(of: "mono") == .builtIn)
        #expect(all.origin(of: "solarized-dark") == .shipped)
        #expect(all.origin(of: "okabe-ito") == .own(path: "/themes/okabe-ito.toml"))
        #expect(all.origin(of: "none") == nil)
        #expect(try all.theme(named: "okabe-ito").theme.rules.roles == [.accent: PartialStyle(foreground: .indexed(1))])
    }

    @Test func `an unknown name is told with those that there are`() {
        let names = ["terminal", "mono", "okabe-ito", "solarized-dark"]
        #expect(throws: ThemeError.unknown("nope", known: names)) { try ThemeCatalogue().theme(named: "nope") }
        #expect(
            throws: ThemeError.unknownParent("nope", of: "a", known: ["terminal", "mono", "a"] + names.dropFirst(2))
        ) {
            try catalogue(["a": "inherits = 'nope'"]).theme(named: "a")
        }
    }

    @Test func `a theme adds to its parent, part by part`() throws {
        let all = catalogue([
            "a": "inherits = 'b'\n[palette]\nink = '#000001'\n[roles]\naccent = { attrs = ['bold'] }\nwarning = 'red'",
            "b": """
            variant = "light"
            inherits = "terminal"
            [palette]
            ink = "#000002"
            [roles]
            accent = { fg = "ink", bg = 3 }
            [ansi16]
            warning = { fg = "cyan", attrs = ["underline"] }
            [glyphs]
            ok = "v"
            """,
        ])
        let theme = try all.theme(named: "a").theme
        #expect(theme.name == "a" && theme.variant == .light && theme.signs == ["ok": SafeText("v")])
        #expect(theme[.accent] == Style(foreground: .rgb(0, 0, 1), background: .indexed(3), attributes: .bold))
        #expect(theme[.stateFailed].foreground == Theme.terminal[.stateFailed].foreground)
        // What the parent said for sixteen colours was of a colour that is gone.
        #expect(theme.rules.ansi16[.warning] == PartialStyle(attributes: .underline))
        #expect(theme.resolved(for: .colors16)[.warning].foreground == .indexed(1))
    }

    @Test func `a circle is refused, by its names`() {
        let all = catalogue([
            "a": "inherits = 'b'", "b": "inherits = 'c'", "c": "inherits = 'b'", "d": "inherits = 'd'",
        ])
        #expect(throws: ThemeError.cycle(["a", "b", "c", "b"])) { try all.theme(named: "a") }
        #expect(throws: ThemeError.cycle(["d", "d"])) { try all.theme(named: "d") }
    }

    @Test func `warnings name the file that they are about`() throws {
        let all = catalogue(["a": "inherits = 'b'\nx = 1", "b": "\n\ny = 1"])
        #expect(
            try all.theme(named: "a").warnings == [
                ThemeWarning(path: "/themes/a.toml", line: 2, problem: .unknownKey("x", nearest: nil)),
                ThemeWarning(path: "/themes/b.toml", line: 3, problem: .unknownKey("y", nearest: nil)),
            ])
    }

    @Test func `a file that is gone or no TOML is an error that names it`() {
        let gone = ThemeCatalogue(own: ["a": "/gone.toml"])
        let error = ThemeError.file(SettingsError(path: "/gone.toml", problem: .unreadable(2)))
        #expect(throws: error) { try gone.theme(named: "a") }
        #expect(throws: ThemeError.self) { try catalogue(["a": "= 1"]).theme(named: "a") }
    }
}

import CloudAssistant
import Settings
import TestSupport
import Testing

private let path = "/etc/config.toml"

private func configuration(_ text: String) -> Configuration { Configuration(Array(text.utf8), path: path) }

@Suite("config.toml") struct ConfigurationTests {
    @Test func `an empty file changes nothing`() {
        for text in ["", "\n# a remark\n", "\u{feff}", "[theme]\n[keys]\n", "[theme.by-environment]\n"] {
            #expect(configuration(text) == Configuration())
        }
        #expect(Configuration().theme == nil)
    }

    @Test func `everything that can be said is taken`() {
        let file = configuration(
            """
            language = "zh"
            environment = "prod"
            protected = true
            read-only = true
            mouse = false
            glyphs = "ascii"
            [theme]
            default = "terminal"
            [theme.by-environment]
            prod = "okabe-ito"
            "the lab" = 'mine'
            [retention]
            days = 7
            records = 500
            [keys]
            stop = ["S", "Ctrl-X"]
            prepare = "p"
            quit = []
            """)
        #expect(file.warnings.isEmpty)
        #expect(file.language == .chinese && file.environment == "prod" && file.usesMouse == false)
        #expect(file.isProtected && file.isReadOnly && file.glyphs == .ascii)
        #expect(file.defaultTheme == "terminal")
        #expect(file.themesByEnvironment == ["prod": "okabe-ito", "the lab": "mine"])
        #expect(file.keys == ["stop": ["S", "Ctrl-X"], "prepare": ["p"], "quit": []])
        #expect(file.theme == "okabe-ito")
        #expect(file.retentionDays == 7 && file.retentionRecords == 500)
    }

    @Test func `without a theme for the environment the default one holds`() {
        #expect(
            configuration("environment = \"dev\"\ntheme.default = \"a\"\ntheme.by-environment.prod = \"b\"").theme
                == "a")
        #expect(configuration("theme.default = \"a\"\ntheme.by-environment.prod = \"b\"").theme == "a")
        #expect(configuration("environment = \"dev\"\ntheme.by-environment.prod = \"b\"").theme == nil)
    }

    struct Mistake: CustomTestStringConvertible {
        let text: String
        let line: Int
        let problem: SettingsError.Problem
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ line: Int, _ problem: SettingsError.Problem) {
            self.text = text
            self.line = line
            self.problem = problem
        }
    }

    @Test(arguments: [
        Mistake("colour = 1", 1, .unknownKey("colour")),
        Mistake("\nreadonly = true", 2, .unknownKey("readonly", nearest: "read-only")),
        Mistake("langauge = 'zh'", 1, .unknownKey("langauge", nearest: "language")),
        Mistake("[theme]\ndefualt = 'a'", 2, .unknownKey("theme.defualt", nearest: "theme.default")),
        Mistake(
            "[theme]\n[theme.by_environment]\na = 'b'", 2,
            .unknownKey("theme.by_environment", nearest: "theme.by-environment")),
        Mistake("[key]\nstop = 's'", 1, .unknownKey("key", nearest: "keys")),
        Mistake("language = 'fr'", 1, .badValue("language", .word(["en", "zh"]))),
        Mistake("language = 1", 1, .badValue("language", .word(["en", "zh"]))),
        Mistake("environment = ''", 1, .badValue("environment", .name)),
        Mistake("environment = \"\\u001b[2J\"", 1, .badValue("environment", .name)),
        Mistake("environment = 2020-01-01", 1, .badValue("environment", .name)),
        Mistake("#\n#\nmouse = 'yes'", 3, .badValue("mouse", .boolean)),
        Mistake("glyphs = 'emoji'", 1, .badValue("glyphs", .word(["ascii", "unicode"]))),
        Mistake("theme = 'terminal'", 1, .badValue("theme", .table)),
        Mistake("theme.default = 1", 1, .badValue("theme.default", .name)),
        Mistake("theme.by-environment = 1", 1, .badValue("theme.by-environment", .table)),
        Mistake("[theme.by-environment]\na = 1", 2, .badValue("theme.by-environment.a", .name)),
        Mistake("retention = 7", 1, .badValue("retention", .table)),
        Mistake("[retention]\ndays = 0", 2, .badValue("retention.days", .count)),
        Mistake("[retention]\nrecords = 'all'", 2, .badValue("retention.records", .count)),
        Mistake("[retention]\nrecord = 1", 2, .unknownKey("retention.record", nearest: "retention.records")),
        Mistake("keys = 1", 1, .badValue("keys", .table)),
        Mistake("[keys]\n\nstop = 1", 3, .badValue("keys.stop", .keys)),
        Mistake("[keys]\nstop = ['s', 1]", 2, .badValue("keys.stop", .keys)),
        Mistake("[keys]\nstop = ['']", 2, .badValue("keys.stop", .keys)),
    ])
    func `what cannot be used is a warning at its line, and as if it were not there`(mistake: Mistake) {
        let file = configuration(mistake.text)
        #expect(file.warnings == [SettingsWarning(path: path, line: mistake.line, problem: mistake.problem)])
        // Beside it everything else counts.
        let more = configuration("protected = true\n" + mistake.text)
        #expect(more.isProtected && more.theme == nil && more.keys.isEmpty)
        #expect(more.language == nil && more.glyphs == nil && more.usesMouse == nil && more.environment == nil)
    }

    @Test(arguments: ["'yes'", "1", "[]", "2020-01-01"])
    func `what was to hold somebody back does so even when it is written wrongly`(_ value: String) {
        let file = configuration("read-only = \(value)\nprotected = \(value)")
        #expect(file.isReadOnly && file.isProtected)
        #expect(file.warnings.map(\.line) == [1, 2])
    }

    @Test func `warnings come in the order of the file`() {
        let file = configuration("zz = 1\nmouse = 1\naa = 1\n[keys]\nx = 1\n[theme]\nb = 1\na = 1")
        #expect(file.warnings.map(\.line) == [1, 2, 3, 5, 7, 8])
    }

    @Test(arguments: ["language = ", "[theme", "a = [}", "\u{0}", "mouse = true\nmouse = true"])
    func `a file that is no TOML is one warning, and nothing of it counts`(_ text: String) {
        let file = configuration("protected = true\n" + text)
        #expect(file.warnings.count == 1)
        #expect(file.isReadOnly)
        #expect(!file.isProtected)
    }

    @Test func `a file that is too large or cannot be opened is one warning`() {
        let large = configuration("#" + String(repeating: "x", count: Configuration.sizeLimit))
        #expect(large.warnings == [SettingsWarning(path: path, problem: .tooLarge)])
        let error = SettingsError(path: path, problem: .unreadable(13))
        #expect(Configuration(unreadable: error).warnings == [SettingsWarning(error)])
        // It may have said so.
        #expect(Configuration(unreadable: error).isReadOnly)
    }

    @Test func `random texts of TOML's own signs bring a configuration`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var numbers = Seeded(seed)
        let parts = [
            "[", "]", "[theme]\n", "[keys]\n", "{", "}", "\"", "'", "\\", ".", "=", ",", "\n", "#", "language", "keys",
            "a", "1", " ", "中", "\u{1b}", "true", "theme",
        ]
        for round in 0..<2000 {
            let count = Int.random(in: 0...40, using: &numbers)
            let file = configuration((0..<count).map { _ in parts.randomElement(using: &numbers) ?? "" }.joined())
            #expect(file.warnings.allSatisfy { $0.path == path && $0.line != 0 }, "seed \(seed), round \(round)")
        }
    }
}

import Settings
import Testing

private let path = "/etc/some.toml"

@Suite struct SettingsDocumentTests {
    @Test(arguments: [
        ("theme.default", 2), ("theme.default.more", 2), ("theme.none", 1), ("theme", 1), ("roles.border.focus", 5),
        ("roles.border.focus.fg", 5), ("roles.a.b", 6), ("roles.a", 6), ("roles.text", 7), ("list[1].name", 10),
        ("list[2].name", 12), ("list[2].sub.x", 14), ("list", 9), ("none", nil),
    ])
    func `a key has its line, or that of the nearest thing around it`(_ key: String, _ line: Int?) throws {
        let text = """
            [theme]
            default = "a"

            [ "roles" ]
            "border.focus" = { fg = "x" }
            a.b = 1
            text = "y"

            [[list]]
            name = 1
            [[list]]
            name = 2
            [list.sub]
            x = 1
            """
        let document = try SettingsDocument(Array(text.utf8), path: path, sizeLimit: 1000)
        #expect(document.line(of: key) == line)
        #expect(document.values["list"]?.list?.count == 2)
    }

    @Test func `values are what was written`() throws {
        let text = "a = 'x'\nb = -3\nc = true\nd = [1, 'y', []]\ne = { f.g = 1 }\nh = 1.5\ni = 12:00:00"
        let document = try SettingsDocument(Array(text.utf8), path: path, sizeLimit: 1000)
        #expect(
            document.values == [
                "a": .text("x"), "b": .integer(-3), "c": .boolean(true),
                "d": .list([.integer(1), .text("y"), .list([])]), "e": .table(["f": .table(["g": .integer(1)])]),
                "h": .other, "i": .other,
            ])
    }

    @Test func `keys of any length cost no more than the file has bytes`() throws {
        let name = String(repeating: "x", count: 200_000)
        let keys = (0..<20_000).map { "k\($0) = 1\n" }.joined()
        let text = "[\(name)]\n\(keys)\n[b]\n\"\(String(repeating: "a.", count: 50_000))\" = 1\n"
        let document = try SettingsDocument(Array(text.utf8), path: path, sizeLimit: 1 << 20)
        #expect(document.line(of: name + ".k1") == nil)
        #expect(document.line(of: "b." + String(repeating: "a.", count: 50_000)) == 20_003)
    }
}

import TOMLKit
import TestSupport
import Testing

@testable import Settings

/// The quick way of reading entries says the same as the parser, or nothing.
@Suite struct PlainEntriesTests {
    private func read(_ text: String) -> [[String: SettingsValue]]? { PlainEntries.read(Array(text.utf8)[...]) }

    @Test func `plain entries are read without the parser`() {
        let text = """
            # All of them.
            [[instance]]   # the first
            id = "i-1"
            "name"\t= "网站 [[instance]]"  # with a remark
            tags = { role = "web", "a b" = "" , x="#" }

            \t[[instance]]\r
            tags = {}
            [[instance]]
            """
        #expect(
            read(text) == [
                [
                    "id": .text("i-1"), "name": .text("网站 [[instance]]"),
                    "tags": .table(["role": .text("web"), "a b": .text(""), "x": .text("#")]),
                ], ["tags": .table([:])], [:],
            ])
    }

    @Test(arguments: [
        "id = \"a\"\n", "[[instance]]\nid = 'a'\n", "[[instance]]\nid = \"a\\n\"\n", "[[instance]]\nid = \"a",
        "[[instance]]\nid = \"a\nb\"", "[[instance]]\nid = \"\"\"a\"\"\"\n", "[[instance]]\nid = \"a\" b\n",
        "[[instance]]\nid = \"a\"\nid = \"b\"\n", "[[instance]]\ntags = { a = \"1\", }\n",
        "[[instance]]\ntags = { a = \"1\", a = \"2\" }\n", "[[instance]]\ntags = { a = { b = \"1\" } }\n",
        "[[instance]]\ntags.a = \"1\"\n", "[[instance]]\n[instance.tags]\n", "[[instance]] [[instance]]\n",
        "[[instance]]\nid = 1\n", "[[instance]]\n= \"a\"\n", "[[instance]]\nid\n", "# \u{1}\n", "\r", "\u{feff}\n",
    ]) func `everything else is left to the parser`(_ text: String) { #expect(read(text) == nil) }

    @Test(arguments: 0..<4) func `what is read is what the parser reads`(_ number: Int) {
        var chance = SystemRandomNumberGenerator()
        let seed = number < 2 ? UInt64(number) : chance.next()
        var generator = Seeded(seed)
        let parts = [
            "[[instance]]\n", "id = \"a\"\n", "name = \"中 b\"\n", "tags = { a = \"1\", b = \"\" }\n", "x", "\"", "\n",
            " ",
            "=", "{", "}", ",", "# y\n", "'", "\\", "\t", "\r\n", "\r", "\u{1}", "\u{7f}", "\u{85}", "[", "]", ".",
            "\u{feff}",
        ]
        var plain = 0
        for _ in 0..<1500 {
            let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                parts[
                    min(Int.random(in: 0..<parts.count, using: &generator), Int.random(in: 0..<40, using: &generator))]
            }.joined()
            guard let entries = read(text) else { continue }
            plain += 1
            // The parser ends the program at some texts; these are refused before they get to it.
            let parsed = try? TOMLTable(string: text)
            let list = parsed.map { SettingsDocument.values($0)["instance"]?.list ?? [] }
            #expect(list == entries.map { .table($0) }, "seed \(seed), text \(text.debugDescription)")
        }
        #expect(plain > 50)
    }
}

import CloudAssistant
import Settings
import Testing

private let path = "/etc/instances.toml"

private func read(_ text: String) throws -> [InstancesFile.Entry] {
    try InstancesFile(Array(text.utf8), path: path).entries
}

@Suite struct InstancesFileTests {
    @Test func `an entry has everything that is written, and nil for the rest`() throws {
        let entries = try read(
            """
            # The first one.
            [[instance]]
            id = "i-web-01"
            name = "网站 01"
            tags = { role = "web", "with blank" = "" }
            resource_group = "rg-web"
            os = "windows"
            status = "stopped"

            [[instance]]
            id = "i-2"
            """)
        let first = try #require(entries.first)
        #expect(entries.map(\.id) == ["i-web-01", "i-2"])
        #expect(first.name == "网站 01")
        #expect(first.tags == [Tag("role", "web"), Tag("with blank", "")])
        #expect(first.resourceGroupID == "rg-web")
        #expect(first.osType == .windows)
        #expect(first.status == .stopped)
        let second = entries[1]
        #expect(second.name == nil && second.resourceGroupID == nil && second.osType == nil && second.status == nil)
        #expect(second.tags.isEmpty)
    }

    @Test(arguments: [
        "", "\n\n", "# only a remark\n", "instance = []\n", "\u{feff}", "\u{feff}# with a mark of the byte order\n",
    ])
    func `a file may name no instance`(text: String) throws {
        #expect(try read(text).isEmpty)
    }

    @Test(arguments: [
        "[[instance]]\r\nid = \"i-1\"\r\n\r\n[[instance]]\r\nid = \"i-2\"\r\n",
        "\u{feff}[[instance]]\nid = \"i-1\"\n[[instance]]\nid = \"i-2\"\n",
        "instance = [ { id = \"i-1\" }, { id = \"i-2\" } ]",
        "[[instance]]\nid = 'i-1'\n[instance.tags]\nrole = \"web\"\n[[instance]]\nid = \"\"\"i-2\"\"\"\n",
        "[[ instance ]] # one\nid=\"i-1\"\n[[\"instance\"]]\n\"id\"=\"i-2\"",
    ])
    func `line ends, byte order marks and the ways to write a table do not matter`(text: String) throws {
        #expect(try read(text).map(\.id) == ["i-1", "i-2"])
    }

    @Test func `brackets and dots inside of texts and remarks are no depth`() throws {
        let many = String(repeating: "[{.", count: 40)
        let text = "# \(many)\n[[instance]]\nid = \"i-1\"\nname = '\(many)'\ntags = { a = \"\(many)\" }\n"
        let entries = try read(text)
        #expect(entries.first?.name == many)
    }

    @Test(arguments: ["a", "7", "i-1", "I.b_c-9", "a..b", String(repeating: "x", count: 64)])
    func `an id takes letters, digits, dots, dashes and underscores`(id: String) throws {
        #expect(try read("[[instance]]\nid = \"\(id)\"").map(\.id.text) == [id])
    }

    @Test(arguments: ["linux", "Linux", "LINUX"])
    func `words may be written in any case`(word: String) throws {
        #expect(try read("[[instance]]\nid = \"i-1\"\nos = \"\(word)\"").first?.osType == .linux)
    }

    @Test func `a thousand entries keep their order`() throws {
        let ids = (1...1000).map { "i-\($0)" }
        let text = ids.map { "[[instance]]\nid = \"\($0)\"\ntags = { n = \"1\" }\n" }.joined()
        #expect(try read(text).map(\.id.text) == ids)
    }
}

import CloudAssistant
import Settings
import Testing

/// Files that are too long to be parsed in one piece.
@Suite struct LongInstancesFileTests {
    private static let count = 4000

    /// Entries of three lines, from `i-0` on.
    private static func file(_ end: String = "") -> [UInt8] {
        let entries = (0..<count).map {
            "[[instance]]\nid = \"i-\($0)\"\nname = \"the [[instance]] with number \($0)\"\n"
        }
        return Array((entries.joined() + end).utf8)
    }

    @Test func `all entries are read, in their order`() throws {
        let entries = try InstancesFile(Self.file(), path: "f").entries
        #expect(entries.map(\.id.text) == (0..<Self.count).map { "i-\($0)" })
        #expect(entries.last?.name == "the [[instance]] with number \(Self.count - 1)")
    }

    @Test(arguments: [
        ("[[instance]]\nid = \"i-0\"\n", 2, SettingsError.Problem.duplicate("i-0")),
        ("zone = \"z\"\n", 1, .unknownKey("instance[\(count)].zone")),
        ("[[instance]]\n", 1, .missingKey("instance[\(count + 1)].id")), ("[colors]\n", 1, .unknownKey("colors")),
    ])
    func `a mistake at the end is found in its line`(_ end: String, _ line: Int, _ problem: SettingsError.Problem) {
        let error = #expect(throws: SettingsError.self) { try InstancesFile(Self.file(end), path: "f") }
        #expect(error == SettingsError(path: "f", line: 3 * Self.count + line, problem: problem))
    }

    @Test(arguments: [("name = \n", 1), ("[instance]\n", 1), ("\n= 1\n", 2)])
    func `what is no TOML is refused in its line`(_ end: String, _ line: Int) throws {
        let error = try #require(throws: SettingsError.self) { try InstancesFile(Self.file(end), path: "f") }
        #expect(error.line == 3 * Self.count + line)
        guard case .syntax = error.problem else {
            Issue.record("\(error.problem)")
            return
        }
    }

    @Test func `a list at the beginning excludes entries behind it however far away they are`() {
        let remark = "instance = [{ id = \"a\" }]\n" + String(repeating: "# remark\n", count: 20_000)
        #expect(throws: SettingsError.self) {
            try InstancesFile(Array((remark + "[[instance]]\nid = \"b\"\n").utf8), path: "f")
        }
    }
}

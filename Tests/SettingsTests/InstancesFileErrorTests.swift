import Settings
import TestSupport
import Testing

private let path = "/etc/instances.toml"

private func error(_ bytes: [UInt8]) throws -> SettingsError {
    try #require(throws: SettingsError.self) { try InstancesFile(bytes, path: path) }
}

private func expect(
    _ text: String, _ line: Int?, _ problem: SettingsError.Problem, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let error = try error(Array(text.utf8))
    #expect(
        error == SettingsError(path: path, line: line, problem: problem), sourceLocation: sourceLocation)
}

/// Each mistake is one error that says where it is, and nothing of the file is used.
@Suite struct InstancesFileErrorTests {
    struct Mistake: CustomTestStringConvertible {
        let text: String
        let line: Int
        let problem: SettingsError.Problem
        var testDescription: String { text.prefix(60).debugDescription }

        init(_ text: String, _ line: Int, _ problem: SettingsError.Problem) {
            self.text = text
            self.line = line
            self.problem = problem
        }
    }

    @Test(arguments: [
        Mistake("color = 1\n", 1, .unknownKey("color")),
        Mistake("[[instance]]\nid = \"a\"\n\n[colors]\nid = \"b\"\n", 4, .unknownKey("colors")),
        Mistake("[[instance]]\nid = \"a\"\nzone = \"b\"\n", 3, .unknownKey("instance[1].zone")),
        Mistake("[[instance]]\nzz = 1\naa = 1\n", 2, .unknownKey("instance[1].zz")),
        Mistake("[[instance]]\nid = \"a\"\n[[instance]]\n\nID = \"b\"\n", 5, .unknownKey("instance[2].ID")),
        Mistake("instance = [\n{ id = \"a\", x = 1 } ]\n", 1, .unknownKey("instance[1].x")),
    ])
    func `a key that means nothing is named, the first one first`(mistake: Mistake) throws {
        try expect(mistake.text, mistake.line, mistake.problem)
    }

    @Test(arguments: [
        Mistake("[[instance]]\nname = \"a\"\n", 1, .missingKey("instance[1].id")),
        Mistake("[[instance]]\nid = \"a\"\n# no more\n\n[[instance]]\n", 5, .missingKey("instance[2].id")),
    ])
    func `an entry without an id is named by its number`(mistake: Mistake) throws {
        try expect(mistake.text, mistake.line, mistake.problem)
    }

    @Test(arguments: [
        Mistake("instance = \"i-1\"\n", 1, .badValue("instance", .instances)),
        Mistake("\n[instance]\nid = \"i-1\"\n", 2, .badValue("instance", .instances)),
        Mistake("instance = [ 1 ]\n", 1, .badValue("instance", .instances)),
        Mistake("[[instance]]\nid = 1\n", 2, .badValue("instance[1].id", .identifier)),
        Mistake("[[instance]]\nid = 2020-01-01\n", 2, .badValue("instance[1].id", .identifier)),
        Mistake("[[instance]]\nid = \"a\"\nname = true\n", 3, .badValue("instance[1].name", .name)),
        Mistake("[[instance]]\nid = \"a\"\nname = \"\"\n", 3, .badValue("instance[1].name", .name)),
        Mistake("[[instance]]\nid = \"a\"\nname = \"\\u001b[2J\"\n", 3, .badValue("instance[1].name", .name)),
        Mistake("[[instance]]\nid = \"a\"\nname = \"\\u009b\"\n", 3, .badValue("instance[1].name", .name)),
        Mistake(
            "[[instance]]\nid = \"a\"\nresource_group = 5\n", 3, .badValue("instance[1].resource_group", .identifier)),
        Mistake("[[instance]]\nid = \"a\"\ntags = [\"x\"]\n", 3, .badValue("instance[1].tags", .tags)),
        Mistake("[[instance]]\nid = \"a\"\ntags = { n = 1 }\n", 3, .badValue("instance[1].tags.n", .tags)),
        Mistake(
            "[[instance]]\nid = \"a\"\n[instance.tags]\nok = \"1\"\nn = 1\n", 5, .badValue("instance[1].tags.n", .tags)),
        Mistake("[[instance]]\nid = \"a\"\ntags.\"acs:x\" = \"1\"\n", 3, .badValue("instance[1].tags.acs:x", .tag)),
        Mistake("[[instance]]\nid = \"a\"\ntags = { k = \"http://x\" }\n", 3, .badValue("instance[1].tags.k", .tag)),
        Mistake(
            "[[instance]]\nid = \"a\"\nos = \"beos\"\n", 3,
            .badValue("instance[1].os", .word(["Linux", "Windows", "FreeBSD"]))),
        Mistake(
            "[[instance]]\nid = \"a\"\nos = 1\n", 3,
            .badValue("instance[1].os", .word(["Linux", "Windows", "FreeBSD"]))),
        Mistake(
            "[[instance]]\nid = \"a\"\nstatus = \"\"\n", 3,
            .badValue("instance[1].status", .word(["Pending", "Running", "Starting", "Stopping", "Stopped"]))),
    ])
    func `a value of the wrong kind is named with what it should be`(mistake: Mistake) throws {
        try expect(mistake.text, mistake.line, mistake.problem)
    }

    /// An id becomes part of a file's name.
    @Test(arguments: [
        "", " ", ".", "..", "../x", "a/b", "/", "a b", " a", "a\\t", "a\\u0007b", "-rf", "_a", "é", "中",
        "a:b",
        "a\\\\b", "*", "\\u202e", String(repeating: "x", count: 65), String(repeating: "x", count: 100_000),
    ])
    func `an id that could be mistaken for something else is refused`(id: String) throws {
        try expect("\n[[instance]]\nid = \"\(id)\"\n", 3, .badValue("instance[1].id", .identifier))
    }

    @Test func `an id stands once, and the error is at the second`() throws {
        try expect(
            "[[instance]]\nid = \"a\"\n[[instance]]\nid = \"b\"\n[[instance]]\nname = \"x\"\nid = \"a\"\n", 7,
            .duplicate("a"))
    }

    @Test func `lines inside of a long text are counted and not taken for keys`() throws {
        try expect(
            "[[instance]]\nid = \"a\"\ntags = { k = 'v' }\n[[instance]]\nname = \"\"\"\n[[instance]]\nid = 5\\\n\"\"\"\nid = 6\n",
            9, .badValue("instance[2].id", .identifier))
    }

    @Test(arguments: [
        ("[[instance]\n", 1), ("[[instance]]\nid = \n", 2), ("[[instance]]\nid = \"a\n", 2), ("=", 1),
        ("[[instance]]\nid = \"a\"\nid = \"b\"\n", 3), ("\n\n\tid: a\n", 3), ("[[instance]]\nid = \"\\q\"\n", 2),
        ("[[instance]]\r\n\r\nid = a\r\n", 3), ("[=", 1), ("\n[[[a]]]", 2), (" [ é ]", 1), ("[\r\na]", 1), ("[\na]", 1),
        ("\na = [}", 2), ("a = [1,}", 1), ("a = { b = 1 ]", 1),
        ("[[{", 1), ("[]", 1),
        ("[", 1),
    ])
    func `what is no TOML has the line and the parser's words`(text: String, line: Int) throws {
        let error = try error(Array(text.utf8))
        #expect(error.path == path)
        #expect(error.line == line)
        guard case .syntax(let words) = error.problem else {
            Issue.record("\(error.problem)")
            return
        }
        #expect(!words.isEmpty)
    }

    @Test(arguments: [
        ([0xff], 1), (Array("[[instance]]\nid = \"a\\u0000b\"\n".utf8), 2),
        (Array("[[instance]]\nid = \"a\\\\u0000\\U00000000\"\n".utf8), 2), ([0x0a, 0x0a, 0xc3], 3),
        (Array("#\n# a\u{0}b\n".utf8), 2), ([0xff, 0xfe, 0x23, 0], 1),
    ])
    func `what is no text is not guessed at`(bytes: [UInt8], line: Int) throws {
        #expect(try error(bytes) == SettingsError(path: path, line: line, problem: .noText))
    }

    @Test(arguments: [
        ("\na = ", "[", "]", 2), ("\n\na = ", "{ a = ", "}", 3), ("a", ".a", " = 1", 1), ("[a", ".a", "]", 1),
        ("[[a", ".\"a\"", "]]", 1), ("a = [", "{ a.a = [", "]", 1),
    ])
    func `what nests without end is refused before it is parsed`(begin: String, more: String, end: String, line: Int)
        throws
    {
        try expect(begin + String(repeating: more, count: 50_000) + end, line, .tooLarge)
    }

    @Test func `a file larger than the limit is refused`() throws {
        let remark = "#" + String(repeating: "x", count: InstancesFile.sizeLimit - 1)
        #expect(try InstancesFile(Array(remark.utf8), path: path).entries.isEmpty)
        try expect(remark + "x", nil, .tooLarge)
    }

    /// Whatever a file holds, it is read or refused.
    @Test func `random texts of TOML's own signs bring an error or entries`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var numbers = Seeded(seed)
        let parts = [
            "[", "]", "[[instance]]\n", "{", "}", "\"", "'", "\"\"\"", "'''", "\\", ".", "=", ",", "\n", "\r\n", "#",
            "id",
            "tags", "a", "1", " ", "\u{feff}", "中", "\u{1b}", "-", "true", "i-1",
        ]
        for round in 0..<2000 {
            let count = Int.random(in: 0...60, using: &numbers)
            let text = (0..<count).map { _ in parts.randomElement(using: &numbers) ?? "" }.joined()
            do {
                _ = try InstancesFile(Array(text.utf8), path: path)
            } catch {
                #expect(error.path == path, "seed \(seed), round \(round)")
                #expect(error.line.map { $0 > 0 } != false, "seed \(seed), round \(round)")
            }
        }
    }
}

import Testing

/// Which room may see what. The compiler checks our own targets; it lets products of other packages and the system's
/// modules through, so this table is held against every import line.
@Suite struct ImportTests {
    static let rooms: [String: Set<String>] = [
        // Pure: no clock, no file, no terminal, not even Foundation.
        "CloudAssistant": [],
        "Wire": ["CloudAssistant"],
        "Screen": [],
        "Console": ["CloudAssistant", "Screen"],
        // What touches the machine.
        "Terminal": ["Screen", "CNcurses", "CPlatform", "Glibc"],
        "Store": ["CloudAssistant", "GRDB", "Foundation", "Glibc", "Synchronization"],
        "Runners": ["CloudAssistant", "CPlatform", "Dispatch", "Glibc", "Synchronization"],
        "PracticeFleet": ["CloudAssistant", "Runners", "Glibc", "Synchronization"],
        "SealedParameters": ["CloudAssistant", "Crypto", "Glibc", "Synchronization"],
        "Settings": ["CloudAssistant", "TOMLKit"],
        "Themes": ["Screen", "Settings", "Glibc"],
        "Delivery": [
            "CloudAssistant", "AsyncHTTPClient", "Crypto", "Dispatch", "Glibc", "NIOCore", "NIOHTTP1",
        ],
        "Engine": [
            "CloudAssistant", "Store", "Runners", "Delivery", "Crypto", "Dispatch", "Glibc", "Logging",
            "Synchronization",
        ],
        "flagdeck": [
            "CloudAssistant", "Wire", "Screen", "Console", "Terminal", "Store", "Runners", "PracticeFleet",
            "SealedParameters", "Settings", "Themes", "Engine", "CPlatform", "ArgumentParser", "Dispatch", "Glibc",
            "Logging", "Synchronization",
        ],
        "Benchmarks": [
            "CloudAssistant", "Console", "Settings", "Store", "Runners", "PracticeFleet", "Engine", "CPseudoTerminal",
            "Foundation", "Glibc",
        ],
        // C, which sees its own headers only.
        "CNcurses": [], "CPlatform": [], "CPseudoTerminal": [], "flagdeck-run": [],
    ]

    @Test("every room is in the table and nothing else is")
    func allRooms() throws {
        #expect(try Checkout.names("Sources") == Self.rooms.keys.sorted())
    }

    @Test("a room imports what it may and nothing else", arguments: rooms.keys.sorted())
    func imports(_ room: String) throws {
        let allowed = try #require(Self.rooms[room])
        var found: Set<String> = []
        for path in Checkout.files("Sources/\(room)", ".swift") {
            for line in try Checkout.lines(path) {
                guard let module = Self.module(line) else { continue }
                found.insert(module)
                #expect(allowed.contains(module), "\(path): \(line)")
            }
        }
        #expect(found == allowed, "the table allows more than is used")
    }

    @Test("an import line is recognised in every spelling")
    func spellings() {
        #expect(Self.module("import Glibc") == "Glibc")
        #expect(Self.module("public import CloudAssistant") == "CloudAssistant")
        #expect(Self.module("@preconcurrency internal import GRDB // why") == "GRDB")
        #expect(Self.module("import struct Foundation.Data") == "Foundation")
        #expect(Self.module("// import Glibc") == nil)
        #expect(Self.module("let text = \"import Glibc\"") == nil)
    }

    /// The module of an import line; nil for any other line.
    static func module(_ line: String) -> String? {
        var words = line.split(separator: " ")[...]
        while let word = words.first, word != "import" {
            guard word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
            else { return nil }
            words = words.dropFirst()
        }
        words = words.dropFirst()
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        if let word = words.first, kinds.contains(word) { words = words.dropFirst() }
        return words.first?.split(separator: ".").first.map(String.init)
    }
}

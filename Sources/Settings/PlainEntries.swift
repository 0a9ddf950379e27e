/// Reads what nearly every entry of a long file looks like: `[[instance]]`, and keys with texts or with tables of texts
/// on one line each, without any escape.
///
/// Whatever else a text holds, or holds wrongly, is left to the parser, which knows all of TOML, is slower by far and
/// keeps for good the memory that it took.
struct PlainEntries {
    private let text: ArraySlice<UInt8>
    private var place: Int

    private init(_ text: ArraySlice<UInt8>) {
        self.text = text
        place = text.startIndex
    }

    /// The entries of a text; nil when it is not as plain as that.
    static func read(_ text: ArraySlice<UInt8>) -> [[String: SettingsValue]]? {
        var reader = PlainEntries(text)
        return reader.entries()
    }

    private mutating func entries() -> [[String: SettingsValue]]? {
        var entries: [[String: SettingsValue]] = []
        var entry: [String: SettingsValue]?
        while place < text.endIndex {
            skipBlanks()
            if takes("[[instance]]") {
                if let entry { entries.append(entry) }
                entry = [:]
            } else if let first = next, first != UInt8(ascii: "#"), !Self.isEnd(first) {
                guard let (key, value) = pair(in: entry), entry != nil else { return nil }
                entry?[key] = value
            }
            guard endLine() else { return nil }
        }
        if let entry { entries.append(entry) }
        return entries
    }

    // MARK: - Values

    /// A key that is not there yet, and its value.
    private mutating func pair(in entry: [String: SettingsValue]?) -> (String, SettingsValue)? {
        guard let (key, isTable) = keyBeforeValue(), entry?[key] == nil else { return nil }
        if isTable { return table().map { (key, .table($0)) } }
        return quoted().map { (key, .text($0)) }
    }

    private mutating func keyBeforeValue() -> (String, isTable: Bool)? {
        guard let key = bareKey() ?? quoted() else { return nil }
        skipBlanks()
        guard takes("=") else { return nil }
        skipBlanks()
        return (key, takes("{"))
    }

    private mutating func bareKey() -> String? {
        let key = text[place...].prefix { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        place = key.endIndex
        return key.isEmpty ? nil : String(decoding: key, as: UTF8.self)
    }

    /// A text in quotes, none of whose signs mean anything else.
    private mutating func quoted() -> String? {
        guard takes("\"") else { return nil }
        let value = text[place...].prefix {
            $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && !Self.isControl($0)
        }
        place = value.endIndex
        // Two quotes may be the beginning of three.
        guard takes("\""), !value.isEmpty || next != UInt8(ascii: "\"") else { return nil }
        return String(decoding: value, as: UTF8.self)
    }

    /// What follows the bracket of a table.
    private mutating func table() -> [String: SettingsValue]? {
        var table: [String: SettingsValue] = [:]
        skipBlanks()
        if takes("}") { return table }
        while true {
            skipBlanks()
            guard let (key, isTable) = keyBeforeValue(), !isTable, table[key] == nil, let value = quoted() else {
                return nil
            }
            table[key] = .text(value)
            skipBlanks()
            if takes("}") { return table }
            guard takes(",") else { return nil }
        }
    }

    // MARK: - Signs

    private var next: UInt8? { place < text.endIndex ? text[place] : nil }

    private mutating func takes(_ sign: StaticString) -> Bool {
        let bytes = UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount)
        guard text[place...].starts(with: bytes) else { return false }
        place += bytes.count
        return true
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { place += 1 }
    }

    /// Passes over a remark and the end of the line; false when there is something else.
    private mutating func endLine() -> Bool {
        skipBlanks()
        if takes("#") { place = text[place...].firstIndex { Self.isControl($0) } ?? text.endIndex }
        return place == text.endIndex || takes("\n") || takes("\r\n")
    }

    private static func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    /// A tab is as good as a blank.
    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7f }
}

import TOMLKit

/// A settings file as values, with the lines of its keys. Only here the parser is used.
public struct SettingsDocument: Sendable {
    /// The file.
    public let path: String
    /// The values of the file by their keys.
    public let values: [String: SettingsValue]
    private let bytes: [UInt8]

    /// Nothing, from nowhere.
    static let empty = SettingsDocument(path: "", bytes: [], values: [:])

    private init(path: String, bytes: [UInt8], values: [String: SettingsValue]) {
        self.path = path
        self.bytes = bytes
        self.values = values
    }

    /// Reads the bytes of a file, which may have `sizeLimit` of them; `path` is for errors.
    public init(_ bytes: some Collection<UInt8>, path: String, sizeLimit: Int) throws(SettingsError) {
        let bytes = Array(bytes)
        _ = try Self.checked(bytes, path: path, sizeLimit: sizeLimit)
        self.init(path: path, bytes: bytes, values: Self.values(try Self.table(bytes[...], from: 1, path: path)))
    }

    /// Reads a file of many `[[instance]]` piece by piece: a parsed text takes far more room than the text, and what is
    /// plain needs no parser. Each piece has the lines of the whole file.
    static func readPieces(
        _ bytes: some Collection<UInt8>, path: String, sizeLimit: Int,
        _ read: (SettingsDocument) throws(SettingsError) -> Void
    ) throws(SettingsError) {
        let bytes = Array(bytes)
        let cuts = try checked(bytes, path: path, sizeLimit: sizeLimit).cuts
        for (cut, end) in zip([(place: 0, line: 1)] + cuts, cuts.map(\.place) + [bytes.count]) {
            let piece = bytes[cut.place..<end]
            let plain = PlainEntries.read(piece).map { ["instance": SettingsValue.list($0.map { .table($0) })] }
            let values = if let plain { plain } else { values(try table(piece, from: cut.line, path: path)) }
            try read(SettingsDocument(path: path, bytes: bytes, values: values))
        }
    }

    /// What the parser cannot be trusted with is refused before it sees it.
    private static func checked(_ bytes: [UInt8], path: String, sizeLimit: Int) throws(SettingsError) -> TOMLOutline {
        guard bytes.count <= sizeLimit else { throw SettingsError(path: path, problem: .tooLarge) }
        try checkText(bytes, path: path)
        let outline = TOMLOutline(bytes, notesKeys: false)
        if let line = outline.tooDeepLine { throw SettingsError(path: path, line: line, problem: .tooLarge) }
        if let line = outline.nulLine { throw SettingsError(path: path, line: line, problem: .noText) }
        if let line = outline.unparsableLine {
            throw SettingsError(
                path: path, line: line, problem: .syntax("a bracket is not closed, or a table has no name"))
        }
        return outline
    }

    /// The line, counted from 1, of a key such as `theme.default` or `instance[2].tags.role`, or else of the nearest thing
    /// around it.
    public func line(of key: String) -> Int? { outline.line(of: key) }

    /// Made when something is wrong, to say where.
    private var outline: TOMLOutline { TOMLOutline(bytes, notesKeys: true) }

    /// Keys in the order in which they stand in the file; `table` is where they stand, with a dot at its end.
    public func inOrder(_ keys: some Sequence<String>, of table: String = "") -> [String] {
        let keys = Array(keys)
        guard keys.count > 1 else { return keys }
        let outline = outline
        return keys.sorted {
            (outline.line(of: table + $0) ?? .max, $0) < (outline.line(of: table + $1) ?? .max, $1)
        }
    }

    // MARK: - Parsing

    private static func checkText(_ bytes: [UInt8], path: String) throws(SettingsError) {
        if String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) { return }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let index = lines.firstIndex { $0.contains(0) || String(validating: $0, as: UTF8.self) == nil }
        throw SettingsError(path: path, line: index.map { $0 + 1 }, problem: .noText)
    }

    private static func table(_ piece: ArraySlice<UInt8>, from line: Int, path: String) throws(SettingsError)
        -> TOMLTable
    {
        do {
            return try TOMLTable(string: String(decoding: piece, as: UTF8.self))
        } catch let error as TOMLParseError {
            let place = line - 1 + error.source.begin.line
            throw SettingsError(path: path, line: place, problem: .syntax(error.description))
        } catch {
            throw SettingsError(path: path, problem: .syntax("\(error)"))
        }
    }

    static func values(_ table: TOMLTable) -> [String: SettingsValue] {
        var values: [String: SettingsValue] = [:]
        for key in table.keys { values[key] = table[key].map(value) ?? .other }
        return values
    }

    private static func value(_ written: any TOMLValueConvertible) -> SettingsValue {
        switch written.type {
        case .string: written.string.map { .text($0) } ?? .other
        case .int: written.int.map { .integer($0) } ?? .other
        case .bool: written.bool.map { .boolean($0) } ?? .other
        case .array: .list(written.array?.map(value) ?? [])
        case .table: .table(written.table.map(values) ?? [:])
        case .double, .date, .time, .dateTime: .other
        }
    }
}

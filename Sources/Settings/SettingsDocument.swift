import TOMLKit

/// A settings file as values, with the lines of its keys. Only here the parser is used.
public struct SettingsDocument: Sendable {
    /// The file.
    public let path: String
    /// The values of the file by their keys.
    public let values: [String: SettingsValue]
    private let bytes: [UInt8]

    /// Reads the bytes of a file, which may have `sizeLimit` of them; `path` is for errors.
    public init(_ bytes: some Collection<UInt8>, path: String, sizeLimit: Int) throws(SettingsError) {
        guard bytes.count <= sizeLimit else { throw SettingsError(path: path, problem: .tooLarge) }
        let text = try Self.text(bytes, path: path)
        self.bytes = Array(bytes)
        let outline = TOMLOutline(bytes, notesKeys: false)
        if let line = outline.tooDeepLine { throw SettingsError(path: path, line: line, problem: .tooLarge) }
        if let line = outline.nulLine { throw SettingsError(path: path, line: line, problem: .noText) }
        if let line = outline.unparsableLine {
            throw SettingsError(
                path: path, line: line, problem: .syntax("a bracket is not closed, or a table has no name"))
        }
        self.path = path
        values = Self.values(try Self.table(text, path: path))
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

    private static func text(_ bytes: some Collection<UInt8>, path: String) throws(SettingsError) -> String {
        if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return text }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let index = lines.firstIndex { $0.contains(0) || String(validating: $0, as: UTF8.self) == nil }
        throw SettingsError(path: path, line: index.map { $0 + 1 }, problem: .noText)
    }

    private static func table(_ text: String, path: String) throws(SettingsError) -> TOMLTable {
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw SettingsError(path: path, line: error.source.begin.line, problem: .syntax(error.description))
        } catch {
            throw SettingsError(path: path, problem: .syntax("\(error)"))
        }
    }

    private static func values(_ table: TOMLTable) -> [String: SettingsValue] {
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

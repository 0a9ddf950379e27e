import CloudAssistant

/// Makes entries of the tables of `instances.toml`, or says what is wrong and where.
struct EntryReader {
    let path: String
    let text: [UInt8]

    /// Made when something is wrong, to say where.
    private var outline: TOMLOutline { TOMLOutline(text, notesLines: true) }

    private(set) var entries: [InstancesFile.Entry] = []
    private var seen: Set<InstanceID> = []
    /// Lists of tags that were read: many instances have the same ones, and need not have them each for itself.
    private var tagLists: Set<[Tag]> = []

    init(path: String, text: [UInt8]) {
        self.path = path
        self.text = text
    }

    /// Reads a piece of the file, behind those that were read before.
    mutating func read(_ piece: [String: WrittenValue]) throws(SettingsError) {
        if let key = first(of: piece.keys.filter { $0 != "instance" }, in: 0) {
            throw SettingsError(path: path, line: outline.line(entry: 0, key: key), problem: .unknownKey(key))
        }
        guard let written = piece["instance"] else { return }
        guard let values = written.list else { throw bad(0, "instance", .instances) }
        for value in values {
            guard let table = value.table else { throw bad(0, "instance", .instances) }
            try add(table)
        }
    }

    /// Reads an entry, behind those that were read before.
    mutating func add(_ table: [String: WrittenValue]) throws(SettingsError) {
        let number = entries.count + 1
        var entry = try entry(table, number: number)
        guard seen.insert(entry.id).inserted else {
            let line = outline.line(entry: number, key: "id")
            throw SettingsError(path: path, line: line, problem: .duplicate(entry.id.text))
        }
        entry.tags = tagLists.insert(entry.tags).memberAfterInsert
        entries.append(entry)
    }

    private func entry(_ table: [String: WrittenValue], number: Int) throws(SettingsError) -> InstancesFile.Entry {
        let known = ["id", "name", "tags", "resource_group", "os", "status"]
        if let key = first(of: table.keys.filter { !known.contains($0) }, in: number) {
            let line = outline.line(entry: number, key: key)
            throw SettingsError(path: path, line: line, problem: .unknownKey("instance[\(number)].\(key)"))
        }
        guard let id = try text(table, "id", number, .identifier) else {
            let line = outline.line(entry: number)
            throw SettingsError(path: path, line: line, problem: .missingKey("instance[\(number)].id"))
        }
        return InstancesFile.Entry(
            id: InstanceID(id), name: try text(table, "name", number, .name), tags: try tags(table, number),
            resourceGroupID: try text(table, "resource_group", number, .identifier).map { ResourceGroupID($0) },
            osType: try word(table, "os", number), status: try word(table, "status", number))
    }

    /// The one of some keys that stands first in the file.
    private func first(of keys: [String], in entry: Int) -> String? {
        guard keys.count > 1 else { return keys.first }
        let outline = outline
        return keys.min {
            (outline.line(entry: entry, key: $0) ?? .max, $0) < (outline.line(entry: entry, key: $1) ?? .max, $1)
        }
    }

    private func bad(_ entry: Int, _ key: String, _ rule: SettingsError.Rule) -> SettingsError {
        let name = entry == 0 ? key : "instance[\(entry)].\(key)"
        return SettingsError(
            path: path, line: outline.line(entry: entry, key: key), problem: .badValue(name, rule))
    }

    // MARK: - Values

    private func text(_ table: [String: WrittenValue], _ key: String, _ entry: Int, _ rule: SettingsError.Rule)
        throws(SettingsError) -> String?
    {
        guard let written = table[key] else { return nil }
        guard let text = written.text, Self.holds(rule, text) else { throw bad(entry, key, rule) }
        return text
    }

    private static func holds(_ rule: SettingsError.Rule, _ text: String) -> Bool {
        guard rule == .identifier else {
            let isPrintable = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            return isPrintable && (1...128).contains(text.unicodeScalars.count)
        }
        // It becomes part of a file's name, so "..", "-rf" and the like are out.
        let isPlain = text.utf8.allSatisfy { ParameterName.isAllowed($0) || $0 == UInt8(ascii: ".") }
        let begins = text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return isPlain && begins == true && text.utf8.count <= 64
    }

    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ table: [String: WrittenValue], _ key: String, _ entry: Int
    ) throws(SettingsError) -> Word? {
        guard let written = table[key] else { return nil }
        let match = Word.allCases.first { $0.rawValue.lowercased() == written.text?.lowercased() }
        guard let match else { throw bad(entry, key, .word(Word.allCases.map(\.rawValue))) }
        return match
    }

    private func tags(_ table: [String: WrittenValue], _ entry: Int) throws(SettingsError) -> [Tag] {
        guard let written = table["tags"] else { return [] }
        guard let pairs = written.table, pairs.count <= Limits().tagsPerCall else {
            throw bad(entry, "tags", .tags)
        }
        var tags: [Tag] = []
        for key in pairs.keys.sorted() {
            guard let value = pairs[key]?.text else { throw bad(entry, "tags.\(key)", .tags) }
            do {
                tags += try Limits().checked([TagFilter(key: key, value: value)])
            } catch {
                throw bad(entry, "tags.\(key)", .tag)
            }
        }
        return tags
    }
}

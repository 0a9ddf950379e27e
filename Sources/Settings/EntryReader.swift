import CloudAssistant

/// Makes entries of the tables of `instances.toml`, or says what is wrong and where.
struct EntryReader {
    private typealias Table = [String: SettingsValue]

    private(set) var entries: [InstancesFile.Entry] = []
    private var seen: Set<InstanceID> = []
    /// Lists of tags that were read: many instances have the same ones, and need not have them each for itself.
    private var tagLists: Set<[Tag]> = []
    private var document = SettingsDocument.empty

    /// Reads a piece of the file, behind those that were read before.
    mutating func read(_ piece: SettingsDocument) throws(SettingsError) {
        document = piece
        if let key = document.inOrder(document.values.keys.filter { $0 != "instance" }).first {
            throw error(key, .unknownKey(key))
        }
        guard let written = document.values["instance"] else { return }
        guard let tables = written.list else { throw bad("instance", .instances) }
        for value in tables {
            guard let table = value.table else { throw bad("instance", .instances) }
            let place = "instance[\(entries.count + 1)]."
            var entry = try entry(table, place)
            guard seen.insert(entry.id).inserted else { throw error(place + "id", .duplicate(entry.id.text)) }
            entry.tags = tagLists.insert(entry.tags).memberAfterInsert
            entries.append(entry)
        }
    }

    private func entry(_ table: Table, _ place: String) throws(SettingsError) -> InstancesFile.Entry {
        let known = ["id", "name", "tags", "resource_group", "os", "status"]
        if let key = document.inOrder(table.keys.filter { !known.contains($0) }, of: place).first {
            throw error(place + key, .unknownKey(place + key))
        }
        guard let id = try text(table, "id", place, .identifier) else {
            throw error(String(place.dropLast()), .missingKey(place + "id"))
        }
        return InstancesFile.Entry(
            id: InstanceID(id), name: try text(table, "name", place, .name), tags: try tags(table, place),
            resourceGroupID: try text(table, "resource_group", place, .identifier).map { ResourceGroupID($0) },
            osType: try word(table, "os", place), status: try word(table, "status", place))
    }

    private func error(_ key: String, _ problem: SettingsError.Problem) -> SettingsError {
        SettingsError(path: document.path, line: document.line(of: key), problem: problem)
    }

    private func bad(_ key: String, _ rule: SettingsError.Rule) -> SettingsError { error(key, .badValue(key, rule)) }

    // MARK: - Values

    private func text(_ table: Table, _ key: String, _ place: String, _ rule: SettingsError.Rule)
        throws(SettingsError) -> String?
    {
        guard let written = table[key] else { return nil }
        guard let text = written.text, rule.holds(text) else { throw bad(place + key, rule) }
        return text
    }

    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ table: Table, _ key: String, _ place: String
    ) throws(SettingsError) -> Word? {
        guard let written = table[key] else { return nil }
        let match = Word.allCases.first { $0.rawValue.lowercased() == written.text?.lowercased() }
        guard let match else { throw bad(place + key, .word(Word.allCases.map(\.rawValue))) }
        return match
    }

    private func tags(_ table: Table, _ place: String) throws(SettingsError) -> [Tag] {
        guard let written = table["tags"] else { return [] }
        guard let pairs = written.table, pairs.keys.count <= Limits().tagsPerCall else {
            throw bad(place + "tags", .tags)
        }
        var tags: [Tag] = []
        for key in pairs.keys.sorted() {
            guard let value = pairs[key]?.text else { throw bad(place + "tags.\(key)", .tags) }
            do {
                tags += try Limits().checked([TagFilter(key: key, value: value)])
            } catch {
                throw bad(place + "tags.\(key)", .tag)
            }
        }
        return tags
    }
}

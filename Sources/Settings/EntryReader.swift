import CloudAssistant

/// Makes entries of the tables of `instances.toml`, or says what is wrong and where.
struct EntryReader {
    private typealias Table = [String: SettingsValue]

    private(set) var entries: [InstancesFile.Entry] = []
    private(set) var regions: [Region] = []
    /// Regions that instances are in, and where the first one says so; they may be described later in the file.
    private var mentioned: [RegionID: String] = [:]
    private var seen: Set<InstanceID> = []
    /// Lists of tags that were read: many instances have the same ones, and need not have them each for itself.
    private var tagLists: Set<[Tag]> = []
    private var document = SettingsDocument.empty

    /// Reads a piece of the file, behind those that were read before.
    mutating func read(_ piece: SettingsDocument) throws(SettingsError) {
        document = piece
        if let key = document.inOrder(document.values.keys.filter { $0 != "instance" && $0 != "region" }).first {
            throw error(key, .unknownKey(key))
        }
        try readRegions()
        guard let written = document.values["instance"] else { return }
        guard let tables = written.list else { throw bad("instance", .instances) }
        for value in tables {
            guard let table = value.table else { throw bad("instance", .instances) }
            let place = "instance[\(entries.count + 1)]."
            var entry = try entry(table, place)
            guard seen.insert(entry.id).inserted else { throw error(place + "id", .duplicate(entry.id.text)) }
            if let region = entry.regionID, mentioned[region] == nil { mentioned[region] = place + "region" }
            entry.tags = tagLists.insert(entry.tags).memberAfterInsert
            entries.append(entry)
        }
    }

    private func entry(_ table: Table, _ place: String) throws(SettingsError) -> InstancesFile.Entry {
        try check(table, ["id", "name", "tags", "resource_group", "os", "status", "region"], place)
        guard let id = try text(table, "id", place, .identifier) else {
            throw error(String(place.dropLast()), .missingKey(place + "id"))
        }
        return InstancesFile.Entry(
            id: InstanceID(id), name: try text(table, "name", place, .name), tags: try tags(table, place),
            resourceGroupID: try text(table, "resource_group", place, .identifier).map { ResourceGroupID($0) },
            osType: try word(table, "os", place), status: try word(table, "status", place),
            regionID: try text(table, "region", place, .identifier).map { RegionID($0) })
    }

    private func check(_ table: Table, _ known: [String], _ place: String) throws(SettingsError) {
        if let key = document.inOrder(table.keys.filter { !known.contains($0) }, of: place).first {
            throw error(place + key, .unknownKey(place + key))
        }
    }

    // MARK: - Regions

    private mutating func readRegions() throws(SettingsError) {
        guard let written = document.values["region"] else { return }
        guard let tables = written.list else { throw bad("region", .regions) }
        for value in tables {
            guard let table = value.table else { throw bad("region", .regions) }
            let place = "region[\(regions.count + 1)]."
            let region = try region(table, place)
            guard !regions.contains(where: { $0.id == region.id }) else {
                throw error(place + "id", .duplicate(region.id.text))
            }
            regions.append(region)
        }
    }

    private func region(_ table: Table, _ place: String) throws(SettingsError) -> Region {
        try check(table, ["id", "name", "cloud_assistant", "parameter_store"], place)
        guard let id = try text(table, "id", place, .identifier) else {
            throw error(String(place.dropLast()), .missingKey(place + "id"))
        }
        let standard = id == Region.local.id.text ? Region.local.localName : id
        return Region(
            id: RegionID(id), localName: try text(table, "name", place, .name) ?? standard,
            supportsCommands: try boolean(table, "cloud_assistant", place),
            hasParameterStore: try boolean(table, "parameter_store", place))
    }

    /// Refuses an instance in a region that the file does not describe.
    func checkRegions() throws(SettingsError) {
        let known = Set(regions.map(\.id)).union([Region.local.id])
        let unknown = mentioned.filter { !known.contains($0.key) }
        let first = unknown.map { (line: document.line(of: $0.value) ?? 0, place: $0.value) }.min { $0.line < $1.line }
        if let first { throw bad(first.place, .knownRegion) }
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

    /// True where nothing is said.
    private func boolean(_ table: Table, _ key: String, _ place: String) throws(SettingsError) -> Bool {
        guard let written = table[key] else { return true }
        guard let isTrue = written.boolean else { throw bad(place + key, .boolean) }
        return isTrue
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

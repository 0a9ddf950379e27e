import CloudAssistant

/// Makes buckets of the tables of `delivery.toml`, or says what is wrong and where.
struct BucketReader {
    private typealias Table = [String: SettingsValue]
    private enum Kind: String, CaseIterable { case directory, s3 }

    private let document: SettingsDocument

    init(_ document: SettingsDocument) { self.document = document }

    func allowedUsers() throws(SettingsError) -> Set<String>? {
        guard let written = document.values["allow"] else { return nil }
        let names = written.list?.map(\.text) ?? [nil]
        let usable = names.compactMap { $0 }.filter { SettingsError.Rule.name.holds($0) }
        guard usable.count == names.count else { throw bad("allow", .users) }
        return Set(usable)
    }

    func buckets() throws(SettingsError) -> [Bucket] {
        try checkKeys(document.values, known: ["allow", "bucket"], "")
        guard let written = document.values["bucket"] else { return [] }
        guard let tables = written.list else { throw bad("bucket", .buckets) }
        var buckets: [Bucket] = []
        for value in tables {
            guard let table = value.table else { throw bad("bucket", .buckets) }
            let place = "bucket[\(buckets.count + 1)]."
            let bucket = try bucket(table, place)
            guard !buckets.contains(where: { $0.name == bucket.name }) else {
                throw error(place + "name", .duplicate(bucket.name))
            }
            buckets.append(bucket)
        }
        return buckets
    }

    private func bucket(_ table: Table, _ place: String) throws(SettingsError) -> Bucket {
        let name = try required(table, "name", place, .bucketName)
        guard let kind = Kind(rawValue: try required(table, "kind", place, .name)) else {
            throw bad(place + "kind", .word(Kind.allCases.map(\.rawValue)))
        }
        let region = try text(table, "region", place, .identifier).map { RegionID($0) } ?? Region.local.id
        switch kind {
        case .directory:
            try checkKeys(table, known: ["name", "kind", "region", "path"], place)
            let path = try text(table, "path", place, .path)
            return Bucket(name: name, regionID: region, kind: .directory(path: path))
        case .s3:
            let own = ["endpoint", "path-style", "signing-region", "credentials"]
            try checkKeys(table, known: ["name", "kind", "region"] + own, place)
            return Bucket(name: name, regionID: region, kind: .s3(try endpoint(table, place)))
        }
    }

    private func endpoint(_ table: Table, _ place: String) throws(SettingsError) -> S3Endpoint {
        let address = try required(table, "endpoint", place, .name)
        var usesPathStyle = false
        if let written = table["path-style"] {
            guard let isTrue = written.boolean else { throw bad(place + "path-style", .boolean) }
            usesPathStyle = isTrue
        }
        let endpoint = S3Endpoint(
            address, usesPathStyle: usesPathStyle,
            signingRegion: try required(table, "signing-region", place, .identifier),
            credentialsFile: try required(table, "credentials", place, .path))
        guard let endpoint else { throw bad(place + "endpoint", .endpoint) }
        return endpoint
    }

    // MARK: - Values

    private func required(_ table: Table, _ key: String, _ place: String, _ rule: SettingsError.Rule)
        throws(SettingsError) -> String
    {
        guard let text = try text(table, key, place, rule) else {
            throw error(String(place.dropLast()), .missingKey(place + key))
        }
        return text
    }

    private func text(_ table: Table, _ key: String, _ place: String, _ rule: SettingsError.Rule)
        throws(SettingsError) -> String?
    {
        guard let written = table[key] else { return nil }
        guard let text = written.text, rule.holds(text) else { throw bad(place + key, rule) }
        return text
    }

    private func checkKeys(_ table: Table, known: [String], _ place: String) throws(SettingsError) {
        guard let key = document.inOrder(table.keys.filter { !known.contains($0) }, of: place).first else { return }
        let nearest = NearestName.of(key, among: known).map { place + $0 }
        throw error(place + key, .unknownKey(place + key, nearest: nearest))
    }

    private func error(_ key: String, _ problem: SettingsError.Problem) -> SettingsError {
        SettingsError(path: document.path, line: document.line(of: key), problem: problem)
    }

    private func bad(_ key: String, _ rule: SettingsError.Rule) -> SettingsError { error(key, .badValue(key, rule)) }
}

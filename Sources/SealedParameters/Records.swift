import CloudAssistant

/// The parameters of a store as its file holds them: facts that can be read, values that are sealed.
struct Records {
    /// A parameter with its sealed value.
    struct Entry {
        var facts: StoredParameter
        var sealed: [UInt8]
    }

    /// The value of a secret that was replaced or removed, kept as long as a script may run that was sent it: it is still to
    /// be kept out of that script's output.
    struct Earlier {
        var facts: StoredParameter
        var sealed: [UInt8]
        let until: Timestamp
    }

    var entries: [Entry] = []
    var earlier: [Earlier] = []

    /// Where a parameter of a name is, whatever its kind.
    func index(_ name: String, in region: RegionID) -> Int? {
        entries.firstIndex { $0.facts.regionID == region && $0.facts.reference.name == name }
    }

    /// The file: a line that says which key it is of and proves it, then JSON.
    func bytes(_ key: SealingKey) -> [UInt8] {
        let json: JSON = [
            "entries": .array(entries.map { Self.json($0.facts, $0.sealed, []) }),
            "earlier": .array(
                earlier.map { Self.json($0.facts, $0.sealed, [.init("until", .integer($0.until.milliseconds))]) }),
        ]
        let body = Array((json.compactText + "\n").utf8)
        return Array("\(Self.title) \(key.id) \(key.mark(body))\n".utf8) + body
    }

    private static let title = "flagdeck-parameters-1"

    private static func json(_ facts: StoredParameter, _ sealed: [UInt8], _ more: [JSON.Member]) -> JSON {
        .object(
            [
                .init("region", .string(facts.regionID.text)), .init("name", .string(facts.reference.name)),
                .init("secret", .bool(facts.reference.isSecret)), .init("description", .string(facts.description)),
                .init("version", .integer(facts.version)), .init("created", .integer(facts.created.milliseconds)),
                .init("updated", .integer(facts.updated.milliseconds)),
                .init("allowed", .array(facts.allowed.map { .string($0) })),
                .init("value", .string(Base64.encode(sealed))),
            ] + more)
    }
}

extension Records {
    /// The id of the key that a file is of; nil when it is no such file.
    static func keyID(_ bytes: [UInt8]) -> String? { parts(bytes)?.keyID }

    private static func parts(_ bytes: [UInt8]) -> (keyID: String, mark: String, body: [UInt8])? {
        guard let end = bytes.firstIndex(of: 0x0a) else { return nil }
        let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count == 3, words[0] == title else { return nil }
        return (words[1], words[2], Array(bytes[(end + 1)...]))
    }

    /// Reads a file; nil when it is not what a holder of the key wrote.
    init?(_ bytes: [UInt8], _ key: SealingKey) {
        guard let parts = Self.parts(bytes), parts.keyID == key.id, parts.mark == key.mark(parts.body),
            let json = JSON(parsing: String(decoding: parts.body, as: UTF8.self)),
            let entries = json["entries"]?.elements, let earlier = json["earlier"]?.elements
        else { return nil }
        for entry in entries {
            guard let (facts, sealed) = Self.record(entry) else { return nil }
            self.entries.append(Entry(facts: facts, sealed: sealed))
        }
        for entry in earlier {
            guard let (facts, sealed) = Self.record(entry), let until = entry["until"]?.moment else { return nil }
            self.earlier.append(Earlier(facts: facts, sealed: sealed, until: until))
        }
    }

    private static func record(_ json: JSON) -> (StoredParameter, [UInt8])? {
        guard let region = json["region"]?.text, let name = json["name"]?.text,
            case .bool(let isSecret)? = json["secret"],
            let description = json["description"]?.text,
            let version = json["version"]?.number.flatMap({ Int(exactly: $0) }),
            let created = json["created"]?.moment, let updated = json["updated"]?.moment,
            let allowed = json["allowed"]?.elements?.map(\.text),
            let sealed = json["value"]?.text.flatMap(Base64.decode)
        else { return nil }
        let facts = StoredParameter(
            regionID: RegionID(region), reference: StoredReference(name: name, isSecret: isSecret),
            description: description, version: version, created: created, updated: updated,
            allowed: allowed.compactMap { $0 })
        return (facts, sealed)
    }
}

extension StoredParameter {
    /// What a value is sealed with, so that it can stand for nothing else: each word with its length before it.
    var words: [UInt8] {
        let words = [regionID.text, reference.isSecret ? "oos-secret" : "oos", reference.name, "\(version)"]
        return words.flatMap { Array("\($0.utf8.count):\($0)".utf8) }
    }
}

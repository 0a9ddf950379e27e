public import CloudAssistant

/// What is to become of a parameter; what is nil stays as it is.
public struct ParameterChange: Sendable {
    /// The region.
    public var regionID: RegionID
    /// The name and the kind; an existing parameter keeps its kind.
    public var reference: StoredReference
    /// The new value.
    public var value: [UInt8]
    /// What it is for.
    public var description: String?
    /// The names of callers that may use it beside the owner.
    public var allowed: [String]?

    /// A change from its parts.
    public init(
        regionID: RegionID, reference: StoredReference, value: [UInt8], description: String? = nil,
        allowed: [String]? = nil
    ) {
        self.regionID = regionID
        self.reference = reference
        self.value = value
        self.description = description
        self.allowed = allowed
    }
}

/// Why a parameter is not kept. None of the cases holds a value.
public enum ParameterRule: Error, Hashable, Sendable {
    /// The name is not 1 to 255 letters, digits, dots, dashes and underscores.
    case name(String)
    /// There is no value.
    case empty
    /// The value has more bytes than `limit`.
    case tooLong(limit: Int)
    /// The value is no UTF-8 or holds a NUL.
    case noText
    /// There is a parameter of that name which is of the other kind: this one.
    case otherKind(StoredReference)
    /// The description has more characters than `limit`, or control characters.
    case description(limit: Int)
    /// A caller's name is empty, too long or has blanks or control characters.
    case caller(String)
}

extension SealedParameterStore {
    /// The longest value, in bytes.
    public static let valueLimit = 4096
    private static let descriptionLimit = 512
    /// How long values that were replaced are kept out of outputs: longer than any script may run.
    private static let memorySeconds = 2 * 86_400

    /// Sets a parameter; answers its facts. `note` is done when nothing but the replacement of the file is left, and what
    /// it throws keeps everything as it was.
    public func set(_ change: ParameterChange, note: (StoredParameter) async throws -> Void) async throws
        -> StoredParameter
    {
        try Self.check(change)
        return try await self.change { records, key in
            let facts = try Self.facts(of: change, in: records, at: now())
            guard let sealed = key.seal(change.value, for: facts.words) else {
                throw ParameterStoreError.damaged(path: dataPath)
            }
            if let index = records.index(change.reference.name, in: change.regionID) {
                Self.remember(records.entries[index], in: &records, at: now())
                records.entries[index] = Records.Entry(facts: facts, sealed: sealed)
            } else {
                records.entries.append(Records.Entry(facts: facts, sealed: sealed))
            }
            return facts
        } note: {
            try await note($0)
        }
    }

    /// Removes a parameter of either kind; answers what it was.
    @discardableResult public func remove(
        _ name: String, in region: RegionID, note: (StoredParameter) async throws -> Void
    ) async throws -> StoredParameter {
        try await change(isExpiredToo: true) { records, _ in
            guard let index = records.index(name, in: region) else {
                throw ParameterStoreError.unknown(StoredReference(name: name, isSecret: false))
            }
            let entry = records.entries.remove(at: index)
            Self.remember(entry, in: &records, at: now())
            return entry.facts
        } note: {
            try await note($0)
        }
    }

    /// Says from when on nothing can be opened any more; nil for never.
    public func setExpiry(_ time: Timestamp?, note: () async throws -> Void) async throws {
        let lock = try OwnFile.lock(lockPath)
        defer { withExtendedLifetime(lock) {} }
        var ring = try readBoth().ring ?? KeyRing(keys: [SealingKey(made: now())])
        ring.expires = time
        try await note()
        try OwnFile.replace(keyPath, with: Array(ring.text.utf8))
    }

    /// Makes a new key and seals every value anew with it. Dying in the middle leaves both keys, and everything can be
    /// opened.
    public func rotate(note: () async throws -> Void) async throws {
        let lock = try OwnFile.lock(lockPath)
        defer { withExtendedLifetime(lock) {} }
        let (old, ring, _) = try readBoth()
        let key = SealingKey(made: now())
        let records = try resealed(old, ring?.keys ?? [], key)
        try await note()
        // Expired credentials are renewed by new ones.
        let expires = ring.flatMap { $0.isExpired(at: now()) == nil ? $0.expires : nil }
        let both = KeyRing(keys: [key] + (ring?.keys ?? []), expires: expires)
        try OwnFile.replace(keyPath, with: Array(both.text.utf8))
        try OwnFile.replace(dataPath, with: records.bytes(key))
        try OwnFile.replace(keyPath, with: Array(KeyRing(keys: [key], expires: expires).text.utf8))
    }

    // MARK: - Rules

    private static func check(_ change: ParameterChange) throws(ParameterRule) {
        guard StoredReference.isAllowed(change.reference.name) else { throw .name(change.reference.name) }
        guard !change.value.isEmpty else { throw .empty }
        guard change.value.count <= valueLimit else { throw .tooLong(limit: valueLimit) }
        guard String(validating: change.value, as: UTF8.self) != nil, !change.value.contains(0) else { throw .noText }
        let description = change.description ?? ""
        guard description.unicodeScalars.count <= descriptionLimit, !description.utf8.contains(where: isControl) else {
            throw .description(limit: descriptionLimit)
        }
        for caller in change.allowed ?? [] {
            let isFine =
                !caller.isEmpty && caller.utf8.count <= 256 && !caller.utf8.contains { isControl($0) || $0 == 0x20 }
            guard isFine else { throw .caller(caller) }
        }
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7f }

    private static func facts(of change: ParameterChange, in records: Records, at now: Timestamp) throws(ParameterRule)
        -> StoredParameter
    {
        guard let index = records.index(change.reference.name, in: change.regionID) else {
            return StoredParameter(
                regionID: change.regionID, reference: change.reference, description: change.description ?? "",
                created: now, updated: now, allowed: change.allowed ?? [])
        }
        var facts = records.entries[index].facts
        guard facts.reference == change.reference else { throw .otherKind(facts.reference) }
        facts.description = change.description ?? facts.description
        facts.allowed = change.allowed ?? facts.allowed
        facts.version += 1
        facts.updated = now
        return facts
    }

    // MARK: - Changing

    private static func remember(_ entry: Records.Entry, in records: inout Records, at now: Timestamp) {
        guard entry.facts.reference.isSecret else { return }
        let until = now.adding(seconds: memorySeconds)
        records.earlier.append(Records.Earlier(facts: entry.facts, sealed: entry.sealed, until: until))
    }

    private func change(
        isExpiredToo: Bool = false, _ edit: (inout Records, SealingKey) throws -> StoredParameter,
        note: (StoredParameter) async throws -> Void
    ) async throws -> StoredParameter {
        let lock = try OwnFile.lock(lockPath)
        defer { withExtendedLifetime(lock) {} }
        var (records, ring, _) = try readBoth()
        if !isExpiredToo { try Self.checkExpiry(ring, at: now()) }
        let key = try key(of: &ring)
        records.earlier.removeAll { $0.until < now() }
        // What another key sealed, when somebody died between two keys.
        if let ring, ring.keys.count > 1 { records = try resealed(records, ring.keys, key) }
        let facts = try edit(&records, key)
        try await note(facts)
        try OwnFile.replace(dataPath, with: records.bytes(key))
        return facts
    }

    /// The key in use, made at the first change.
    private func key(of ring: inout KeyRing?) throws(ParameterStoreError) -> SealingKey {
        if let key = ring?.keys.first { return key }
        let key = SealingKey(made: now())
        let made = KeyRing(keys: [key])
        try OwnFile.replace(keyPath, with: Array(made.text.utf8))
        ring = made
        return key
    }

    private func resealed(_ records: Records, _ keys: [SealingKey], _ key: SealingKey) throws(ParameterStoreError)
        -> Records
    {
        var records = records
        for index in records.entries.indices {
            let entry = records.entries[index]
            records.entries[index].sealed = try resealed(entry.sealed, entry.facts, keys, key)
        }
        for index in records.earlier.indices {
            let entry = records.earlier[index]
            records.earlier[index].sealed = try resealed(entry.sealed, entry.facts, keys, key)
        }
        return records
    }

    private func resealed(_ sealed: [UInt8], _ facts: StoredParameter, _ keys: [SealingKey], _ key: SealingKey)
        throws(ParameterStoreError) -> [UInt8]
    {
        let value = keys.lazy.compactMap { $0.open(sealed, for: facts.words) }.first
        guard let value, let sealed = key.seal(value, for: facts.words) else { throw .damaged(path: dataPath) }
        return sealed
    }
}

public import CloudAssistant
import Synchronization

/// The parameter store of one state directory: a file whose values are sealed, and a key in a file beside it.
///
/// Several processes may use it at a time. One that changes something holds a lock; readers find the file before or after
/// a change, never in between, and notice a change by looking at the file.
public final class SealedParameterStore: ParameterStore {
    private struct Loaded {
        let stamps: [OwnFile.Stamp?]
        let records: Records
        let ring: KeyRing?
    }

    let dataPath: String
    let keyPath: String
    let lockPath: String
    let now: @Sendable () -> Timestamp
    private let cache = Mutex<Loaded?>(nil)

    /// The store of a prepared state directory; it need not be there yet.
    public init(directory: String, now: @escaping @Sendable () -> Timestamp) {
        dataPath = directory + "/parameters"
        keyPath = directory + "/parameters.key"
        lockPath = directory + "/parameters.lock"
        self.now = now
    }

    // MARK: - ParameterStore

    /// What is known of the parameters of a region, by name.
    public func parameters(in region: RegionID) throws(ParameterStoreError) -> [StoredParameter] {
        let loaded = try load()
        try Self.checkExpiry(loaded.ring, at: now())
        return Self.facts(loaded.records, in: region)
    }

    /// The values of some parameters.
    public func values(of references: [StoredReference], in region: RegionID) throws(ParameterStoreError)
        -> [StoredReference: [UInt8]]
    {
        let loaded = try load()
        try Self.checkExpiry(loaded.ring, at: now())
        var values: [StoredReference: [UInt8]] = [:]
        for reference in references {
            guard let index = loaded.records.index(reference.name, in: region),
                loaded.records.entries[index].facts.reference == reference
            else { throw .unknown(reference) }
            let entry = loaded.records.entries[index]
            values[reference] = try value(entry.facts, entry.sealed, loaded.ring)
        }
        return values
    }

    /// Every value that secrets of these names have, or had within the last two days.
    public func secrets(named names: Set<String>, in region: RegionID) throws(ParameterStoreError) -> [[UInt8]] {
        let loaded = try load()
        let all =
            loaded.records.entries.map { ($0.facts, $0.sealed) } + loaded.records.earlier.map { ($0.facts, $0.sealed) }
        var values: [[UInt8]] = []
        for (facts, sealed) in all
        where facts.reference.isSecret && facts.regionID == region && names.contains(facts.reference.name) {
            values.append(try value(facts, sealed, loaded.ring))
        }
        return values
    }

    // MARK: - Reading

    /// What is known of all parameters of a region, with expired credentials too.
    public func listing(of region: RegionID) throws(ParameterStoreError) -> [StoredParameter] {
        Self.facts(try load().records, in: region)
    }

    /// The key in use and how long it may be used; nil before there is one.
    public func keyFacts() throws(ParameterStoreError) -> KeyFacts? {
        try load().ring.flatMap { ring in
            ring.keys.first.map { KeyFacts(id: $0.id, made: $0.made, expires: ring.expires) }
        }
    }

    private static func facts(_ records: Records, in region: RegionID) -> [StoredParameter] {
        records.entries.map(\.facts).filter { $0.regionID == region }.sorted { $0.reference.name < $1.reference.name }
    }

    static func checkExpiry(_ ring: KeyRing?, at now: Timestamp) throws(ParameterStoreError) {
        if let time = ring?.isExpired(at: now) { throw .expired(time) }
    }

    private func value(_ facts: StoredParameter, _ sealed: [UInt8], _ ring: KeyRing?) throws(ParameterStoreError)
        -> [UInt8]
    {
        for key in ring?.keys ?? [] {
            if let value = key.open(sealed, for: facts.words) { return value }
        }
        throw .damaged(path: dataPath)
    }

    private func load() throws(ParameterStoreError) -> Loaded {
        let stamps = [OwnFile.stamp(dataPath), OwnFile.stamp(keyPath)]
        if let loaded = cache.withLock({ $0 }), loaded.stamps == stamps { return loaded }
        let (records, ring, found) = try readBoth()
        let loaded = Loaded(stamps: found, records: records, ring: ring)
        cache.withLock { $0 = loaded }
        return loaded
    }

    /// Both files as they belong together: between two looks a change may exchange the key.
    func readBoth() throws(ParameterStoreError) -> (records: Records, ring: KeyRing?, stamps: [OwnFile.Stamp?]) {
        for _ in 0..<10 {
            let data = try OwnFile.read(dataPath)
            let file = try OwnFile.read(keyPath)
            let ring = file.flatMap { KeyRing(String(decoding: $0.bytes, as: UTF8.self)) }
            if file != nil, ring == nil { throw .damaged(path: keyPath) }
            guard let data else { return (Records(), ring, [nil, file?.stamp]) }
            guard let ring else { throw .noKey(path: keyPath) }
            guard let id = Records.keyID(data.bytes) else { throw .damaged(path: dataPath) }
            guard let key = ring.key(id) else { continue }
            guard let records = Records(data.bytes, key) else { throw .damaged(path: dataPath) }
            return (records, ring, [data.stamp, file?.stamp])
        }
        throw .noKey(path: keyPath)
    }
}

/// What may be told of the key of a store.
public struct KeyFacts: Hashable, Sendable {
    /// Which key it is; no secret.
    public let id: String
    /// When it was made.
    public let made: Timestamp
    /// From when on nothing can be opened with it; nil for never.
    public let expires: Timestamp?
}

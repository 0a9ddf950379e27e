public import CloudAssistant
import TOMLKit

/// `instances.toml`: what is to be known of this machine beyond what it says itself, and further instances that share
/// it.
///
/// ```toml
/// [[instance]]
/// id = "i-local"              # the entry with this machine's own id adds to it
/// tags = { env = "dev" }
///
/// [[instance]]
/// id = "i-web-01"             # runs its commands on this machine too
/// name = "web-01"
/// tags = { role = "web" }
/// resource_group = "rg-web"
/// os = "linux"                # or "windows": only listed, commands do not reach it
/// status = "Running"          # or "Stopped"
/// ```
public struct InstancesFile: Sendable, Hashable {
    /// One entry; what is nil was not written.
    public struct Entry: Sendable, Hashable {
        /// The id.
        public var id: InstanceID
        /// The name.
        public var name: String?
        /// The labels.
        public var tags: [Tag]
        /// The group.
        public var resourceGroupID: ResourceGroupID?
        /// The family of the operating system.
        public var osType: OSType?
        /// The status.
        public var status: InstanceStatus?
    }

    /// The largest file that is read, in bytes: room for more than a hundred thousand instances.
    public static let sizeLimit = 1 << 25

    /// The entries in the file's order.
    public let entries: [Entry]

    /// Reads the bytes of a file; `path` is for errors.
    public init(_ bytes: some Collection<UInt8>, path: String) throws(SettingsError) {
        guard bytes.count <= Self.sizeLimit else { throw SettingsError(path: path, problem: .tooLarge) }
        let bytes = Array(bytes)
        try Self.check(bytes, path: path)
        let outline = TOMLOutline(bytes)
        if let line = outline.tooDeepLine { throw SettingsError(path: path, line: line, problem: .tooLarge) }
        if let line = outline.nulLine { throw SettingsError(path: path, line: line, problem: .noText) }
        if let line = outline.unparsableLine {
            throw SettingsError(
                path: path, line: line, problem: .syntax("a bracket is not closed, or a table has no name"))
        }
        var reader = EntryReader(path: path, text: bytes)
        let cuts = [(place: 0, line: 1)] + outline.cuts
        for (cut, end) in zip(cuts, outline.cuts.map(\.place) + [bytes.count]) {
            let piece = bytes[cut.place..<end]
            if let plain = PlainEntries.read(piece) {
                for entry in plain { try reader.add(entry) }
            } else {
                try reader.read(WrittenValue.members(try Self.table(piece, from: cut.line, path: path)))
            }
        }
        entries = reader.entries
    }

    private static func check(_ bytes: [UInt8], path: String) throws(SettingsError) {
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
            throw SettingsError(
                path: path, line: line - 1 + error.source.begin.line, problem: .syntax(error.description))
        } catch {
            throw SettingsError(path: path, problem: .syntax("\(error)"))
        }
    }

    /// The fleet of this machine with what the file adds: an entry with the machine's own id changes it, every other
    /// one is an instance beside it.
    public func fleet(around machine: Instance) -> Fleet {
        var machine = machine
        var others: [Instance] = []
        for entry in entries {
            var instance = entry.id == machine.id ? machine : Self.sharing(machine, id: entry.id)
            instance.name = entry.name ?? instance.name
            instance.tags = entry.tags
            instance.resourceGroupID = entry.resourceGroupID
            instance.osType = entry.osType ?? instance.osType
            if instance.osType == .windows { instance.osName = "Windows" }
            instance.status = entry.status ?? instance.status
            if entry.id == machine.id { machine = instance } else { others.append(instance) }
        }
        return Fleet(regions: [.local], instances: [machine] + others)
    }

    private static func sharing(_ machine: Instance, id: InstanceID) -> Instance {
        var instance = machine
        instance.id = id
        instance.name = id.text
        return instance
    }
}

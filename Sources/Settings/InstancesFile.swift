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

    /// The largest file that is read, in bytes.
    public static let sizeLimit = 1 << 20

    /// The entries in the file's order.
    public let entries: [Entry]

    /// Reads the text of a file; `path` is for errors.
    public init(_ text: String, path: String) throws(SettingsError) {
        let table: TOMLTable
        do {
            guard text.utf8.count <= Self.sizeLimit, Self.nesting(text) <= 32 else {
                throw SettingsError(path: path, problem: .tooLarge)
            }
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw SettingsError(
                path: path, line: error.source.begin.line, problem: .syntax(error.description))
        } catch let error as SettingsError {
            throw error
        } catch {
            throw SettingsError(path: path, problem: .syntax("\(error)"))
        }
        var entries: [Entry] = []
        for key in table.keys where key != "instance" { throw SettingsError(path: path, problem: .unknownKey(key)) }
        for (index, value) in (table["instance"]?.array ?? TOMLArray()).enumerated() {
            guard let entry = value.table else { throw SettingsError(path: path, problem: .unknownKey("instance")) }
            entries.append(try Self.entry(entry, number: index + 1, path: path))
        }
        var seen: Set<InstanceID> = []
        for entry in entries where !seen.insert(entry.id).inserted {
            throw SettingsError(path: path, problem: .duplicate(entry.id.text))
        }
        self.entries = entries
    }

    /// How deep brackets nest at most: the parser recurses, so depth is looked at first.
    private static func nesting(_ text: String) -> Int {
        var depth = 0
        var deepest = 0
        for byte in text.utf8 {
            if byte == 0x5b || byte == 0x7b { depth += 1 }
            if byte == 0x5d || byte == 0x7d { depth = max(0, depth - 1) }
            deepest = max(deepest, depth)
        }
        return deepest
    }

    private static func entry(_ table: TOMLTable, number: Int, path: String) throws(SettingsError) -> Entry {
        let known = ["id", "name", "tags", "resource_group", "os", "status"]
        for key in table.keys where !known.contains(key) {
            throw SettingsError(path: path, problem: .unknownKey("instance[\(number)].\(key)"))
        }
        guard let id = table["id"]?.string, isID(id) else {
            throw SettingsError(path: path, problem: .badValue("instance[\(number)].id"))
        }
        var tags: [Tag] = []
        if let written = table["tags"] {
            guard let pairs = written.table else {
                throw SettingsError(path: path, problem: .badValue("instance[\(number)].tags"))
            }
            for key in pairs.keys.sorted() {
                guard let value = pairs[key]?.string else {
                    throw SettingsError(path: path, problem: .badValue("instance[\(number)].tags.\(key)"))
                }
                tags.append(Tag(key, value))
            }
        }
        func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String) throws(SettingsError) -> Word? {
            guard let value = table[key] else { return nil }
            let match = Word.allCases.first { $0.rawValue.lowercased() == value.string?.lowercased() }
            guard let match else {
                throw SettingsError(path: path, problem: .badValue("instance[\(number)].\(key)"))
            }
            return match
        }
        return Entry(
            id: InstanceID(id), name: table["name"]?.string, tags: tags,
            resourceGroupID: table["resource_group"]?.string.map { ResourceGroupID($0) }, osType: try word("os"),
            status: try word("status"))
    }

    private static func isID(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { ParameterName.isAllowed($0) || $0 == 0x2e }
        return isPlain && (1...64).contains(text.utf8.count)
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

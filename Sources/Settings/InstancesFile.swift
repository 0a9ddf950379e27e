public import CloudAssistant

/// `instances.toml`: what is to be known of this machine beyond what it says itself, and further instances that share
/// it, and the regions that they are in.
///
/// ```toml
/// [[region]]
/// id = "lab"                  # a region beside local, or local itself
/// name = "Laboratory"
/// cloud_assistant = true      # false: no commands are run there
/// parameter_store = false     # scripts there name no stored parameters
///
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
/// region = "lab"              # local where nothing is said
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
        /// The region.
        public var regionID: RegionID?
    }

    /// The largest file that is read, in bytes: room for more than a hundred thousand instances.
    public static let sizeLimit = 1 << 25

    /// The entries in the file's order.
    public let entries: [Entry]
    /// The regions: local first, then the file's others in their order.
    public let regions: [Region]

    /// Reads the bytes of a file; `path` is for errors.
    public init(_ bytes: some Collection<UInt8>, path: String) throws(SettingsError) {
        var reader = EntryReader()
        try SettingsDocument.readPieces(bytes, path: path, sizeLimit: Self.sizeLimit) { piece throws(SettingsError) in
            try reader.read(piece)
        }
        try reader.checkRegions()
        entries = reader.entries
        let local = reader.regions.first { $0.id == Region.local.id } ?? .local
        regions = [local] + reader.regions.filter { $0.id != Region.local.id }
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
            instance.regionID = entry.regionID ?? instance.regionID
            if entry.id == machine.id { machine = instance } else { others.append(instance) }
        }
        return Fleet(regions: regions, instances: [machine] + others)
    }

    private static func sharing(_ machine: Instance, id: InstanceID) -> Instance {
        var instance = machine
        instance.id = id
        instance.name = id.text
        return instance
    }
}

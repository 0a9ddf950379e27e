/// A machine that commands can be sent to.
public struct Instance: Hashable, Sendable {
    /// Stable and never used again for another machine.
    public var id: InstanceID
    /// The name that people gave it.
    public var name: String
    /// The name that the machine calls itself.
    public var hostName: String
    /// Where it is.
    public var regionID: RegionID
    /// The zone within the region; empty when unknown.
    public var zoneID: String
    /// Its life cycle; commands need `.running`.
    public var status: InstanceStatus
    /// The family of its operating system.
    public var osType: OSType
    /// Name and version of its operating system, for people.
    public var osName: String
    /// Addresses inside its network, the most used one first.
    public var privateAddresses: [String]
    /// Addresses reachable from outside.
    public var publicAddresses: [String]
    /// Its labels, by key.
    public var tags: [Tag]
    /// The group it is in, or nil for the default group.
    public var resourceGroupID: ResourceGroupID?
    /// Number of processors, 0 when unknown.
    public var cpus: Int
    /// Memory in MiB, 0 when unknown.
    public var memoryMiB: Int
    /// Its time zone as an IANA name, empty when unknown.
    public var timeZone: String
    /// What carries commands out on it.
    public var agent: Agent
    /// True for simulated instances, which every view labels PRACTICE.
    public var isPractice: Bool

    /// An instance from its parts.
    public init(
        id: InstanceID, name: String, hostName: String = "", regionID: RegionID, zoneID: String = "",
        status: InstanceStatus = .running, osType: OSType = .linux, osName: String = "",
        privateAddresses: [String] = [], publicAddresses: [String] = [], tags: [Tag] = [],
        resourceGroupID: ResourceGroupID? = nil, cpus: Int = 0, memoryMiB: Int = 0, timeZone: String = "",
        agent: Agent = Agent(), isPractice: Bool = false
    ) {
        self.id = id
        self.name = name
        self.hostName = hostName
        self.regionID = regionID
        self.zoneID = zoneID
        self.status = status
        self.osType = osType
        self.osName = osName
        self.privateAddresses = privateAddresses
        self.publicAddresses = publicAddresses
        self.tags = tags
        self.resourceGroupID = resourceGroupID
        self.cpus = cpus
        self.memoryMiB = memoryMiB
        self.timeZone = timeZone
        self.agent = agent
        self.isPractice = isPractice
    }

    /// True when the instance carries every one of `wanted`; a wanted tag with an empty value asks for the key only.
    public func carries(_ wanted: [Tag]) -> Bool {
        wanted.allSatisfy { tag in tags.contains { $0.key == tag.key && (tag.value.isEmpty || $0.value == tag.value) } }
    }
}

/// `Status` of DescribeInstances.
public enum InstanceStatus: String, Sendable, CaseIterable {
    /// Being created.
    case pending = "Pending"
    /// Up: the only state in which commands run.
    case running = "Running"
    /// Coming up.
    case starting = "Starting"
    /// Going down.
    case stopping = "Stopping"
    /// Down.
    case stopped = "Stopped"
}

/// The families of operating systems that the API tells apart.
public enum OSType: String, Sendable, CaseIterable {
    /// Linux.
    case linux = "Linux"
    /// Windows.
    case windows = "Windows"
    /// FreeBSD.
    case freeBSD = "FreeBSD"
}

/// What the service knows of the runner (agent) of an instance.
public struct CloudAssistantStatus: Hashable, Sendable {
    /// The instance it is about.
    public var instanceID: InstanceID
    /// The family of its operating system.
    public var osType: OSType
    /// True when commands can be delivered now (a heartbeat within the last two minutes).
    public var isOnline: Bool
    /// Version of the runner, empty when none is installed.
    public var version: String
    /// The last sign of life.
    public var lastHeartbeat: Timestamp?
    /// When a command was last sent to it.
    public var lastInvoked: Timestamp?
    /// How many commands were sent to it.
    public var invocationCount: Int
    /// How many of them have not ended.
    public var activeTaskCount: Int

    /// A status from its parts.
    public init(
        instanceID: InstanceID, osType: OSType, isOnline: Bool, version: String, lastHeartbeat: Timestamp? = nil,
        lastInvoked: Timestamp? = nil, invocationCount: Int = 0, activeTaskCount: Int = 0
    ) {
        self.instanceID = instanceID
        self.osType = osType
        self.isOnline = isOnline
        self.version = version
        self.lastHeartbeat = lastHeartbeat
        self.lastInvoked = lastInvoked
        self.invocationCount = invocationCount
        self.activeTaskCount = activeTaskCount
    }
}

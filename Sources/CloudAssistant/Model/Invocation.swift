/// One acknowledged call to run a command on instances.
public struct Invocation: Hashable, Sendable {
    /// `t-…`
    public var id: InvokeID
    /// The region that the call was made in.
    public var regionID: RegionID
    /// The command as it was when the call was accepted; later changes to the command do not reach it.
    public var command: Command
    /// True when the command object was made for this run only (RunCommand without KeepCommand).
    public var ownsCommand: Bool
    /// When it runs.
    public var repeatMode: RepeatMode
    /// By what frequency it runs; only for `RepeatMode.period`.
    public var frequency: String?
    /// The values that were passed in, by name as passed.
    public var parameters: [String: String]
    /// The user asked for, or nil for the service's own.
    public var username: String?
    /// Seconds after which each run is ended.
    public var timeoutSeconds: Int
    /// Where it runs; nil means the run-as user's home.
    public var workingDirectory: String?
    /// The command line that starts the script; nil means the type's own.
    public var launcher: String?
    /// What a stop or a timeout ends.
    public var terminationMode: TerminationMode
    /// `ContainerId` as given, with its runtime; nil for none.
    public var containerID: String?
    /// `ContainerName`; nil for none.
    public var containerName: String?
    /// Where outputs are delivered, as `oss://bucket[/prefix]`; empty for nowhere.
    public var ossOutputDelivery = ""
    /// The labels of the invocation itself.
    public var tags: [Tag]
    /// The group it is in, or nil for the default group.
    public var resourceGroupID: ResourceGroupID?
    /// Who called.
    public var caller: Caller
    /// When it was accepted.
    public var created: Timestamp
    /// Derived from the instances (ECS API, InvocationStatus).
    public var state: InvocationState
    /// The latest result of each instance, in the order of the call.
    public var results: [InvocationResult]

    /// An invocation from its parts.
    public init(
        id: InvokeID, regionID: RegionID, command: Command, ownsCommand: Bool, repeatMode: RepeatMode,
        frequency: String? = nil, parameters: [String: String], username: String?, timeoutSeconds: Int,
        workingDirectory: String?, launcher: String?, terminationMode: TerminationMode, tags: [Tag],
        resourceGroupID: ResourceGroupID?, caller: Caller, created: Timestamp, state: InvocationState,
        results: [InvocationResult]
    ) {
        self.id = id
        self.regionID = regionID
        self.command = command
        self.ownsCommand = ownsCommand
        self.repeatMode = repeatMode
        self.frequency = frequency
        self.parameters = parameters
        self.username = username
        self.timeoutSeconds = timeoutSeconds
        self.workingDirectory = workingDirectory
        self.launcher = launcher
        self.terminationMode = terminationMode
        self.tags = tags
        self.resourceGroupID = resourceGroupID
        self.caller = caller
        self.created = created
        self.state = state
        self.results = results
    }
}

/// `RepeatMode` of a call.
public enum RepeatMode: String, Sendable, CaseIterable {
    /// Now, one time.
    case once = "Once"
    /// By a frequency.
    case period = "Period"
    /// At the next start of the instance, one time.
    case nextRebootOnly = "NextRebootOnly"
    /// At every start of the instance.
    case everyReboot = "EveryReboot"
    /// Checks everything and runs nothing.
    case dryRun = "DryRun"

    /// True when an instance may run it more than once, or later than now.
    public var isTimed: Bool { self == .period || self == .nextRebootOnly || self == .everyReboot }
}

extension Invocation {
    /// True when it will still run by itself (ECS API, `Timed` of the answers).
    public var isTimed: Bool { repeatMode.isTimed && !state.isFinal }
}

/// The numbers that a service holds its callers to (ECS API, limits).
public struct Limits: Hashable, Sendable {
    /// Instances of one call.
    public var instancesPerCall = 100
    /// Instances of one StopInvocation.
    public var instancesPerStop = 50
    /// Instances of one SendFile.
    public var instancesPerFile = 50
    /// Bytes of a file after Base64.
    public var fileBytes = 32 * 1024
    /// `ResourceTag.N` of InvokeCommand.
    public var resourceTagsPerInvoke = 10
    /// `ResourceTag.N` of RunCommand.
    public var resourceTagsPerRun = 20
    /// `Tag.N` of any call.
    public var tagsPerCall = 20
    /// Tags that a command or an invocation may have.
    public var tagsPerResource = 20
    /// `ResourceId.N` of TagResources and its kin.
    public var resourcesPerTagging = 50
    /// Instances that DescribeInstances and DescribeCloudAssistantStatus may name.
    public var instancesPerDescribe = 100
    /// What a filter by tags finds at most: the newest ones.
    public var resourcesPerTagFilter = 1_000
    /// Parameters passed in with a call.
    public var parametersPerCall = 10
    /// Custom parameters that a command may name.
    public var parametersPerCommand = 20
    /// Bytes of a script after Base64, parameters filled in.
    public var contentBytes = 24 * 1024
    /// The shortest timeout, in seconds.
    public var shortestTimeout = 10
    /// The longest timeout, in seconds.
    public var longestTimeout = 86_400
    /// The timeout of a command that names none, in seconds.
    public var defaultTimeout = 60
    /// Commands that an account keeps in a region.
    public var commandsPerRegion = 10_000
    /// Invocations of a region in a day.
    public var invocationsPerDay = 1_000_000

    /// The usual numbers.
    public init() {}
}

/// DescribeInvocations: all conditions must hold.
public struct DescribeInvocationsRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// Only this invocation.
    public var invokeID: InvokeID?
    /// Only invocations that target this instance.
    public var instanceID: InstanceID?
    /// Only runs of this command.
    public var commandID: CommandID?
    /// Only runs of commands of this name; ignored with `instanceID`.
    public var commandName: String?
    /// `CommandType` as written.
    public var commandType: String?
    /// `InvokeStatus` as written; PartialFailed is ignored with `instanceID`.
    public var invokeStatus: String?
    /// `RepeatMode` as written; ignored with `instanceID`.
    public var repeatMode: String?
    /// True for what will still run by itself, false for everything else, nil for both.
    public var isTimed: Bool?
    /// True also fills in each instance's output; needs `invokeID` or `instanceID`.
    public var includesOutput: Bool
    /// Only invocations with all these tags; without a value any will do.
    public var tags: [TagFilter]
    /// Only this group.
    public var resourceGroupID: ResourceGroupID?
    /// Which part of the list.
    public var paging: Paging

    /// A request; without further arguments all invocations of the region.
    public init(
        regionID: RegionID?, invokeID: InvokeID? = nil, instanceID: InstanceID? = nil, commandID: CommandID? = nil,
        commandName: String? = nil, commandType: String? = nil, invokeStatus: String? = nil,
        repeatMode: String? = nil, isTimed: Bool? = nil, includesOutput: Bool = false, tags: [TagFilter] = [],
        resourceGroupID: ResourceGroupID? = nil, paging: Paging = Paging()
    ) {
        self.regionID = regionID
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.commandID = commandID
        self.commandName = commandName
        self.commandType = commandType
        self.invokeStatus = invokeStatus
        self.repeatMode = repeatMode
        self.isTimed = isTimed
        self.includesOutput = includesOutput
        self.tags = tags
        self.resourceGroupID = resourceGroupID
        self.paging = paging
    }
}

/// Answer of DescribeInvocations.
public struct DescribeInvocationsResponse: Sendable {
    /// The id of the call.
    public var requestID: String
    /// The invocations, newest first.
    public var page: Page<Invocation>

    /// An answer from its parts.
    public init(requestID: String, page: Page<Invocation>) {
        self.requestID = requestID
        self.page = page
    }
}

/// DescribeInvocationResults: all conditions must hold.
public struct DescribeInvocationResultsRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// Only this invocation. One that does not exist gives an empty list.
    public var invokeID: InvokeID?
    /// Only this instance.
    public var instanceID: InstanceID?
    /// Only runs of this command.
    public var commandID: CommandID?
    /// `InvokeRecordStatus` as written.
    public var invokeRecordStatus: String?
    /// True asks for every run of a timed invocation instead of the latest of each instance; requires `invokeID`.
    public var includesHistory: Bool
    /// Only invocations with all these tags; without a value any will do.
    public var tags: [TagFilter]
    /// Only this group.
    public var resourceGroupID: ResourceGroupID?
    /// Which part of the list.
    public var paging: Paging

    /// A request; without further arguments all results of the region.
    public init(
        regionID: RegionID?, invokeID: InvokeID? = nil, instanceID: InstanceID? = nil, commandID: CommandID? = nil,
        invokeRecordStatus: String? = nil, includesHistory: Bool = false, tags: [TagFilter] = [],
        resourceGroupID: ResourceGroupID? = nil, paging: Paging = Paging()
    ) {
        self.regionID = regionID
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.commandID = commandID
        self.invokeRecordStatus = invokeRecordStatus
        self.includesHistory = includesHistory
        self.tags = tags
        self.resourceGroupID = resourceGroupID
        self.paging = paging
    }
}

/// Answer of DescribeInvocationResults.
public struct DescribeInvocationResultsResponse: Sendable {
    /// One result with the invocation that it belongs to (whose `results` are empty here).
    public struct Entry: Hashable, Sendable {
        /// The result.
        public var result: InvocationResult
        /// What it came from.
        public var invocation: Invocation

        /// An entry from its parts.
        public init(result: InvocationResult, invocation: Invocation) {
            self.result = result
            self.invocation = invocation
        }
    }

    /// The id of the call.
    public var requestID: String
    /// The results, newest invocation first, within it in the order of its call.
    public var page: Page<Entry>

    /// An answer from its parts.
    public init(requestID: String, page: Page<Entry>) {
        self.requestID = requestID
        self.page = page
    }
}

/// StopInvocation.
public struct StopInvocationRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// The invocation; required.
    public var invokeID: InvokeID?
    /// Only on these instances; empty means all. At most 50.
    public var instanceIDs: [InstanceID]

    /// A request from its parts.
    public init(regionID: RegionID?, invokeID: InvokeID?, instanceIDs: [InstanceID] = []) {
        self.regionID = regionID
        self.invokeID = invokeID
        self.instanceIDs = instanceIDs
    }
}

/// Answer of StopInvocation.
public struct StopInvocationResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String

    /// An answer from its parts.
    public init(requestID: String) {
        self.requestID = requestID
    }
}

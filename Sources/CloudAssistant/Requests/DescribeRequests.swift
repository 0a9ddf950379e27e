/// DescribeRegions.
public struct DescribeRegionsRequest: Hashable, Sendable {
    /// All regions.
    public init() {}
}

/// Answer of DescribeRegions.
public struct DescribeRegionsResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String
    /// The regions, in the service's order.
    public var regions: [Region]

    /// An answer from its parts.
    public init(requestID: String, regions: [Region]) {
        self.requestID = requestID
        self.regions = regions
    }
}

/// DescribeInstances: all conditions must hold.
public struct DescribeInstancesRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// Only these; an empty list matches nothing, nil matches all. At most 100.
    public var instanceIDs: [InstanceID]?
    /// Only this name; `*` stands for any characters.
    public var instanceName: String?
    /// Only this status.
    public var status: InstanceStatus?
    /// Only instances with all these tags.
    public var tags: [Tag]
    /// Only this group.
    public var resourceGroupID: ResourceGroupID?
    /// Which part of the list.
    public var paging: Paging

    /// A request; without further arguments all instances of the region.
    public init(
        regionID: RegionID?, instanceIDs: [InstanceID]? = nil, instanceName: String? = nil,
        status: InstanceStatus? = nil, tags: [Tag] = [], resourceGroupID: ResourceGroupID? = nil,
        paging: Paging = Paging()
    ) {
        self.regionID = regionID
        self.instanceIDs = instanceIDs
        self.instanceName = instanceName
        self.status = status
        self.tags = tags
        self.resourceGroupID = resourceGroupID
        self.paging = paging
    }
}

/// Answer of DescribeInstances.
public struct DescribeInstancesResponse: Sendable {
    /// The id of the call.
    public var requestID: String
    /// The instances, by id.
    public var page: Page<Instance>

    /// An answer from its parts.
    public init(requestID: String, page: Page<Instance>) {
        self.requestID = requestID
        self.page = page
    }
}

/// DescribeCloudAssistantStatus.
public struct DescribeCloudAssistantStatusRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// Only these; empty means all. At most 100.
    public var instanceIDs: [InstanceID]
    /// Only this family of operating systems.
    public var osType: OSType?
    /// Which part of the list.
    public var paging: Paging

    /// A request; without further arguments all instances of the region.
    public init(
        regionID: RegionID?, instanceIDs: [InstanceID] = [], osType: OSType? = nil, paging: Paging = Paging()
    ) {
        self.regionID = regionID
        self.instanceIDs = instanceIDs
        self.osType = osType
        self.paging = paging
    }
}

/// Answer of DescribeCloudAssistantStatus.
public struct DescribeCloudAssistantStatusResponse: Sendable {
    /// The id of the call.
    public var requestID: String
    /// The statuses, by instance id.
    public var page: Page<CloudAssistantStatus>

    /// An answer from its parts.
    public init(requestID: String, page: Page<CloudAssistantStatus>) {
        self.requestID = requestID
        self.page = page
    }
}

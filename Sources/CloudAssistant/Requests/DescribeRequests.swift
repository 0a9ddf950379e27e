/// DescribeRegions.
public struct DescribeRegionsRequest: Hashable, Sendable {
    /// `AcceptLanguage` as written: the language of the names; zh-CN unless given.
    public var acceptLanguage: String?
    /// `ResourceType` as written; every region has each.
    public var resourceType: String?
    /// `InstanceChargeType` as written; every region has each.
    public var instanceChargeType: String?

    /// All regions.
    public init(acceptLanguage: String? = nil, resourceType: String? = nil, instanceChargeType: String? = nil) {
        self.acceptLanguage = acceptLanguage
        self.resourceType = resourceType
        self.instanceChargeType = instanceChargeType
    }
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
    /// `Status` as written.
    public var status: String?
    /// Only instances with all these tags; without a value any will do.
    public var tags: [TagFilter]
    /// Only this group.
    public var resourceGroupID: ResourceGroupID?
    /// `OSType` as written, in any case.
    public var osType: String?
    /// What else they must be.
    public var traits: InstanceTraits
    /// True checks the call and answers `DryRunOperation`.
    public var isDryRun: Bool
    /// Which part of the list.
    public var paging: Paging

    /// A request; without further arguments all instances of the region.
    public init(
        regionID: RegionID?, instanceIDs: [InstanceID]? = nil, instanceName: String? = nil,
        status: String? = nil, tags: [TagFilter] = [], resourceGroupID: ResourceGroupID? = nil,
        osType: String? = nil, traits: InstanceTraits = InstanceTraits(), isDryRun: Bool = false,
        paging: Paging = Paging()
    ) {
        self.regionID = regionID
        self.instanceIDs = instanceIDs
        self.instanceName = instanceName
        self.status = status
        self.tags = tags
        self.resourceGroupID = resourceGroupID
        self.osType = osType
        self.traits = traits
        self.isDryRun = isDryRun
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
    /// `OSType` as written.
    public var osType: String?
    /// Which part of the list.
    public var paging: Paging

    /// A request; without further arguments all instances of the region.
    public init(
        regionID: RegionID?, instanceIDs: [InstanceID] = [], osType: String? = nil, paging: Paging = Paging()
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

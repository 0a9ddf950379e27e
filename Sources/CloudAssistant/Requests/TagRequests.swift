/// What TagResources, UntagResources and ListTagResources can name here.
public enum TaggableType: String, CaseIterable, Sendable {
    /// A kept command, `c-…`.
    case command
    /// An invocation, `t-…`.
    case invocation
}

/// TagResources: gives tags to resources; one with the same key takes the place of the earlier one.
public struct TagResourcesRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// `ResourceType` as written; required.
    public var resourceType: String?
    /// `ResourceId.N`, 1 to 50.
    public var resourceIDs: [String]
    /// `Tag.N`, 1 to 20.
    public var tags: [TagFilter]

    /// A request from its parts.
    public init(regionID: RegionID?, resourceType: String?, resourceIDs: [String], tags: [TagFilter]) {
        self.regionID = regionID
        self.resourceType = resourceType
        self.resourceIDs = resourceIDs
        self.tags = tags
    }
}

/// Answer of TagResources.
public struct TagResourcesResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String

    /// An answer from its parts.
    public init(requestID: String) { self.requestID = requestID }
}

/// UntagResources: takes tags away; a tag that is not there is no error.
public struct UntagResourcesRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// `ResourceType` as written; required.
    public var resourceType: String?
    /// `ResourceId.N`, 1 to 50.
    public var resourceIDs: [String]
    /// `TagKey.N`, at most 20.
    public var tagKeys: [String]
    /// True takes all tags away when no key is given.
    public var isAll: Bool

    /// A request from its parts.
    public init(
        regionID: RegionID?, resourceType: String?, resourceIDs: [String], tagKeys: [String] = [],
        isAll: Bool = false
    ) {
        self.regionID = regionID
        self.resourceType = resourceType
        self.resourceIDs = resourceIDs
        self.tagKeys = tagKeys
        self.isAll = isAll
    }
}

/// Answer of UntagResources.
public struct UntagResourcesResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String

    /// An answer from its parts.
    public init(requestID: String) { self.requestID = requestID }
}

/// ListTagResources: the tags of resources, of those that are named or that have tags.
public struct ListTagResourcesRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// `ResourceType` as written; required.
    public var resourceType: String?
    /// `ResourceId.N`, at most 50; one that does not exist is passed over.
    public var resourceIDs: [String]
    /// `Tag.N`, at most 20: only resources with all of them; without a value any will do.
    public var tags: [TagFilter]
    /// Where to go on, as an earlier answer said.
    public var nextToken: String?

    /// A request from its parts; it has to name resources or tags.
    public init(
        regionID: RegionID?, resourceType: String?, resourceIDs: [String] = [], tags: [TagFilter] = [],
        nextToken: String? = nil
    ) {
        self.regionID = regionID
        self.resourceType = resourceType
        self.resourceIDs = resourceIDs
        self.tags = tags
        self.nextToken = nextToken
    }
}

/// One tag of one resource.
public struct TagResource: Hashable, Sendable {
    /// The resource.
    public var resourceID: String
    /// What it is.
    public var resourceType: TaggableType
    /// The tag.
    public var tag: Tag

    /// A tag of a resource.
    public init(resourceID: String, resourceType: TaggableType, tag: Tag) {
        self.resourceID = resourceID
        self.resourceType = resourceType
        self.tag = tag
    }
}

/// Answer of ListTagResources.
public struct ListTagResourcesResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String
    /// The tags, by resource and key.
    public var tags: [TagResource]
    /// Where to go on, nil at the end.
    public var nextToken: String?

    /// An answer from its parts.
    public init(requestID: String, tags: [TagResource], nextToken: String? = nil) {
        self.requestID = requestID
        self.tags = tags
        self.nextToken = nextToken
    }
}

/// SendFile. Texts are as given: validation reads them.
public struct SendFileRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// `InstanceId.N`, 1 to 50.
    public var instanceIDs: [InstanceID]
    /// `Name`: the file's name, without a directory.
    public var name: String?
    /// `TargetDir`: absolute; made when it is missing.
    public var targetDirectory: String?
    /// `Content` as `contentType` says.
    public var content: String?
    /// `ContentType` as written; PlainText when nil.
    public var contentType: String?
    /// `FileOwner`; nil for the user of the service.
    public var owner: String?
    /// `FileGroup`; nil for the group that the system gives a new file.
    public var group: String?
    /// `FileMode`: three or four octal digits; nil for 0644.
    public var mode: String?
    /// `Overwrite`.
    public var overwrites: Bool
    /// `Description`.
    public var description: String?
    /// `Timeout` in seconds; nil for 60. A value below 10 counts as 10.
    public var timeoutSeconds: Int?
    /// `Tag.N`: labels of the delivery.
    public var tags: [TagFilter]
    /// `ResourceGroupId`.
    public var resourceGroupID: ResourceGroupID?
    /// `ClientToken`: the same token with the same parameters gives the first answer again and sends nothing.
    public var clientToken: String?

    /// A request with what is required.
    public init(
        regionID: RegionID?, instanceIDs: [InstanceID], name: String?, targetDirectory: String?, content: String?
    ) {
        self.regionID = regionID
        self.instanceIDs = instanceIDs
        self.name = name
        self.targetDirectory = targetDirectory
        self.content = content
        overwrites = false
        tags = []
    }
}

/// Answer of SendFile.
public struct SendFileResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String
    /// The new delivery (`f-…`), or the first one of the same client token.
    public var invokeID: InvokeID

    /// An answer from its parts.
    public init(requestID: String, invokeID: InvokeID) {
        self.requestID = requestID
        self.invokeID = invokeID
    }
}

/// DescribeSendFileResults: all conditions must hold.
public struct DescribeSendFileResultsRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// Only this delivery. One that does not exist gives an empty list.
    public var invokeID: InvokeID?
    /// Only deliveries to this instance.
    public var instanceID: InstanceID?
    /// Only deliveries of files of this name.
    public var name: String?
    /// `InvocationStatus` as written: Pending, Running, Success, Failed or PartialFailed.
    public var invocationStatus: String?
    /// Only deliveries with all these tags; an empty value asks for the key only.
    public var tags: [Tag]
    /// Only deliveries made with this group.
    public var resourceGroupID: ResourceGroupID?
    /// Which part of the list.
    public var paging: Paging

    /// A request; without further arguments all deliveries of the region.
    public init(
        regionID: RegionID?, invokeID: InvokeID? = nil, instanceID: InstanceID? = nil, name: String? = nil,
        invocationStatus: String? = nil, tags: [Tag] = [], resourceGroupID: ResourceGroupID? = nil,
        paging: Paging = Paging()
    ) {
        self.regionID = regionID
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.name = name
        self.invocationStatus = invocationStatus
        self.tags = tags
        self.resourceGroupID = resourceGroupID
        self.paging = paging
    }
}

/// Answer of DescribeSendFileResults.
public struct DescribeSendFileResultsResponse: Sendable {
    /// The id of the call.
    public var requestID: String
    /// The deliveries, newest first.
    public var page: Page<FileDelivery>

    /// An answer from its parts.
    public init(requestID: String, page: Page<FileDelivery>) {
        self.requestID = requestID
        self.page = page
    }
}

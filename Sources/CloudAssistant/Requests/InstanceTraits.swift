/// What DescribeInstances can ask of instances beside their ids, names, status, tags and group. Words are as written.
public struct InstanceTraits: Hashable, Sendable {
    /// One of these private addresses; an empty list matches nothing, nil anything. At most 100, as the three below.
    public var privateAddresses: [String]?
    /// One of these public addresses.
    public var publicAddresses: [String]?
    /// One of these addresses of the classic network.
    public var innerAddresses: [String]?
    /// One of these elastic addresses.
    public var eipAddresses: [String]?
    /// `ZoneId`.
    public var zoneID: String?
    /// `VpcId`.
    public var vpcID: String?
    /// `VSwitchId`.
    public var vSwitchID: String?
    /// `SecurityGroupId`.
    public var securityGroupID: String?
    /// `ImageId`.
    public var imageID: String?
    /// `InstanceType`.
    public var instanceType: String?
    /// `InstanceNetworkType`: vpc or classic.
    public var networkType: String?
    /// `InstanceChargeType`: PrePaid or PostPaid.
    public var chargeType: String?
    /// `InternetChargeType`: PayByBandwidth or PayByTraffic.
    public var internetChargeType: String?
    /// `LockReason`.
    public var lockReason: String?
    /// `Filter.N.Key`: bounds of the times of creation and expiry.
    public var filterKeys: [String] = []

    /// No condition at all.
    public init() {}
}

/// The regions and instances that a service knew at one moment: what a call is resolved against.
public struct Fleet: Hashable, Sendable {
    /// The regions, in the service's order.
    public var regions: [Region]
    /// The instances of all regions.
    public var instances: [Instance]
    /// The groups that exist.
    public var resourceGroups: Set<ResourceGroupID>
    /// The groups that are being made or deleted: nothing can be put into them.
    public var unsettledResourceGroups: Set<ResourceGroupID>

    /// A fleet from its parts.
    public init(
        regions: [Region], instances: [Instance], resourceGroups: Set<ResourceGroupID> = [],
        unsettledResourceGroups: Set<ResourceGroupID> = []
    ) {
        self.regions = regions
        self.instances = instances
        self.unsettledResourceGroups = unsettledResourceGroups
        self.resourceGroups = resourceGroups.union(instances.compactMap(\.resourceGroupID))
    }

    /// The region of a call, when it is known and, if commands are to be run, supports that.
    public func region(_ id: RegionID?, running: Bool = true) throws(APIError) -> Region {
        guard let id, !id.text.isEmpty else { throw APIError(.missingParameter, [.parameter: "RegionId"]) }
        guard let region = regions.first(where: { $0.id == id }) else {
            throw APIError(.invalidRegionIdNotFound, [.parameter: "RegionId", .region: id.text])
        }
        guard region.supportsCommands || !running else {
            throw APIError(.regionIdApiNotSupported, [.parameter: "RegionId", .region: id.text])
        }
        return region
    }

    /// Refuses a group that does not exist or is not settled.
    public func check(_ group: ResourceGroupID?) throws(APIError) {
        if let group, unsettledResourceGroups.contains(group) {
            throw APIError(.invalidStatusResourceGroup, [.parameter: "ResourceGroupId", .value: group.text])
        }
        guard let group, !group.text.isEmpty, !resourceGroups.contains(group) else { return }
        throw APIError(
            .invalidResourceGroupNotFound, [.parameter: "ResourceGroupId", .value: group.text])
    }

    /// The instances of a call, frozen: all of them exist, fit the command's type and the call's group. In the order
    /// of the call, or by id when chosen by tags.
    public func targets(
        _ form: RunForm, in region: Region, type: CommandType, group: ResourceGroupID?, _ limits: Limits
    ) throws(APIError) -> [Instance] {
        try check(group)
        return try fitting(try chosen(form.targeting, in: region, limits), type, group)
    }

    /// Some instances of a region, all of which exist and fit a command's type and a call's group.
    public func instances(_ ids: [InstanceID], in region: Region, type: CommandType, group: ResourceGroupID?)
        throws(APIError) -> [Instance]
    {
        try fitting(try found(ids, in: region), type, group)
    }

    private func fitting(_ targets: [Instance], _ type: CommandType, _ group: ResourceGroupID?) throws(APIError)
        -> [Instance]
    {
        for target in targets where !type.fits(target.osType) {
            throw APIError(
                .invalidInstanceNotMatch,
                [
                    .parameter: "InstanceId", .instance: target.id.text, .value: type.rawValue,
                    .detail: target.osType.rawValue,
                ])
        }
        try check(targets, fit: group)
        return targets
    }

    /// The instances of a call that names them, in its order: all of them exist and fit the call's group, which exists.
    public func targets(_ ids: [InstanceID], in region: Region, group: ResourceGroupID?) throws(APIError) -> [Instance]
    {
        try check(group)
        let targets = try found(ids, in: region)
        try check(targets, fit: group)
        return targets
    }

    private func check(_ targets: [Instance], fit group: ResourceGroupID?) throws(APIError) {
        for target in targets where target.resourceGroupID != nil && group != nil && target.resourceGroupID != group {
            throw APIError(
                .operationForbidden,
                [
                    .parameter: "ResourceGroupId", .instance: target.id.text, .value: group?.text ?? "",
                    .detail: target.resourceGroupID?.text ?? "",
                ])
        }
    }

    private func chosen(_ targeting: RunForm.Targeting, in region: Region, _ limits: Limits) throws(APIError)
        -> [Instance]
    {
        switch targeting {
        case .instances(let ids): return try found(ids, in: region)
        case .tags(let tags):
            let targets = instances.filter { $0.regionID == region.id && $0.carries(tags) }.sorted { $0.id < $1.id }
            guard !targets.isEmpty else {
                let wanted = tags.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
                throw APIError(
                    .invalidResourceTagInstanceNotFound, [.parameter: "ResourceTag", .value: wanted])
            }
            guard targets.count <= limits.instancesPerCall else {
                throw APIError(
                    .instanceIdsExceedLimit,
                    [
                        .parameter: "ResourceTag", .limit: "\(limits.instancesPerCall)",
                        .actual: "\(targets.count)",
                    ])
            }
            return targets
        }
    }

    private func found(_ ids: [InstanceID], in region: Region) throws(APIError) -> [Instance] {
        var targets: [Instance] = []
        for id in ids {
            guard let instance = instance(id, in: region.id) else {
                throw APIError(
                    .invalidInstanceNotFound,
                    [.parameter: "InstanceId", .instance: id.text, .region: region.id.text])
            }
            targets.append(instance)
        }
        return targets
    }
}

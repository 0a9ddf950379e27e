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
        let targets = try chosen(form.targeting, in: region, limits)
        for target in targets where !type.fits(target.osType) {
            throw APIError(
                .invalidInstanceNotMatch,
                [
                    .parameter: "InstanceId", .instance: target.id.text, .value: type.rawValue,
                    .detail: target.osType.rawValue,
                ])
        }
        for target in targets where target.resourceGroupID != nil && group != nil && target.resourceGroupID != group {
            throw APIError(
                .operationForbidden,
                [
                    .parameter: "ResourceGroupId", .instance: target.id.text, .value: group?.text ?? "",
                    .detail: target.resourceGroupID?.text ?? "",
                ])
        }
        return targets
    }

    private func chosen(_ targeting: RunForm.Targeting, in region: Region, _ limits: Limits) throws(APIError)
        -> [Instance]
    {
        switch targeting {
        case .instances(let ids):
            let here = Dictionary(
                instances.filter { $0.regionID == region.id }.map { ($0.id, $0) }
            ) { first, _ in first }
            var targets: [Instance] = []
            for id in ids {
                guard let instance = here[id] else {
                    throw APIError(
                        .invalidInstanceNotFound,
                        [.parameter: "InstanceId", .instance: id.text, .region: region.id.text])
                }
                targets.append(instance)
            }
            return targets
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
}

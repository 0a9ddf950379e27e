public import CloudAssistant
import Store

extension EmbeddedService {
    /// DescribeRegions.
    public func describeRegions(_ request: DescribeRegionsRequest, _ context: CallContext) async throws(APIError)
        -> DescribeRegionsResponse
    {
        DescribeRegionsResponse(requestID: context.requestID, regions: await inventory.fleet.regions)
    }

    /// DescribeInstances, by id.
    public func describeInstances(_ request: DescribeInstancesRequest, _ context: CallContext) async throws(APIError)
        -> DescribeInstancesResponse
    {
        let listed = await inventory.listed
        let region = try listed.fleet.region(request.regionID, running: false)
        let window = try request.paging.window(largest: 100, clamps: true)
        let ids = request.instanceIDs.map(Set.init)
        if let ids, ids.count > 100 {
            throw APIError(
                .instanceIdsExceedLimit, [.parameter: "InstanceIds", .limit: "100", .actual: "\(ids.count)"])
        }
        let found = listed.places(in: region.id, ids: ids, where: request.condition)
        let page = listed.instances(at: found.dropFirst(window.offset).prefix(window.limit))
        return DescribeInstancesResponse(
            requestID: context.requestID, page: window.page(page, total: found.count, anchor: 0))
    }

    /// DescribeCloudAssistantStatus, by id. This machine is online as long as the service answers, a simulated
    /// instance as long as its agent runs; a Windows host of the inventory never is.
    public func describeCloudAssistantStatus(
        _ request: DescribeCloudAssistantStatusRequest, _ context: CallContext
    ) async throws(APIError) -> DescribeCloudAssistantStatusResponse {
        let listed = await inventory.listed
        let region = try listed.fleet.region(request.regionID)
        let window = try request.paging.window()
        let wanted = Set(request.instanceIDs)
        guard wanted.count <= 100 else {
            throw APIError(
                .instanceIdsExceedLimit, [.parameter: "InstanceId", .limit: "100", .actual: "\(wanted.count)"])
        }
        for id in request.instanceIDs where listed.instance(id, in: region.id) == nil {
            throw APIError(.invalidInstanceNotFound, [.parameter: "InstanceId", .instance: id.text])
        }
        let found = listed.places(
            in: region.id, ids: wanted.isEmpty ? nil : wanted,
            where: request.osType.map { type in { $0.osType == type } })
        let limit = wanted.isEmpty ? window.limit : 100
        let instances = listed.instances(at: found.dropFirst(window.offset).prefix(limit))
        let page = try await statuses(of: instances)
        return DescribeCloudAssistantStatusResponse(
            requestID: context.requestID, page: window.page(page, total: found.count, anchor: 0))
    }

    private func statuses(of instances: [Instance]) async throws(APIError) -> [CloudAssistantStatus] {
        let activity = try await stored { () async throws(StoreError) in
            try await store.activity(of: instances.map(\.id))
        }
        let now = configuration.now()
        return instances.map { instance in
            let isOnline = instance.status == .running && instance.agent.isRunning && instance.isReachable
            let known = activity[instance.id] ?? InstanceActivity()
            return CloudAssistantStatus(
                instanceID: instance.id, osType: instance.osType, isOnline: isOnline,
                version: isOnline || instance.isPractice ? instance.agent.version : "",
                lastHeartbeat: isOnline ? now : nil,
                lastInvoked: known.last, invocationCount: known.invocations, activeTaskCount: known.active)
        }
    }

    /// Gives tags to an instance or takes them away; they lie over those of the inventory.
    public func tagInstance(
        _ id: InstanceID, set tags: [TagFilter], remove keys: [String], _ context: CallContext
    ) async throws(APIError) {
        try await deciding("TagInstance", region: nil, targets: [id], context) { _ throws(APIError) in
            let fleet = await inventory.fleet
            guard fleet.instances.contains(where: { $0.id == id }) else {
                throw APIError(.invalidInstanceNotFound, [.parameter: "InstanceId", .instance: id.text])
            }
            let checked = try configuration.limits.checked(tags)
            let line = AuditLine(
                time: configuration.now(), context: context, action: "TagInstance", region: "", targets: [id],
                subject: checked.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
            try await stored { () async throws(StoreError) in
                try await store.tag(id, set: checked, remove: keys, audit: line)
            }
            try await inventory.load()
            for region in fleet.regions { feed.send(.instances(region.id)) }
        }
    }
}

extension DescribeInstancesRequest {
    /// What an instance must be beside its region and id; nil when that is all.
    fileprivate var condition: ((Instance) -> Bool)? {
        guard instanceName != nil || status != nil || !tags.isEmpty || resourceGroupID != nil else { return nil }
        let name = instanceName.map { NamePattern($0) }
        return { instance in
            name?.matches(instance.name) != false && (status == nil || instance.status == status)
                && instance.carries(tags) && (resourceGroupID == nil || instance.resourceGroupID == resourceGroupID)
        }
    }
}

extension Instance {
    /// Whether there is a runner for it: none for Windows hosts, but simulated ones.
    var isReachable: Bool { osType != .windows || isPractice }
}

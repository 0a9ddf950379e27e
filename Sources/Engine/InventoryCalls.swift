public import CloudAssistant
import Store

extension EmbeddedService {
    func statuses(of instances: [Instance]) async throws(APIError) -> [CloudAssistantStatus] {
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

extension Instance {
    /// Whether there is a runner for it: none for Windows hosts, but simulated ones.
    var isReachable: Bool { osType != .windows || isPractice }
}

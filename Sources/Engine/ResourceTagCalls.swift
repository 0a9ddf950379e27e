public import CloudAssistant
import Store

extension EmbeddedService {
    /// TagResources: all of the resources get all of the tags, or none gets any. Checks in this order: region,
    /// ResourceType, ResourceId, Tag, that the resources exist and take tags, that none gets too many.
    public func tagResources(_ request: TagResourcesRequest, _ context: CallContext) async throws(APIError)
        -> TagResourcesResponse
    {
        try await deciding("TagResources", region: request.regionID, context) { _ throws(APIError) in
            let limits = configuration.limits
            let region = try await inventory.fleet.region(request.regionID)
            let (tagging, tags) = try request.checked(limits)
            let resources = try resources(tagging, in: region)
            let words = tags.map { "\($0.key)=\($0.value)" }
            let line = line("TagResources", resources, words, context)
            let change = try await stored { () async throws(StoreError) in
                try await store.tag(resources, tags, limit: limits.tagsPerResource, audit: line)
            }
            try tell(change, resources)
            return TagResourcesResponse(requestID: context.requestID)
        }
    }

    /// UntagResources: without keys and without All nothing changes. Checks as TagResources.
    public func untagResources(_ request: UntagResourcesRequest, _ context: CallContext) async throws(APIError)
        -> UntagResourcesResponse
    {
        try await deciding("UntagResources", region: request.regionID, context) { _ throws(APIError) in
            let region = try await inventory.fleet.region(request.regionID)
            let (tagging, keys) = try request.checked(configuration.limits)
            let resources = try resources(tagging, in: region)
            let line = line("UntagResources", resources, keys ?? ["*"], context)
            let change = try await stored { () async throws(StoreError) in
                try await store.untag(resources, keys: keys, audit: line)
            }
            try tell(change, resources)
            return UntagResourcesResponse(requestID: context.requestID)
        }
    }

    /// ListTagResources: the tags of those that are named, or of all that carry some tags. Checks in this order: region,
    /// ResourceType, ResourceId, Tag, NextToken.
    public func listTagResources(_ request: ListTagResourcesRequest, _ context: CallContext) async throws(APIError)
        -> ListTagResourcesResponse
    {
        let region = try await inventory.fleet.region(request.regionID)
        let (tagging, tags) = try request.checked(configuration.limits)
        var list = request
        list.nextToken = nil
        let pages = await pages("ListTagResources", list, context)
        let window = try pages.window(Paging(maxResults: 50, nextToken: request.nextToken))
        let after = window.mark.flatMap { $0.count == 2 ? (id: $0[0], key: $0[1]) : nil }
        let resources = TaggedResources(type: tagging.type, ids: tagging.ids, region: region.id)
        let found = try await stored { () async throws(StoreError) in
            try await store.tags(
                of: resources, carrying: tags, account: context.caller.account, after: after,
                limit: window.limit + 1)
        }
        let kept = Array(found.prefix(window.limit))
        let next = found.count > kept.count ? kept.last.map { [$0.resourceID, $0.tag.key] } : nil
        return ListTagResourcesResponse(requestID: context.requestID, tags: kept, nextToken: pages.token(next))
    }

    /// The resources of a call, as far as it can be told without the store.
    private func resources(_ tagging: Tagging, in region: Region) throws(APIError) -> TaggedResources {
        if tagging.type == .command,
            let provided = StarterLibrary.commands.first(where: { tagging.ids.contains($0.id.text) })
        {
            throw APIError(
                .invalidResourceIdNotSupported,
                [.parameter: "ResourceId", .value: provided.id.text, .detail: provided.provider ?? ""])
        }
        return TaggedResources(type: tagging.type, ids: tagging.ids, region: region.id)
    }

    private func line(_ action: String, _ resources: TaggedResources, _ words: [String], _ context: CallContext)
        -> AuditLine
    {
        AuditLine(
            time: configuration.now(), context: context, action: action, region: resources.region.text,
            subject: "\(resources.type.rawValue) \(resources.ids.joined(separator: " ")): "
                + words.joined(separator: " "))
    }

    /// What came of a change, as a refusal or to those who listen.
    private func tell(_ change: TagChange, _ resources: TaggedResources) throws(APIError) {
        switch change {
        case .done:
            for id in resources.ids {
                switch resources.type {
                case .command: feed.send(.command(CommandID(id)))
                case .invocation: feed.send(.invocation(InvokeID(id)))
                }
            }
        case .unknown(let id):
            throw APIError(
                .invalidResourceIdNotFound,
                [.parameter: "ResourceId", .value: id, .region: resources.region.text])
        case .tooMany(let id, let count):
            throw APIError(
                .operationDeniedQuotaExceed,
                [
                    .parameter: "Tag", .value: id, .actual: "\(count)",
                    .limit: "\(configuration.limits.tagsPerResource)",
                ])
        }
    }
}

public import CloudAssistant
import Store

extension EmbeddedService {
    /// DescribeCommands: own commands newest first; a provider's in its own order. Checks in this order: region, the page,
    /// Name, Description, Type, Tag.
    public func describeCommands(_ request: DescribeCommandsRequest, _ context: CallContext) async throws(APIError)
        -> DescribeCommandsResponse
    {
        let region = try await inventory.fleet.region(request.regionID)
        var list = request
        list.paging = Paging()
        let pages = await pages("DescribeCommands", list, context)
        let window = try pages.window(request.paging)
        let conditions = try request.checked(configuration.limits)
        guard request.isOwn else {
            return try await provided(request, conditions, pages, window, context)
        }
        var filter = CommandFilter(account: context.caller.account, region: region.id)
        filter.commandID = request.commandID?.given
        filter.name = conditions.name
        filter.description = conditions.description
        filter.type = conditions.type
        filter.tags = conditions.tags
        filter.tagLimit = configuration.limits.resourcesPerTagFilter
        filter.resourceGroupID = request.resourceGroupID?.given
        let wanted = filter
        let found = try await stored { () async throws(StoreError) in
            try await store.commands(wanted, slice: pages.slice(window))
        }
        return DescribeCommandsResponse(
            requestID: context.requestID,
            page: window.page(found.entries, total: found.total, next: pages.token(found.next)))
    }

    /// The commands of providers, each with the number of its invocations. They have neither tags nor groups.
    private func provided(
        _ request: DescribeCommandsRequest, _ conditions: DescribeCommandsRequest.Conditions, _ pages: ListPages,
        _ window: PageWindow, _ context: CallContext
    ) async throws(APIError) -> DescribeCommandsResponse {
        let found = request.provided(StarterLibrary.commands, conditions)
        let first = window.mark?.first.flatMap { mark in
            found.firstIndex { $0.id.text == mark }.map { $0 + 1 } ?? found.count
        }
        var entries = Array(found.dropFirst(first ?? window.offset).prefix(window.limit))
        let times = try await stored { () async throws(StoreError) in
            try await store.invokeTimes(
                of: entries.map(\.id), account: context.caller.account, region: request.regionID ?? Region.local.id)
        }
        for place in entries.indices { entries[place].invokeTimes = times[entries[place].id] ?? 0 }
        let isEnd = entries.isEmpty || entries.last?.id == found.last?.id
        let next = isEnd ? nil : entries.last.map { [$0.id.text] }
        return DescribeCommandsResponse(
            requestID: context.requestID, page: window.page(entries, total: found.count, next: pages.token(next)))
    }
}

extension DescribeCommandsRequest {
    /// Those of a provider or of everything below its name that pass, with `isLatest` the newest version of each only.
    func provided(_ commands: [Command], _ conditions: Conditions) -> [Command] {
        guard conditions.tags.isEmpty, (resourceGroupID?.text ?? "").isEmpty, let provider else { return [] }
        let wanted = commands.filter { command in
            (command.provider == provider || command.provider?.hasPrefix(provider + ".") == true)
                && ((commandID?.text ?? "").isEmpty || command.id == commandID)
                && conditions.name?.matches(command.name) != false
                && conditions.description?.matches(command.description) != false
                && (conditions.type == nil || command.type == conditions.type)
        }
        guard isLatest else { return wanted }
        return wanted.filter { command in
            !wanted.contains { other in
                other.provider == command.provider && other.category == command.category
                    && other.name == command.name && other.version ?? 0 > command.version ?? 0
            }
        }
    }
}

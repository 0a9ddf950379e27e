public import CloudAssistant
import Store

extension EmbeddedService {
    /// CreateCommand. Checks in this order: region, the command's values, client token, tags, group, quota.
    public func createCommand(_ request: CreateCommandRequest, _ context: CallContext) async throws(APIError)
        -> CreateCommandResponse
    {
        try await deciding("CreateCommand", region: request.regionID, context) { _ throws(APIError) in
            let limits = configuration.limits
            let fleet = await inventory.fleet
            let region = try fleet.region(request.regionID)
            let (form, tags) = try request.checked(limits)
            let claim = claim(request.clientToken, "CreateCommand", request)
            return try await once(claim, region.id, context) { command, _ in
                CreateCommandResponse(requestID: context.requestID, commandID: command)
            } _: { () async throws(APIError) in
                try fleet.check(request.resourceGroupID)
                let quota = Quota.commands(limits.commandsPerRegion)
                try await check(quota, region.id, context)
                let now = configuration.now()
                let command = form.command(
                    id: CommandID(GeneratedID.make("c-", at: now)), created: now, tags: tags,
                    resourceGroupID: request.resourceGroupID)
                let line = AuditLine(
                    time: now, context: context, action: "CreateCommand", region: region.id.text,
                    subject: command.id.text)
                let verdict = try await stored { () async throws(StoreError) in
                    try await store.add(command, in: region.id, claim: claim, quotas: [quota], audit: line)
                }
                switch verdict {
                case .accepted: feed.send(.command(command.id))
                case .repeated(let first, _):
                    if let claim { await noteRepetition(of: claim, region.id, context, subject: first.text) }
                    return CreateCommandResponse(requestID: context.requestID, commandID: first)
                case .changed: throw Self.changed
                case .overQuota(let quota): throw APIError(quota, region.id)
                case .commandGone: throw APIError(noCommand: command.id)
                }
                return CreateCommandResponse(requestID: context.requestID, commandID: command.id)
            }
        }
    }

    /// DescribeCommands: own commands newest first; a provider's in its own order.
    public func describeCommands(_ request: DescribeCommandsRequest, _ context: CallContext) async throws(APIError)
        -> DescribeCommandsResponse
    {
        let region = try await inventory.fleet.region(request.regionID)
        let window = try request.paging.window()
        var type: CommandType?
        if let word = request.type, !word.isEmpty {
            guard let known = CommandType(rawValue: word) else {
                throw APIError(.invalidCommandTypeNotFound, [.parameter: "Type", .value: word])
            }
            type = known
        }
        let candidates =
            if let provider = request.provider, !provider.isEmpty {
                StarterLibrary.commands.filter { $0.provider?.hasPrefix(provider) == true }
            } else {
                try await stored { () async throws(StoreError) in
                    try await store.commands(account: context.caller.account, region: region.id)
                }
            }
        // Own commands are looked for by their whole name, a provider's by any part of it.
        let isOwn = (request.provider ?? "").isEmpty
        let pattern = request.name.map { NamePattern(isOwn ? $0 : "*\($0)*") }
        let found = candidates.filter { command in
            (request.commandID == nil || command.id == request.commandID)
                && (pattern?.matches(command.name) ?? true)
                && (type == nil || command.type == type)
                && request.tags.allSatisfy { command.tags.contains($0) }
                && (request.resourceGroupID == nil || command.resourceGroupID == request.resourceGroupID)
        }
        let page = Array(found.dropFirst(window.offset).prefix(window.limit))
        return DescribeCommandsResponse(
            requestID: context.requestID, page: window.page(page, total: found.count, anchor: 0))
    }

    /// The command that an invocation names: an own one by id, or one of the starter library by name.
    func command(_ id: CommandID?, in region: RegionID, _ context: CallContext) async throws(APIError) -> Command {
        guard let id, !id.text.isEmpty else { throw APIError(.missingParameter, [.parameter: "CommandId"]) }
        if let command = StarterLibrary.commands.first(where: { $0.id == id }) { return command }
        let command = try await stored { () async throws(StoreError) in
            try await store.command(id, account: context.caller.account, region: region)
        }
        guard let command else { throw APIError(noCommand: id) }
        return command
    }
}

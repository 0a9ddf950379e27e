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

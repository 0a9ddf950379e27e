public import CloudAssistant
import Store

extension EmbeddedService {
    /// ModifyCommand. Checks in this order: region, CommandId and the values of the call, the command exists and is no
    /// provider's, the names of parameters in a new script.
    public func modifyCommand(_ request: ModifyCommandRequest, _ context: CallContext) async throws(APIError)
        -> ModifyCommandResponse
    {
        try await deciding("ModifyCommand", region: request.regionID, context) { _ throws(APIError) in
            let limits = configuration.limits
            let region = try await inventory.fleet.region(request.regionID)
            let edit = try CommandEdit(request, limits)
            let command = try await ownCommand(request.commandID, in: region.id, context)
            try edit.check(against: command, limits)
            let line = line("ModifyCommand", command, region, context)
            let isKnown = try await stored { () async throws(StoreError) in
                try await store.change(command.id, in: region.id, audit: line) { edit.applied(to: $0) }
            }
            guard isKnown else { throw APIError(noCommand: command.id) }
            feed.send(.command(command.id))
            return ModifyCommandResponse(requestID: context.requestID)
        }
    }

    /// DeleteCommand. Checks in this order: region, CommandId, the command exists and is no provider's, no run of it is
    /// under way.
    public func deleteCommand(_ request: DeleteCommandRequest, _ context: CallContext) async throws(APIError)
        -> DeleteCommandResponse
    {
        try await deciding("DeleteCommand", region: request.regionID, context) { _ throws(APIError) in
            let region = try await inventory.fleet.region(request.regionID)
            let command = try await ownCommand(request.commandID, in: region.id, context)
            let line = line("DeleteCommand", command, region, context)
            let deletion = try await stored { () async throws(StoreError) in
                try await store.delete(command.id, in: region.id, audit: line)
            }
            switch deletion {
            case .deleted: feed.send(.command(command.id))
            case .unknown: throw APIError(noCommand: command.id)
            case .inUse(let count):
                throw APIError(
                    .operationForbidden,
                    [.parameter: "CommandId", .command: command.id.text, .actual: "\(count)"])
            }
            return DeleteCommandResponse(requestID: context.requestID)
        }
    }

    /// The command that a call is to change: one of the account's own.
    private func ownCommand(_ id: CommandID?, in region: RegionID, _ context: CallContext) async throws(APIError)
        -> Command
    {
        let command = try await command(id, in: region, context)
        guard let provider = command.provider else { return command }
        throw APIError(
            .cmdNameReadonly, [.parameter: "CommandId", .command: command.id.text, .detail: provider])
    }

    private func line(_ action: String, _ command: Command, _ region: Region, _ context: CallContext) -> AuditLine {
        AuditLine(
            time: configuration.now(), context: context, action: action, region: region.id.text,
            subject: command.id.text)
    }
}

extension APIError {
    init(noCommand id: CommandID) {
        self.init(.invalidCmdIdNotFound, [.parameter: "CommandId", .command: id.text])
    }
}

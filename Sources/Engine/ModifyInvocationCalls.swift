public import CloudAssistant
import Store

extension EmbeddedService {
    /// ModifyInvocationAttribute: what is changed holds for every run that begins after the answer. Checks in this
    /// order: region, InvokeId and the values of the call, client token, the invocation exists, runs at times and has not
    /// ended, its command may be changed, the frequency, the parameters, the added instances, the quota of commands.
    public func modifyInvocationAttribute(_ request: ModifyInvocationAttributeRequest, _ context: CallContext)
        async throws(APIError) -> ModifyInvocationAttributeResponse
    {
        try await deciding(
            "ModifyInvocationAttribute", region: request.regionID, targets: request.instanceIDs, context
        ) { dispatcher throws(APIError) in
            let region = try await inventory.fleet.region(request.regionID)
            do throws(APIError) {
                let edit = try InvocationEdit(request, configuration.limits)
                let claim = claim(request.clientToken, "ModifyInvocationAttribute", request)
                return try await once(claim, region.id, context) { command, _ in
                    ModifyInvocationAttributeResponse(requestID: context.requestID, commandID: command)
                } _: { () async throws(APIError) in
                    let call = ChangeCall(request: request, edit: edit, region: region, claim: claim, context: context)
                    return try await modify(call, dispatcher)
                }
            } catch { throw error.asChange }
        }
    }

    /// What a record becomes by other times; nil for one that they do not move.
    private typealias Retiming = @Sendable (InvocationResult) -> InvocationResult?

    private struct ChangeCall: Sendable {
        let request: ModifyInvocationAttributeRequest
        let edit: InvocationEdit
        let region: Region
        let claim: TokenClaim?
        let context: CallContext
    }

    private func modify(_ call: ChangeCall, _ dispatcher: Dispatcher) async throws(APIError)
        -> ModifyInvocationAttributeResponse
    {
        let now = configuration.now()
        let limits = configuration.limits
        let invocation = try await invocation(call.request.invokeID, in: call.region, call.context)
        try call.edit.check(against: invocation)
        let next = try call.edit.applied(
            to: invocation, newID: CommandID(GeneratedID.make("c-", at: now)), at: now, limits)
        if call.edit.changesContent {
            try check(
                Script.storedReferences(in: next.command), as: "CommandContent", in: call.region, call.context)
        }
        let fleet = await inventory.fleet
        if call.edit.changesFrequency { try checkFrequency(next.frequency, timeout: next.timeoutSeconds) }
        let added = try added(call, to: next, in: fleet, at: now)
        let keeps = call.edit.changesContent && !invocation.ownsCommand
        let change = InvocationChange(invocation: next, added: added, kept: keeps ? next.command : nil)
        let line = AuditLine(
            time: now, context: call.context, action: "ModifyInvocationAttribute", region: call.region.id.text,
            targets: call.request.instanceIDs, subject: next.id.text)
        let retimed = retiming(next, in: fleet, at: now)
        let outcome = try await stored { () async throws(StoreError) in
            try await store.modify(
                change, claim: call.claim, quotas: keeps ? [.commands(limits.commandsPerRegion)] : [], audit: line,
                retimed)
        }
        switch outcome.decision {
        case .accepted, .commandGone: break
        case .repeated(let command, _):
            return ModifyInvocationAttributeResponse(requestID: call.context.requestID, commandID: command)
        case .changed: throw Self.changed
        case .overQuota(let quota): throw APIError(quota, call.region.id)
        }
        guard let results = outcome.results else {
            throw APIError(
                .invalidOperationInvokeAlreadyFinished, [.parameter: "InvokeId", .value: next.id.text])
        }
        await takeOver(next, results, in: fleet, retimed, dispatcher)
        if keeps { feed.send(.command(next.command.id)) }
        feed.send(.invocation(next.id))
        return ModifyInvocationAttributeResponse(requestID: call.context.requestID, commandID: next.command.id)
    }

    /// An invocation of the account in a region.
    func invocation(_ id: InvokeID?, in region: Region, _ context: CallContext) async throws(APIError) -> Invocation {
        let name = id ?? ""
        let found = try await stored { () async throws(StoreError) in try await store.invocation(name) }
        guard let found, found.regionID == region.id, found.caller.account == context.caller.account else {
            throw APIError(.invalidInvokeIdNotFound, [.parameter: "InvokeId", .value: name.text])
        }
        return found
    }

    /// The records of the instances that are added: those that it has already are passed over.
    private func added(_ call: ChangeCall, to invocation: Invocation, in fleet: Fleet, at now: Timestamp)
        throws(APIError) -> [InvocationResult]
    {
        let there = Set(invocation.results.map(\.instanceID))
        var seen = there
        let ids = call.request.instanceIDs.filter { seen.insert($0).inserted }
        guard !ids.isEmpty else { return [] }
        let limits = configuration.limits
        guard seen.count <= limits.instancesPerCall else {
            throw APIError(
                .instanceIdsExceedLimit,
                [.parameter: "InstanceId", .limit: "\(limits.instancesPerCall)", .actual: "\(seen.count)"])
        }
        let targets = try fleet.instances(
            ids, in: call.region, type: invocation.command.type, group: invocation.resourceGroupID)
        return targets.map { record(of: invocation, on: $0, at: now).0 }
    }

    /// Moves the times of records that wait for one.
    private func retiming(_ invocation: Invocation, in fleet: Fleet, at now: Timestamp) -> Retiming {
        let configuration = configuration
        return { record in
            guard record.scheduledRun?.due != nil,
                case .times(let next) = Plan.timetable(
                    of: invocation, on: record.instanceID, in: fleet, configuration),
                let due = next(now), due != record.due
            else { return nil }
            var moved = record
            moved.due = due
            moved.updated = now
            return moved
        }
    }

    /// Lets what waits and what runs go by the new times.
    private func takeOver(
        _ invocation: Invocation, _ results: [InvocationResult], in fleet: Fleet,
        _ retimed: @escaping Retiming, _ dispatcher: Dispatcher
    ) async {
        await dispatcher.retime(invocation.id) { [configuration] instance in
            Plan.timetable(of: invocation, on: instance, in: fleet, configuration)
        }
        // A run that ended in between was followed by the old times.
        let late = try? await store.change(.invocation(invocation.id, on: nil), retimed)
        await scheduler?.wait(for: (results + (late ?? [])).compactMap(\.scheduledRun))
    }
}

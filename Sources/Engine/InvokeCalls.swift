public import CloudAssistant
import Runners
import Store

extension EmbeddedService {
    /// InvokeCommand. Checks in this order: region, the values of the call, client token, the command, the frequency's
    /// times, parameters, targets, their systems and groups, Windows users, the script's size and stored parameters,
    /// output delivery, quota.
    public func invokeCommand(_ request: InvokeCommandRequest, _ context: CallContext) async throws(APIError)
        -> InvokeCommandResponse
    {
        let run = request.run
        return try await deciding("InvokeCommand", region: run.regionID, targets: run.instanceIDs, context) {
            dispatcher throws(APIError) in
            let fleet = await inventory.fleet
            let region = try fleet.region(run.regionID)
            let limits = configuration.limits
            let form = try run.checked(limits, resourceTagLimit: limits.resourceTagsPerInvoke)
            let claim = claim(run.clientToken, "InvokeCommand", request)
            return try await once(claim, region.id, context) { _, invocation in
                InvokeCommandResponse(requestID: context.requestID, invokeID: invocation)
            } _: { () async throws(APIError) in
                let command = try await command(request.commandID, in: region.id, context)
                let accepted = try await accept(
                    Acceptance(
                        action: "InvokeCommand", run: run, form: form, command: command, ownsCommand: false,
                        region: region, fleet: fleet, claim: claim, context: context), dispatcher)
                return InvokeCommandResponse(requestID: context.requestID, invokeID: accepted.invokeID)
            }
        }
    }

    /// RunCommand. Checks in this order: region, the command's values, the values of the call, client token, then as
    /// InvokeCommand; the quota of commands counts when the command is kept.
    public func runCommand(_ request: RunCommandRequest, _ context: CallContext) async throws(APIError)
        -> RunCommandResponse
    {
        let run = request.run
        return try await deciding("RunCommand", region: run.regionID, targets: run.instanceIDs, context) {
            dispatcher throws(APIError) in
            let fleet = await inventory.fleet
            let region = try fleet.region(run.regionID)
            let limits = configuration.limits
            let draft = try request.command.checked(limits, defaultEncoding: .plainText, needsName: false)
            let form = try run.checked(limits, resourceTagLimit: limits.resourceTagsPerRun)
            let claim = claim(run.clientToken, "RunCommand", request)
            return try await once(claim, region.id, context) { command, invocation in
                RunCommandResponse(requestID: context.requestID, commandID: command, invokeID: invocation)
            } _: { () async throws(APIError) in
                if request.keepsCommand {
                    try await check(.commands(limits.commandsPerRegion), region.id, context)
                }
                let now = configuration.now()
                let command = draft.command(
                    id: CommandID(GeneratedID.make("c-", at: now)), created: now, tags: [],
                    resourceGroupID: run.resourceGroupID)
                let accepted = try await accept(
                    Acceptance(
                        action: "RunCommand", run: run, form: form, command: command,
                        ownsCommand: !request.keepsCommand, region: region, fleet: fleet, claim: claim,
                        context: context, keeps: request.keepsCommand), dispatcher)
                return RunCommandResponse(
                    requestID: context.requestID, commandID: accepted.commandID, invokeID: accepted.invokeID)
            }
        }
    }

    /// A call to run something whose values are well formed and whose command is known.
    private struct Acceptance: Sendable {
        let action: String
        let run: InvocationDraft
        let form: RunForm
        let command: Command
        let ownsCommand: Bool
        let region: Region
        let fleet: Fleet
        let claim: TokenClaim?
        let context: CallContext
        var keeps = false
    }

    /// Resolves, plans, makes durable, hands to the dispatcher.
    private func accept(_ call: Acceptance, _ dispatcher: Dispatcher) async throws(APIError) -> (
        commandID: CommandID, invokeID: InvokeID
    ) {
        let limits = configuration.limits
        try checkFrequency(
            call.form.frequency, timeout: call.run.timeoutSeconds ?? call.command.timeoutSeconds)
        let values = try ParameterValues(call.run.parameters, for: call.command, limits)
        let targets = try call.fleet.targets(
            call.form, in: call.region, type: call.command.type, group: call.run.resourceGroupID, limits)
        try Self.checkWindows(targets, call.run)
        try Script.check(call.command, values, limits)
        let region = call.region
        try check(Script.storedReferences(in: call.command), as: "CommandContent", in: region, call.context)
        try check(Self.windowsPassword(targets, call.run), as: "WindowsPasswordName", in: region, call.context)
        try await checkDelivery(call.form.delivery, call.region, call.context)
        let daily = Quota.invocations(limits.invocationsPerDay, since: configuration.now())
        let (invocation, orders) = plan(call, values, targets)
        let runs = invocation.results.compactMap(\.scheduledRun)
        let line = AuditLine(
            time: invocation.created, context: call.context, action: call.action, region: call.region.id.text,
            targets: targets.map(\.id), subject: invocation.id.text)
        let verdict = try await stored { () async throws(StoreError) in
            try await store.add(
                invocation, keeping: call.keeps ? call.command : nil, claim: call.claim,
                quotas: call.keeps ? [.commands(limits.commandsPerRegion), daily] : [daily], audit: line)
        }
        switch verdict {
        case .accepted: break
        case .repeated(let command, let first):
            if let claim = call.claim {
                await noteRepetition(of: claim, call.region.id, call.context, subject: first.text)
            }
            return (command, first)
        case .changed: throw Self.changed
        case .overQuota(let quota): throw APIError(quota, call.region.id)
        case .commandGone: throw APIError(noCommand: call.command.id)
        }
        deliveries?.expect(invocation)
        if call.keeps { feed.send(.command(call.command.id)) }
        feed.send(.invocation(invocation.id))
        await dispatcher.submit(orders)
        await scheduler?.wait(for: runs)
        return (call.command.id, invocation.id)
    }

    /// Refuses times that can be read but cannot be kept: past ones, unknown zones, runs closer than the time-out.
    func checkFrequency(_ text: String?, timeout: Int) throws(APIError) {
        guard let text, !text.isEmpty else { return }
        _ = try Frequency.checked(
            text, timeoutSeconds: timeout, now: configuration.now(), zones: configuration.zones)
    }

    /// The stored parameter that holds the password of the run's user, when it has Windows instances to log in at.
    private static func windowsPassword(_ targets: [Instance], _ run: InvocationDraft) -> [StoredReference] {
        guard let user = run.username, !user.isEmpty, user.lowercased() != "system",
            let name = run.windowsPasswordName, !name.isEmpty, targets.contains(where: { $0.osType == .windows })
        else { return [] }
        return [StoredReference(name: name, isSecret: true)]
    }

    private static func checkWindows(_ targets: [Instance], _ run: InvocationDraft) throws(APIError) {
        guard let user = run.username, !user.isEmpty, user.lowercased() != "system",
            (run.windowsPasswordName ?? "").isEmpty
        else { return }
        guard let windows = targets.first(where: { $0.osType == .windows }) else { return }
        throw APIError(
            .windowsPasswordNameMissed, [.parameter: "WindowsPasswordName", .instance: windows.id.text])
    }

    /// The invocation with one record for each target, and the orders for those that are to run. What does not fit
    /// an instance is final at once; a dry run is final everywhere.
    private func plan(_ call: Acceptance, _ values: ParameterValues, _ targets: [Instance]) -> (
        Invocation, [AttemptOrder]
    ) {
        let now = configuration.now()
        let run = call.run
        var invocation = Invocation(
            id: InvokeID(GeneratedID.make("t-", at: now)), regionID: call.region.id, command: call.command,
            ownsCommand: call.ownsCommand, repeatMode: call.form.repeatMode, frequency: call.form.frequency,
            parameters: values.passed,
            username: run.username.flatMap { $0.isEmpty ? nil : $0 },
            timeoutSeconds: run.timeoutSeconds ?? call.command.timeoutSeconds,
            workingDirectory: run.workingDirectory.flatMap { $0.isEmpty ? nil : $0 } ?? call.command.workingDirectory,
            launcher: run.launcher.flatMap { $0.isEmpty ? nil : $0 } ?? call.command.launcher,
            terminationMode: call.form.terminationMode, tags: call.form.tags,
            resourceGroupID: run.resourceGroupID, caller: call.context.caller, created: now, state: .pending,
            results: [])
        invocation.containerID = run.containerID.flatMap { $0.isEmpty ? nil : $0 }
        invocation.containerName = run.containerName.flatMap { $0.isEmpty ? nil : $0 }
        invocation.ossOutputDelivery = call.form.delivery?.text ?? ""
        var orders: [AttemptOrder] = []
        for target in targets {
            let (record, order) = record(of: invocation, on: target, at: now)
            if let order { orders.append(order) }
            invocation.results.append(record)
        }
        return (invocation, orders)
    }

    /// The first record of an instance: pending with its order when it is to run now, scheduled when later, final when
    /// it does not fit the instance or nothing is to run.
    func record(of invocation: Invocation, on target: Instance, at now: Timestamp) -> (
        InvocationResult, AttemptOrder?
    ) {
        var record = InvocationResult(invokeID: invocation.id, instanceID: target.id, created: now, updated: now)
        switch Plan.order(for: record.key, of: invocation, on: target) {
        case .failure(let rejection): record.end(rejection, at: now)
        case .success(let order) where invocation.repeatMode == .dryRun: preview(&record, order, at: now)
        case .success where invocation.repeatMode.isTimed:
            let timetable = Plan.timetable(of: invocation, on: target, configuration)
            schedule(&record, by: timetable, at: now)
        case .success(let order): return (record, order)
        }
        return (record, nil)
    }

    private func preview(_ record: inout InvocationResult, _ order: AttemptOrder, at now: Timestamp) {
        if let failure = runner?.examine(order) {
            return record.end(Rejection(code: failure.code, detail: failure.detail), at: now)
        }
        record.state = .success
        record.finished = now
    }

    /// Lets a record wait for its first run, or ends it when there will be none.
    private func schedule(_ record: inout InvocationResult, by timetable: Timetable, at now: Timestamp) {
        if case .times(let next) = timetable {
            guard let first = next(now) else { return record.end(Rejection(code: .cronExpressionExpired), at: now) }
            record.due = first
        } else {
            record.bootID = runner?.bootID(of: record.instanceID)
        }
        record.state = .scheduled
    }
}

extension InvocationResult {
    fileprivate mutating func end(_ rejection: Rejection, at now: Timestamp) {
        state = rejection.code.state
        errorCode = rejection.code.rawValue
        errorInfo = rejection.info
        finished = now
    }
}

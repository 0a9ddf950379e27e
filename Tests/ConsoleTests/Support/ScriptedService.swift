import CloudAssistant
import Console

/// Stands in for the service: answers effects from what the test put into it and keeps what was sent.
struct ScriptedService {
    var regions = Samples.regions
    var targets = [Samples.hangzhou: Samples.targets]
    var commands = [Samples.hangzhou: Samples.commands]
    /// Newest first.
    private(set) var invocations: [Invocation] = []
    /// Why the next call is refused.
    var refusal: APIError?
    /// What was sent, each time that it was.
    private(set) var sent: [FormRequest] = []
    private(set) var stopped: [InvokeID] = []
    /// The commands that were made or changed, as they were given.
    private(set) var saved: [CommandDraft] = []
    /// The frequencies that invocations were given.
    private(set) var changed: [String] = []
    /// Every run of invocations that ran more than once.
    var histories: [InvokeID: [InvocationResult]] = [:]
    private(set) var tokensDrawn = 0
    private var now = Samples.start

    /// The answer to an effect, nil for those that have none.
    mutating func reply(to effect: Effect, at moment: Timestamp) -> Reply? {
        now = moment
        switch effect {
        case .readRegions: return .regions(regions)
        case .readTargets(let region): return .targets(region, targets[region] ?? [])
        case .readCommands(let region): return .commands(region, commands[region] ?? [])
        case .readInvocation(let region, let id):
            return invocations.first { $0.id == id }.map { .invocation(region, $0) }
        case .readInvocations(let region), .readEarlierInvocations(let region):
            return .invocations(region, invocations.filter { $0.regionID == region })
        case .readResults(_, let id): return .results(id, invocations.first { $0.id == id }?.results ?? [])
        case .readHistory(_, let id): return .results(id, histories[id] ?? [])
        case .drawToken:
            tokensDrawn += 1
            return .token("token-\(tokensDrawn)")
        case .send(let request): return send(request)
        case .stop(_, let id):
            stopped.append(id)
            if let error = takeRefusal() { return .refused(.stop(id), error) }
            return .stopped(id)
        case .change(_, let id, let frequency):
            if let error = takeRefusal() { return .refused(.change(id), error) }
            changed.append(frequency)
            return .changed(id)
        case .countInstances(let regions):
            return .counts(Dictionary(uniqueKeysWithValues: regions.map { ($0, targets[$0]?.count ?? 0) }))
        case .save(_, let draft, let id): return save(draft, id)
        case .findWhole(let key): return .whole(key, path: nil)
        case .edit, .page, .copy, .remember, .setTheme, .setMouse, .repaint, .suspend, .quit: return nil
        }
    }

    private mutating func save(_ draft: CommandDraft, _ id: CommandID?) -> Reply {
        if let error = takeRefusal() { return .refused(.command, error) }
        let id = id ?? CommandID("c-new\(saved.count + 1)")
        saved.append(draft)
        let names = draft.enablesParameters ? Template(draft.content ?? "").parameterNames : []
        let command = Command(
            id: id, name: draft.name ?? "", description: draft.description ?? "", type: .shell,
            content: draft.content ?? "", enablesParameters: draft.enablesParameters,
            parameters: names.map { ParameterDefinition(name: $0) }, created: now)
        for region in commands.keys {
            commands[region]?.removeAll { $0.id == id }
            commands[region]?.insert(command, at: 0)
        }
        return .saved(id)
    }

    private mutating func takeRefusal() -> APIError? {
        defer { refusal = nil }
        return refusal
    }

    private mutating func send(_ request: FormRequest) -> Reply {
        sent.append(request)
        if let error = takeRefusal() { return .refused(.form, error) }
        let id = InvokeID("t-hz0\(invocations.count + 1)")
        invocations.insert(invocation(request, id), at: 0)
        return .accepted(id)
    }

    private func invocation(_ request: FormRequest, _ id: InvokeID) -> Invocation {
        let draft = request.draft
        let results = draft.instanceIDs.map {
            InvocationResult(
                invokeID: id, instanceID: $0, state: .running, created: now, started: now, updated: now)
        }
        let isRun = if case .run = request { true } else { false }
        let (parameters, timeout) = values(of: request)
        return Invocation(
            id: id, regionID: draft.regionID ?? "", command: command(request), ownsCommand: isRun, repeatMode: .once,
            parameters: parameters, username: draft.username, timeoutSeconds: timeout ?? 60,
            workingDirectory: draft.workingDirectory, launcher: nil, terminationMode: .process, tags: [],
            resourceGroupID: nil, caller: Caller(name: "alice"), created: now, state: .running, results: results)
    }

    private func values(of request: FormRequest) -> (parameters: [String: String], timeout: Int?) {
        var parameters: [String: String] = [:]
        if case .entries(let entries) = request.draft.parameters {
            for entry in entries { parameters[entry.name] = entry.value }
        }
        switch request {
        case .run(let run): return (parameters, run.command.timeoutSeconds)
        case .invoke(let invoke): return (parameters, invoke.run.timeoutSeconds)
        }
    }

    private func command(_ request: FormRequest) -> Command {
        switch request {
        case .run(let run):
            Command(
                id: "c-adhoc", name: "", type: .shell, content: run.command.content ?? "",
                enablesParameters: run.command.enablesParameters, created: now)
        case .invoke(let invoke):
            commands.values.joined().first { $0.id == invoke.commandID }
                ?? Command(id: "c-lost", name: "lost", type: .shell, content: "", created: now)
        }
    }

    /// Lets the newest invocation write something, and end on an instance when a state is given.
    /// Lets the newest invocation be one that runs by a frequency: it ran once, with an exit code, and waits.
    mutating func schedule(_ frequency: String, lastExitCode: Int = 0, due: Timestamp) {
        guard !invocations.isEmpty else { return }
        invocations[0].repeatMode = .period
        invocations[0].frequency = frequency
        invocations[0].state = .scheduled
        for index in invocations[0].results.indices {
            invocations[0].results[index].state = .scheduled
            invocations[0].results[index].occurrence = 2
            invocations[0].results[index].repeats = 1
            invocations[0].results[index].due = due
            invocations[0].results[index].exitCode = lastExitCode
            invocations[0].results[index].errorCode = lastExitCode == 0 ? nil : "ExitCodeNonzero"
        }
        var last = invocations[0].results
        for index in last.indices { last[index].state = lastExitCode == 0 ? .success : .failed }
        for index in last.indices { last[index].occurrence = 1 }
        histories[invocations[0].id] = invocations[0].results + last
    }

    mutating func advance(
        _ instance: InstanceID, output: String = "", state: InvocationState = .running, exitCode: Int? = nil,
        errorCode: String? = nil
    ) {
        guard !invocations.isEmpty else { return }
        for index in invocations[0].results.indices where invocations[0].results[index].instanceID == instance {
            invocations[0].results[index].output += Array(output.utf8)
            invocations[0].results[index].state = state
            invocations[0].results[index].exitCode = exitCode
            invocations[0].results[index].errorCode = errorCode
            if state.isFinal { invocations[0].results[index].finished = now.adding(seconds: 3) }
        }
        let states = invocations[0].results.map(\.state)
        if states.allSatisfy(\.isFinal) {
            invocations[0].state = states.allSatisfy { $0 == .success } ? .success : .failed
        }
    }
}

import CloudAssistant
import Screen

/// What the service says.
extension State {
    mutating func take(_ reply: Reply) -> [Effect] {
        switch reply {
        case .regions(let regions): return take(regions)
        case .targets(let region, let targets): take(SearchableEntries(targets), of: region, isWhole: true)
        case .readyTargets(let region, let targets, let isWhole): take(targets, of: region, isWhole: isWhole)
        case .commands(let region, let commands): if region == self.region { self.commands.replace(commands) }
        case .invocations(let region, let invocations): return take(invocations, of: region)
        case .results(let id, let results): return take(results, of: id)
        case .token(let token): take(token)
        case .accepted(let id): return accepted(id)
        case .stopped(let id):
            say(.stopAccepted, [SafeText(id.text)], as: .success)
            return reread(results: true)
        case .refused(let question, let error): return refused(question, error)
        }
        return []
    }

    private mutating func take(_ regions: [Region]) -> [Effect] {
        self.regions.replace(regions)
        guard region == nil, let first = regions.first?.id else { return [] }
        return choose(first)
    }

    private mutating func take(_ targets: SearchableEntries<Target>, of region: RegionID, isWhole: Bool) {
        guard region == self.region else { return }
        guard isWhole else { return self.targets.begin(targets) }
        self.targets.replace(targets)
        marks = marks.filter { self.targets.entry($0.text) != nil }
    }

    private mutating func take(_ invocations: [Invocation], of region: RegionID) -> [Effect] {
        guard region == self.region else { return [] }
        let wasListed = output.invokeID.map { id in self.invocations.entries.contains { $0.id == id } } ?? true
        self.invocations.replace(invocations)
        // The cursor goes to what was just accepted.
        if !wasListed, let id = output.invokeID { self.invocations.select(id.text) }
        listProblems()
        if output.invokeID == nil, let first = invocations.first {
            output.open(first.id)
            if resultReading.ask() {
                return again(invocationReading.answered(), .readInvocations(region)) + [.readResults(region, first.id)]
            }
        }
        return again(invocationReading.answered(), .readInvocations(region))
    }

    private mutating func take(_ results: [InvocationResult], of id: InvokeID) -> [Effect] {
        if id == output.invokeID { output.take(results) }
        let isAgain = resultReading.answered() || (id != output.invokeID && resultReading.ask())
        guard let region, let open = output.invokeID else { return [] }
        return again(isAgain, .readResults(region, open))
    }

    private func again(_ isAgain: Bool, _ effect: Effect) -> [Effect] { isAgain ? [effect] : [] }

    /// A token stays with its form; a form that has one keeps it.
    private mutating func take(_ token: String) {
        guard case .form(var form) = modal, form.token == nil else { return }
        form.token = token
        modal = .form(form)
    }

    private mutating func refused(_ question: Question, _ error: APIError) -> [Effect] {
        switch question {
        case .form:
            refusedForm(error)
            return []
        case .stop: note(error)
        case .results: _ = resultReading.answered()
        case .list(let pane):
            switch pane {
            case .regions: regions.availability = .failed(error)
            case .targets: targets.availability = .failed(error)
            case .commands: commands.availability = .failed(error)
            case .invocations:
                invocations.availability = .failed(error)
                _ = invocationReading.answered()
            case .output, .errors: break
            }
            note(error)
        }
        say(.refused, [SafeText(error.code.text)], as: .error)
        return []
    }

    /// Refusals of this console and errors of instances, newest first.
    mutating func listProblems() {
        var found = refusals
        for invocation in invocations.entries {
            for result in invocation.results {
                guard let code = result.errorCode else { continue }
                found.append(
                    Problem(
                        kind: .failed(invocation.id, result.instanceID, code: code, info: result.errorInfo),
                        time: result.finished ?? result.updated, number: 0))
            }
        }
        problems.replace(found.sorted { $0.time > $1.time })
        // Nobody reads the list now: whoever turns to it wants the newest first.
        if focus != .errors { problems.move(by: -.max) }
    }

    mutating func take(_ change: Change) -> [Effect] {
        switch change {
        case .result(let key, _): return reread(results: key.invokeID == output.invokeID)
        case .invocation: return reread(results: false)
        case .command: return region.map { [.readCommands($0)] } ?? []
        case .instances(let region): return region == self.region ? [.readTargets(region)] : []
        case .missed:
            return reread(results: true) + (region.map { [.readTargets($0), .readCommands($0)] } ?? [])
        }
    }
}

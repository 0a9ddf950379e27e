import CloudAssistant
import Screen

/// What the service says.
extension State {
    mutating func take(_ reply: Reply) -> [Effect] {
        switch reply {
        case .regions(let regions): return take(regions)
        case .counts(let counts): self.counts = counts
        case .targets(let region, let targets): take(SearchableEntries(targets), of: region, isWhole: true)
        case .readyTargets(let region, let targets, let isWhole): take(targets, of: region, isWhole: isWhole)
        case .commands(let region, let commands): if region == self.region { take(commands) }
        case .invocations(let region, let invocations): return take(invocations, of: region)
        case .invocation(let region, let invocation): if region == self.region { take(invocation) }
        case .results(let id, let results): return take(results, of: id)
        case .token(let token): take(token)
        case .accepted(let id): return accepted(id)
        case .stopped(let id):
            say(.stopAccepted, [SafeText(id.text)], as: .success)
            return reread(results: true)
        case .saved(let id): return saved(id)
        case .changed(let id):
            say(.invocationChanged, [SafeText(id.text)], as: .success)
            return reread(results: true)
        case .whole(let key, let path): return page(key, path)
        case .refused(let question, let error): return refused(question, error)
        }
        return []
    }

    /// The region that was chosen last time is chosen again, if it is still there.
    private mutating func take(_ regions: [Region]) -> [Effect] {
        self.regions.replace(regions)
        // The list of the chosen region tells its number.
        let counting: [Effect] = regions.count > 1 ? [.countInstances(regions.map(\.id))] : []
        guard region == nil, let first = regions.first?.id else { return counting }
        let known = regions.contains { $0.id == memory.region } ? memory.region : nil
        if let known { self.regions.select(known.text) }
        return choose(known ?? first) + counting
    }

    /// The preview may have been asked for before the token was here.
    private mutating func take(_ token: String) {
        if form?.token == nil { form?.token = token }
        if preview?.form.token == nil { preview?.form.token = form?.token }
    }

    private mutating func take(_ commands: [Command]) {
        self.commands.replace(commands)
        renewForm()
        guard let id = savedCommand, self.commands.select(id.text) else { return }
        savedCommand = nil
    }

    private mutating func take(_ new: SearchableEntries<Target>, of region: RegionID, isWhole: Bool) {
        guard region == self.region else { return }
        guard isWhole else { return targets.begin(new) }
        targets.replace(new)
        counts[region] = new.entries.count
        let listing = targets
        marks.keep { listing.entry($0.text) != nil }
        refreshTagged()
        refreshMarked()
    }

    /// What is prepared is what would run: when the command was changed by somebody, the form and its preview follow.
    mutating func renewForm() {
        guard let form, let id = form.command?.id, !isSending, let command = commands.entry(id.text),
            let new = form.renewed(as: command)
        else { return }
        self.form = new
        if preview != nil { focus = .parameters }
        preview = nil
        recheckForm()
        say(.commandChanged, [SafeText(command.title)], as: .warning)
    }

    private mutating func take(_ invocations: [Invocation], of region: RegionID) -> [Effect] {
        guard region == self.region else { return [] }
        let wasListed = output.invokeID.map { self.invocations.entry($0.text) != nil } ?? true
        let stale = InvocationHistory.merge(invocations, into: &self.invocations)
        running = self.invocations.entries.count(where: \.isUnderWay)
        let rereading = stale.map { Effect.readInvocation(region, $0) }
        // The cursor goes to what was just accepted.
        if !wasListed, let id = output.invokeID { self.invocations.select(id.text) }
        listProblems()
        if output.invokeID == nil, let first = invocations.first {
            output.open(first.id)
            if resultReading.ask() {
                return again(invocationReading.answered(), .readInvocations(region))
                    + [readResults(region, first.id)] + rereading
            }
        }
        return again(invocationReading.answered(), .readInvocations(region)) + rereading
    }

    private mutating func take(_ invocation: Invocation) {
        let changed = invocations.entries.map { $0.id == invocation.id ? invocation : $0 }
        invocations.replace(changed)
        running = changed.count(where: \.isUnderWay)
        listProblems()
    }

    private mutating func take(_ results: [InvocationResult], of id: InvokeID) -> [Effect] {
        if id == output.invokeID {
            output.take(results)
            if let instance = pendingInstance {
                output.turn(to: instance)
                pendingInstance = nil
            }
        }
        let isStale = resultReading.answered()
        guard let region, let open = output.invokeID else { return [] }
        return again(isStale || (id != open && resultReading.ask()), readResults(region, open))
    }

    private func again(_ isAgain: Bool, _ effect: Effect) -> [Effect] { isAgain ? [effect] : [] }

    private mutating func refused(_ question: Question, _ error: APIError) -> [Effect] {
        var effects: [Effect] = []
        switch question {
        case .form:
            refusedForm(error)
            return []
        case .command:
            refusedCommand(error)
            return []
        case .stop, .change: note(error)
        case .results:
            if resultReading.answered(), let region, let open = output.invokeID {
                effects = [readResults(region, open)]
            }
        case .list(let pane):
            effects = unread(pane, error)
            note(error)
        }
        say(.refused, [SafeText(error.code.text)], as: .error)
        return effects
    }

    /// What changed since the question that was refused is asked for again.
    private mutating func unread(_ pane: Pane, _ error: APIError) -> [Effect] {
        switch pane {
        case .regions: regions.availability = .failed(error)
        case .targets: targets.availability = .failed(error)
        case .commands: commands.availability = .failed(error)
        case .invocations:
            invocations.availability = .failed(error)
            if invocationReading.answered(), let region { return [.readInvocations(region)] }
        case .parameters, .preview, .output, .errors: break
        }
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

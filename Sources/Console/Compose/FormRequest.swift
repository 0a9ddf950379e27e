public import CloudAssistant

/// What a form becomes when it is sent.
public enum FormRequest: Hashable, Sendable {
    /// A script that was typed.
    case run(RunCommandRequest)
    /// A kept command.
    case invoke(InvokeCommandRequest)

    /// How and where it runs.
    public var draft: InvocationDraft {
        switch self {
        case .run(let request): request.run
        case .invoke(let request): request.run
        }
    }
}

/// What the rules of the service are asked with.
struct RuleBook {
    let limits: Limits
    let now: Timestamp
    let zones: ZoneBook
}

extension Form {
    private func draft(to aim: Aim) -> InvocationDraft {
        var draft = InvocationDraft(regionID: region)
        switch aim.kind {
        case .marks, .cursor: draft.instanceIDs = aim.targets.map(\.instance.id)
        case .tags(let filters): draft.resourceTags = filters
        }
        let names = parameterNames
        if !names.isEmpty {
            draft.parameters = .entries(names.map { ParameterEntry(name: $0, value: text(.parameter($0))) })
        }
        // A frequency makes a period of what says Once.
        draft.repeatMode = repeatMode == .once ? nil : repeatMode?.rawValue
        draft.frequency = given(.frequency)
        draft.username = given(.username)
        draft.workingDirectory = given(.workingDirectory)
        draft.terminationMode = given(.terminationMode)
        draft.tags = TagWords.filters(text(.tags))
        draft.resourceGroupID = given(.resourceGroup).map { ResourceGroupID($0) }
        draft.clientToken = token
        return draft
    }

    /// What stands in a field, nil for nothing.
    private func given(_ place: Place) -> String? {
        let text = text(place)
        return text.isEmpty ? nil : text
    }

    /// When it runs; nil for a word that the API does not have.
    var repeatMode: RepeatMode? { RepeatMode(rawValue: text(.repeatMode)) }

    /// When it runs as the service takes it: a frequency makes a period of what says Once.
    var effectiveMode: RepeatMode {
        let mode = repeatMode ?? .once
        return mode == .once && given(.frequency) != nil ? .period : mode
    }

    /// The seconds as typed; nothing typed means the command's own, or the service's.
    private var timeoutSeconds: Int? { given(.timeout).map { Int($0) ?? 0 } }

    /// True when the typed script has places that the service fills in.
    var hasPlaces: Bool { Template(text(.content)).hasPlaces }

    private var commandDraft: CommandDraft {
        CommandDraft(
            type: type.rawValue, content: text(.content), timeoutSeconds: timeoutSeconds, enablesParameters: hasPlaces,
            launcher: given(.launcher))
    }

    /// The call that this form stands for.
    public func request(to aim: Aim) -> FormRequest {
        var draft = draft(to: aim)
        guard let command else { return .run(RunCommandRequest(command: commandDraft, run: draft)) }
        draft.timeoutSeconds = timeoutSeconds
        draft.launcher = given(.launcher)
        return .invoke(InvokeCommandRequest(commandID: command.id, run: draft))
    }

    /// The command that would run, or the first rule that its making breaks.
    private func runnable(_ limits: Limits) throws(APIError) -> Command {
        if let command { return command }
        let form = try commandDraft.checked(limits, defaultEncoding: .plainText, needsName: false)
        return form.command(id: "c-preview", created: Timestamp(milliseconds: 0), tags: [], resourceGroupID: nil)
    }

    /// The first rule that the form breaks: the service's own rules, asked beforehand.
    func check(_ aim: Aim, _ rules: RuleBook) throws(APIError) {
        let limits = rules.limits
        let draft = request(to: aim).draft
        let command = try runnable(limits)
        let tagLimit = self.command == nil ? limits.resourceTagsPerRun : limits.resourceTagsPerInvoke
        _ = try draft.checked(limits, resourceTagLimit: tagLimit)
        if let frequency = draft.frequency {
            _ = try Frequency.checked(
                frequency, timeoutSeconds: timeoutSeconds ?? command.timeoutSeconds, now: rules.now,
                zones: rules.zones.rules)
        }
        let values = try ParameterValues(draft.parameters, for: command, limits)
        try Script.check(command, values, limits)
        for name in parameterNames {
            guard let definition = definition(name) else { continue }
            if let problem = command.kind(of: definition).problem(in: text(.parameter(name)), of: name) {
                throw problem
            }
        }
        if let target = aim.targets.first(where: { !type.fits($0.instance.osType) }), !aim.isByTags {
            throw APIError(
                .invalidInstanceNotMatch, [.parameter: "InstanceId", .instance: target.instance.id.text])
        }
    }

    /// Notes what is wrong now.
    mutating func recheck(_ aim: Aim, _ rules: RuleBook) {
        lookForDangers()
        do throws(APIError) {
            try check(aim, rules)
            problem = nil
        } catch {
            problem = error
        }
    }

    /// The script as it will run, with what was put in.
    var script: RenderedScript {
        let content = command?.content ?? text(.content)
        guard command?.enablesParameters ?? hasPlaces else { return RenderedScript(plain: content) }
        return RenderedScript(content) { name in
            (text(.parameter(name)), isSecret(name))
        }
    }

    /// True for a parameter whose value nobody should read over somebody's shoulder.
    func isSecret(_ name: String) -> Bool {
        guard let command, let definition = definition(name) else { return ParameterKind.isSecret(name: name) }
        return command.kind(of: definition).isSecret
    }
}

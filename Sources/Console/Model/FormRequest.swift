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

extension Form {
    private var draft: InvocationDraft {
        var draft = InvocationDraft(regionID: region, instanceIDs: targets.map(\.instance.id))
        let names = parameterNames
        if !names.isEmpty {
            draft.parameters = .entries(
                names.map { ParameterEntry(name: $0, value: values[$0.lowercased()]?.text ?? "") })
        }
        draft.username = username.text.isEmpty ? nil : username.text
        draft.workingDirectory = workingDirectory.text.isEmpty ? nil : workingDirectory.text
        draft.terminationMode = terminationMode.rawValue
        draft.clientToken = token
        return draft
    }

    /// The seconds as typed; nothing typed means the command's own, or the service's.
    private var timeoutSeconds: Int? { timeout.letters.isEmpty ? nil : Int(timeout.text) ?? 0 }

    /// True when the typed script has places that the service fills in.
    private var hasPlaces: Bool {
        Template(content.text).parts.contains { part in
            switch part {
            case .parameter, .builtIn, .stored: true
            case .text, .malformed: false
            }
        }
    }

    private var commandDraft: CommandDraft {
        CommandDraft(
            type: CommandType.shell.rawValue, content: content.text, timeoutSeconds: timeoutSeconds,
            enablesParameters: hasPlaces)
    }

    /// The call that this form stands for.
    public var request: FormRequest {
        var draft = draft
        guard let command else { return .run(RunCommandRequest(command: commandDraft, run: draft)) }
        draft.timeoutSeconds = timeoutSeconds
        return .invoke(InvokeCommandRequest(commandID: command.id, run: draft))
    }

    /// The script as it will run, or the first rule that the form breaks: the service's own rules, asked beforehand.
    func script(_ limits: Limits) throws(APIError) -> String {
        let request = request
        let command: Command
        if let known = self.command {
            command = known
        } else {
            let form = try commandDraft.checked(limits, defaultEncoding: .plainText, needsName: false)
            command = form.command(
                id: "c-preview", created: Timestamp(milliseconds: 0), tags: [], resourceGroupID: nil)
        }
        _ = try request.draft.checked(limits, resourceTagLimit: limits.resourceTagsPerInvoke)
        let values = try ParameterValues(request.draft.parameters, for: command, limits)
        try Script.check(command, values, limits)
        return Script.text(of: command, values, in: nil)
    }
}

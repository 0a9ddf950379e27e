/// A command whose every value is well formed and that has no id yet.
public struct CommandForm: Hashable, Sendable {
    /// `Name`, empty when none was given.
    public let name: String
    /// `Description`.
    public let description: String
    /// `Type`.
    public let type: CommandType
    /// The script, decoded.
    public let content: String
    /// `WorkingDir`, nil for the run-as user's home.
    public let workingDirectory: String?
    /// `Timeout` in seconds.
    public let timeoutSeconds: Int
    /// `Launcher`, nil for the type's own.
    public let launcher: String?
    /// `EnableParameter`.
    public let enablesParameters: Bool

    /// The command under an id.
    public func command(id: CommandID, created: Timestamp, tags: [Tag], resourceGroupID: ResourceGroupID?) -> Command {
        Command(
            id: id, name: name, description: description, type: type, content: content,
            workingDirectory: workingDirectory, timeoutSeconds: timeoutSeconds, launcher: launcher,
            enablesParameters: enablesParameters,
            parameters: enablesParameters ? ParameterDefinition.named(in: content) : [], created: created, tags: tags,
            resourceGroupID: resourceGroupID)
    }
}

extension CommandDraft {
    /// The command with its values read, or the first rule that it breaks, in this order: required values, Type, Name,
    /// Description, WorkingDir, Timeout, Launcher, CommandContent, the parameters that it names.
    public func checked(_ limits: Limits, defaultEncoding: ContentEncoding, needsName: Bool) throws(APIError)
        -> CommandForm
    {
        guard let word = type, !word.isEmpty else { throw APIError(.missingParameter, [.parameter: "Type"]) }
        guard let content, !content.isEmpty else {
            throw APIError(.missingParameter, [.parameter: "CommandContent"])
        }
        if needsName, (name ?? "").isEmpty { throw APIError(.missingParameter, [.parameter: "Name"]) }
        guard let type = CommandType(rawValue: word) else {
            throw APIError(.invalidCmdTypeNotFound, [.parameter: "Type", .value: word])
        }
        try CommandRules.name(name)
        try CommandRules.description(description)
        try FieldRules.workingDirectory(workingDirectory)
        try FieldRules.timeout(timeoutSeconds, limits)
        try FieldRules.launcher(launcher)
        let script = try CommandRules.script(
            content, ContentEncoding(word: contentEncoding, fallback: defaultEncoding), limits)
        if enablesParameters { try CommandRules.parameterNames(Template(script), limits) }
        return CommandForm(
            name: name ?? "", description: description ?? "", type: type, content: script,
            workingDirectory: workingDirectory.flatMap { $0.isEmpty ? nil : $0 },
            timeoutSeconds: timeoutSeconds ?? limits.defaultTimeout,
            launcher: launcher.flatMap { $0.isEmpty ? nil : $0 }, enablesParameters: enablesParameters)
    }
}

extension CreateCommandRequest {
    /// The command and its tags with their values read, or the first rule that the call breaks, in this order: the
    /// command's values, ClientToken, Tag.
    public func checked(_ limits: Limits) throws(APIError) -> (form: CommandForm, tags: [Tag]) {
        let form = try command.checked(limits, defaultEncoding: .base64, needsName: true)
        try FieldRules.clientToken(clientToken)
        return (form, try limits.checked(tags))
    }
}

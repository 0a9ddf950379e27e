/// What a ModifyCommand changes, each value well formed.
public struct CommandEdit: Hashable, Sendable {
    private let request: ModifyCommandRequest
    private let script: String?

    /// The values read, or the first rule that they break, in this order: CommandId is given, Name, Description,
    /// WorkingDir, Timeout, Launcher, CommandContent.
    public init(_ request: ModifyCommandRequest, _ limits: Limits) throws(APIError) {
        guard let id = request.commandID, !id.text.isEmpty else {
            throw APIError(.missingParameter, [.parameter: "CommandId"])
        }
        if request.name?.isEmpty == true { throw APIError(.missingParameter, [.parameter: "Name"]) }
        if request.content?.isEmpty == true { throw APIError(.missingParameter, [.parameter: "CommandContent"]) }
        try CommandRules.name(request.name)
        try CommandRules.description(request.description)
        try FieldRules.workingDirectory(request.workingDirectory)
        try FieldRules.timeout(request.timeoutSeconds, limits)
        try FieldRules.launcher(request.launcher)
        var script: String?
        if let content = request.content {
            let encoding = ContentEncoding(word: request.contentEncoding, fallback: .base64)
            script = try CommandRules.script(content, encoding, limits)
        }
        self.request = request
        self.script = script
    }

    /// Refuses what only the command can tell: names of parameters in the new script, when the command has any.
    public func check(against command: Command, _ limits: Limits) throws(APIError) {
        guard let script, command.enablesParameters else { return }
        try CommandRules.parameterNames(Template(script), limits)
    }

    /// The command with the changes. A new script brings its own parameters.
    public func applied(to command: Command) -> Command {
        var next = command
        next.name = request.name ?? command.name
        next.description = request.description ?? command.description
        next.timeoutSeconds = request.timeoutSeconds ?? command.timeoutSeconds
        if let directory = request.workingDirectory { next.workingDirectory = directory.isEmpty ? nil : directory }
        if let launcher = request.launcher { next.launcher = launcher.isEmpty ? nil : launcher }
        if let script {
            next.content = script
            next.parameters = command.enablesParameters ? ParameterDefinition.named(in: script) : []
        }
        return next
    }
}

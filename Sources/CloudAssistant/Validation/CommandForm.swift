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
        let names = enablesParameters ? Template(content).parameterNames : []
        return Command(
            id: id, name: name, description: description, type: type, content: content,
            workingDirectory: workingDirectory, timeoutSeconds: timeoutSeconds, launcher: launcher,
            enablesParameters: enablesParameters, parameters: names.map { ParameterDefinition(name: $0) },
            created: created, tags: tags, resourceGroupID: resourceGroupID)
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
        try checkText("Name", name, 128, .cmdNameExceedLimit, .invalidParameterCharacterCommandName)
        try checkText(
            "Description", description, 512, .cmdDescExceedLimit, .invalidParameterCharacterCommandDescription)
        try FieldRules.workingDirectory(workingDirectory)
        try FieldRules.timeout(timeoutSeconds, limits)
        try FieldRules.launcher(launcher)
        let script = try decoded(content, defaultEncoding, limits)
        if enablesParameters { try Self.checkNames(Template(script), limits) }
        return CommandForm(
            name: name ?? "", description: description ?? "", type: type, content: script,
            workingDirectory: workingDirectory.flatMap { $0.isEmpty ? nil : $0 },
            timeoutSeconds: timeoutSeconds ?? limits.defaultTimeout,
            launcher: launcher.flatMap { $0.isEmpty ? nil : $0 }, enablesParameters: enablesParameters)
    }

    private func checkText(
        _ parameter: String, _ text: String?, _ limit: Int, _ tooLong: APIErrorCode, _ illegal: APIErrorCode
    ) throws(APIError) {
        guard let text else { return }
        let length = text.unicodeScalars.count
        if length > limit {
            throw APIError(tooLong, [.parameter: parameter, .limit: "\(limit)", .actual: "\(length)"])
        }
        if text.unicodeScalars.contains(where: FieldRules.isControl) {
            throw APIError(illegal, [.parameter: parameter, .value: text])
        }
    }

    private func decoded(_ content: String, _ fallback: ContentEncoding, _ limits: Limits) throws(APIError) -> String {
        let facts: [Fact: String] = [.parameter: "CommandContent"]
        let script: String
        switch ContentEncoding(word: contentEncoding, fallback: fallback) {
        case .plainText: script = content
        case .base64:
            guard let bytes = Base64.decode(content), let text = String(validating: bytes, as: UTF8.self) else {
                throw APIError(.cmdContentDecodeError, facts)
            }
            script = text
        }
        let length = Base64.encodedLength(script.utf8.count)
        guard length <= limits.contentBytes else {
            throw APIError(
                .cmdContentExceedLimit,
                facts.merging([.limit: "\(limits.contentBytes)", .actual: "\(length)"]) { first, _ in first })
        }
        return script
    }

    private static func checkNames(_ template: Template, _ limits: Limits) throws(APIError) {
        for part in template.parts {
            guard case .malformed(let name) = part else { continue }
            throw name.isEmpty
                ? APIError(.cmdParamEmptyKey, [.parameter: "CommandContent"])
                : APIError(.cmdParamInvalidParamName, [.parameter: "CommandContent", .name: name])
        }
        let names = template.parameterNames
        guard names.count <= limits.parametersPerCommand else {
            throw APIError(
                .cmdParamCountExceedLimit,
                [
                    .parameter: "CommandContent", .limit: "\(limits.parametersPerCommand)",
                    .actual: "\(names.count)",
                ])
        }
        for name in names where name.utf8.count > ParameterName.lengthLimit {
            throw APIError(
                .cmdParamNameExceedLimit,
                [.parameter: "CommandContent", .name: name, .limit: "\(ParameterName.lengthLimit)"])
        }
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

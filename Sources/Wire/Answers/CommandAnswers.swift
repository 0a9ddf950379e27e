public import CloudAssistant

extension CreateCommandResponse {
    /// The answer's body.
    public var json: JSON { ["RequestId": .string(requestID), "CommandId": .string(commandID.text)] }
}

extension ModifyCommandResponse {
    /// The answer's body.
    public var json: JSON { ["RequestId": .string(requestID)] }
}

extension DeleteCommandResponse {
    /// The answer's body.
    public var json: JSON { ["RequestId": .string(requestID)] }
}

extension DescribeCommandsResponse {
    /// The answer's body, with the contents in `encoding`.
    public func json(_ encoding: ContentEncoding) -> JSON {
        .object(
            [JSON.Member("RequestId", .string(requestID))] + page.members + [
                JSON.Member("Commands", ["Command": .array(page.entries.map { $0.json(encoding) })])
            ])
    }
}

extension Command {
    fileprivate func json(_ encoding: ContentEncoding) -> JSON {
        let names = enablesParameters ? parameters.map { JSON.string($0.name) } : []
        var members: [JSON.Member] = [
            .init("CommandId", .string(id.text)), .init("Name", .string(name)),
            .init("Description", .string(description)), .init("Type", .string(type.rawValue)),
            .init("CommandContent", encoding.member(Array(content.utf8))),
            .init("WorkingDir", .string(workingDirectory ?? "")), .init("Timeout", .integer(timeoutSeconds)),
            .init("Launcher", .string(launcher ?? "")), .init("EnableParameter", .bool(enablesParameters)),
            .init("ParameterNames", ["ParameterName": .array(names)]),
            .init("ParameterDefinitions", ["ParameterDefinition": .array(parameters.map(\.json))]),
            .init("InvokeTimes", .integer(invokeTimes)), .init("CreationTime", .string(created.wireMinuteText)),
            .init("ResourceGroupId", .string(resourceGroupID?.text ?? "")), .init("Tags", tags.member),
            .init("Provider", .string(provider ?? "")), .init("Category", .string(category)),
        ]
        if let version {
            members += [.init("Version", .integer(version)), .init("Latest", true)]
        }
        return .object(members)
    }
}

extension ParameterDefinition {
    fileprivate var json: JSON {
        [
            "ParameterName": .string(name), "Description": .string(description), "Required": .bool(isRequired),
            "DefaultValue": .string(defaultValue), "PatternRegex": .string(patternRegex),
            "PossibleValues": ["PossibleValue": .array(possibleValues.map(JSON.string))],
        ]
    }
}

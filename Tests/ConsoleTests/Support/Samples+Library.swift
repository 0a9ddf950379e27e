import CloudAssistant

extension Samples {
    /// A command with a secret and a choice.
    static let deploy = Command(
        id: "c-deploy", name: "deploy", type: .shell,
        content: "deploy --to '{{stage}}' --token '{{api_token}}' --rev '{{rev}}'\n", enablesParameters: true,
        parameters: [
            ParameterDefinition(
                name: "stage", isRequired: true, defaultValue: "test", possibleValues: ["test", "live", "spare"]),
            ParameterDefinition(name: "api_token"), ParameterDefinition(name: "rev"),
        ], created: start)

    /// A command of somebody else, which cannot be changed.
    static let starter = Command(
        id: "ACS-hello", name: "hello", description: "Says hello", type: .shell, content: "#!/bin/sh\necho hello\n",
        provider: "Flagdeck", created: start)
}

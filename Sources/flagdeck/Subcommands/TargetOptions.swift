import ArgumentParser
import CloudAssistant

/// Where and how to run: what `run` and `invoke` have in common.
struct TargetOptions: ParsableArguments {
    @Option(name: .customLong("instance-id"), help: "An instance; may be repeated.")
    var instanceIds: [String] = []

    @Option(
        name: .customLong("resource-tag"),
        help: ArgumentHelp(
            "Every instance with all these tags; may be repeated; excludes --instance-id.", valueName: "key=value"))
    var resourceTags: [Pair] = []

    @Option(help: "Once or DryRun (looks and runs nothing).")
    var repeatMode: String?

    @Option(help: "When timed invocations run.")
    var frequency: String?

    @Option(
        name: .customLong("parameter"),
        help: ArgumentHelp("Value for {{name}} in the command; may be repeated.", valueName: "name=value"))
    var parameterPairs: [Pair] = []

    @Option(help: ArgumentHelp("All parameters as a JSON object.", valueName: "json"))
    var parameters: String?

    @Option(help: "User to run as; without it the user of the service.")
    var username: String?

    @Option(help: "Name of the stored password, for Windows.")
    var windowsPasswordName: String?

    @Option(help: "Container to run in, by id.")
    var containerId: String?

    @Option(help: "Container to run in, by name.")
    var containerName: String?

    @Option(help: "Seconds after which a run is ended, 10 to 86400.")
    var timeout: Int?

    @Option(help: "Directory to run in; without it the user's home.")
    var workingDir: String?

    @Option(help: "Command line that starts the script, for example 'python3 -u {{ACS::ScriptFileName|Ext(\".py\")}}'.")
    var launcher: String?

    @Option(help: "What a stop or timeout ends: Process or ProcessTree.")
    var terminationMode: String?

    @Option(help: "Where the output is delivered to, oss://bucket/prefix.")
    var ossOutputDelivery: String?

    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp("Tag of the invocation; may be repeated.", valueName: "key=value"))
    var tags: [Pair] = []

    @Option(help: "Resource group of the invocation.")
    var resourceGroupId: String?

    @Option(help: "Makes the call repeatable: the same token never runs anything twice.")
    var clientToken: String?

    @Flag(help: "Wait for the end and print the results.")
    var wait = false

    func validate() throws {
        guard parameters == nil || parameterPairs.isEmpty else {
            throw ValidationError("Give either --parameters or --parameter.")
        }
    }

    /// `timeout` is left out where it belongs to the command.
    func draft(in region: RegionID, withTimeout: Bool = true) -> InvocationDraft {
        var draft = InvocationDraft(
            regionID: region, instanceIDs: instanceIds.map { InstanceID($0) },
            resourceTags: resourceTags.map(\.tag))
        draft.repeatMode = repeatMode
        draft.frequency = frequency
        if let parameters {
            draft.parameters = .json(parameters)
        } else if !parameterPairs.isEmpty {
            draft.parameters = .entries(parameterPairs.map { ParameterEntry(name: $0.key, value: $0.value ?? "") })
        }
        draft.username = username
        draft.windowsPasswordName = windowsPasswordName
        draft.containerID = containerId
        draft.containerName = containerName
        draft.timeoutSeconds = withTimeout ? timeout : nil
        draft.workingDirectory = workingDir
        draft.launcher = launcher
        draft.terminationMode = terminationMode
        draft.ossOutputDelivery = ossOutputDelivery
        draft.tags = tags.map(\.tag)
        draft.resourceGroupID = resourceGroupId.map { ResourceGroupID($0) }
        draft.clientToken = clientToken
        return draft
    }
}

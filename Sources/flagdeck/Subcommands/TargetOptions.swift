import ArgumentParser
import CloudAssistant

/// Where to run: what `run` and `invoke` have in common.
struct TargetOptions: ParsableArguments {
    @Option(name: .customLong("instance-id"), help: ArgumentHelp("An instance; may be repeated.", valueName: "id"))
    var instanceIds: [String] = []

    @Option(
        name: .customLong("resource-tag"),
        help: ArgumentHelp(
            "Every instance with all these tags; may be repeated; excludes --instance-id.", valueName: "key=value"))
    var resourceTags: [Pair] = []
}

/// How to run: what `run` and `invoke` have in common.
struct RunOptions: ParsableArguments {
    @Option(
        name: .customLong("parameter"),
        help: ArgumentHelp("Value for {{name}} in the command; may be repeated.", valueName: "name=value"))
    var assignments: [Assignment] = []

    @Option(help: ArgumentHelp("All parameters as a JSON object.", valueName: "json"))
    var parameters: String?

    @Option(help: ArgumentHelp("Seconds after which a run is ended, 10 to 86400.", valueName: "seconds"))
    var timeout: Int?

    @Option(help: ArgumentHelp("What a stop or timeout ends: Process or ProcessTree.", valueName: "mode"))
    var terminationMode: String?

    @Option(help: ArgumentHelp("Directory to run in; without it the user's home.", valueName: "path"))
    var workingDir: String?

    @Option(help: ArgumentHelp("User to run as; without it the user of the service.", valueName: "name"))
    var username: String?

    @Option(
        help: ArgumentHelp(
            "Command line that starts the script, such as 'python3 -u {{ACS::ScriptFileName|Ext(\".py\")}}'.",
            valueName: "line"))
    var launcher: String?

    @Option(
        help: ArgumentHelp(
            "Container to run in, by its 64 digits, with docker://, containerd:// or cri-o:// before them or not.",
            valueName: "id"))
    var containerId: String?

    @Option(help: ArgumentHelp("Container to run in, by name.", valueName: "name"))
    var containerName: String?

    @Option(
        help: ArgumentHelp(
            "Once, Period (with --frequency), NextRebootOnly, EveryReboot, or DryRun, which checks everything and runs "
                + "nothing.", valueName: "mode"))
    var repeatMode: String?

    @Option(
        help: ArgumentHelp(
            "When it runs again: rate(5m), at(2030-01-31 08:00:00) or a cron expression; see 'flagdeck frequency'.",
            valueName: "expression"))
    var frequency: String?

    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp("Tag of the invocation; may be repeated.", valueName: "key=value"))
    var tags: [Pair] = []

    @Option(help: ArgumentHelp("Resource group of the invocation.", valueName: "id"))
    var resourceGroupId: String?

    @Option(
        help: ArgumentHelp("Makes the call repeatable: the same token never runs anything twice.", valueName: "token"))
    var clientToken: String?

    var hasParameters: Bool { !assignments.isEmpty || parameters != nil }

    /// The parameters as they were given.
    var input: ParametersInput {
        if let parameters { return .json(parameters) }
        return assignments.isEmpty
            ? .none : .entries(assignments.map { ParameterEntry(name: $0.name, value: $0.value) })
    }

    func validate() throws {
        guard parameters == nil || assignments.isEmpty else {
            throw ValidationError("Give either --parameters or --parameter.")
        }
    }

    /// `timeout` is left out where it belongs to the command.
    func fill(_ draft: inout InvocationDraft, withTimeout: Bool) {
        draft.parameters = input
        draft.timeoutSeconds = withTimeout ? timeout : nil
        draft.terminationMode = terminationMode
        draft.workingDirectory = workingDir
        draft.username = username
        draft.launcher = launcher
        draft.containerID = containerId
        draft.containerName = containerName
        draft.repeatMode = repeatMode
        draft.frequency = frequency
        draft.tags = tags.map(\.filter)
        draft.resourceGroupID = resourceGroupId.map { ResourceGroupID($0) }
        draft.clientToken = clientToken
    }
}

/// What the API has and the region `local` has not: passed on, and refused there with the reason.
struct ElsewhereOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Name of the stored password of a Windows user.", valueName: "name"))
    var windowsPasswordName: String?

    @Option(help: ArgumentHelp("Where the output is delivered to.", valueName: "oss://bucket/prefix"))
    var ossOutputDelivery: String?

    func fill(_ draft: inout InvocationDraft) {
        draft.windowsPasswordName = windowsPasswordName
        draft.ossOutputDelivery = ossOutputDelivery
    }
}

/// The options of a run together, and what is done after it was accepted.
struct InvocationOptions: ParsableArguments {
    @OptionGroup(title: "Where to run") var target: TargetOptions
    @OptionGroup(title: "How to run") var run: RunOptions
    @OptionGroup(title: "Not offered in region local") var elsewhere: ElsewhereOptions

    @Flag(help: "Wait for the end and print the results.")
    var wait = false

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var place: PlaceOptions

    /// `timeout` is left out where it belongs to the command.
    func draft(withTimeout: Bool = true) -> InvocationDraft {
        var draft = InvocationDraft(
            regionID: place.region, instanceIDs: target.instanceIds.map { InstanceID($0) },
            resourceTags: target.resourceTags.map(\.filter))
        run.fill(&draft, withTimeout: withTimeout)
        elsewhere.fill(&draft)
        return draft
    }

    /// Shows what became of an accepted call.
    func show(_ id: InvokeID, _ accepted: JSON, _ asking: Asking) async throws {
        let outcome = Outcome(id: id, accepted: accepted, asking: asking, format: answer.output)
        if wait { try await outcome.waitAndShow() } else { await outcome.announce() }
    }
}

import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck invocations`: DescribeInvocations.
struct InvocationsSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invocations", abstract: "List what was run, newest first (DescribeInvocations).",
        discussion: """
            EXAMPLES:
              flagdeck invocations
              flagdeck invocations --invoke-id ID --include-output --output json
              flagdeck invocations --invoke-status Failed --max-results 50
              flagdeck invocations --tag release=42 --timed false
            """)

    @Option(help: ArgumentHelp("Only this invocation.", valueName: "id"))
    var invokeId: String?

    @Option(help: ArgumentHelp("Only those on this instance.", valueName: "id"))
    var instanceId: String?

    @Option(help: ArgumentHelp("Only runs of this command.", valueName: "id"))
    var commandId: String?

    @Option(help: ArgumentHelp("Only runs of commands of this name.", valueName: "name"))
    var commandName: String?

    @Option(help: ArgumentHelp("Only runs of commands of this type.", valueName: "type"))
    var commandType: String?

    @Option(
        help: ArgumentHelp(
            "Only those in this status: Running, Finished, Success, Failed, PartialFailed, Stopped, Stopping, Pending, "
                + "Scheduled.", valueName: "status"))
    var invokeStatus: String?

    @Option(
        help: ArgumentHelp("Only this mode: Once, Period, NextRebootOnly, EveryReboot, DryRun.", valueName: "mode"))
    var repeatMode: String?

    @Option(
        help: ArgumentHelp("true: only what will still run by itself; false: only the rest.", valueName: "boolean"))
    var timed: Bool?

    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp("Only those with this tag; a key alone for any value.", valueName: "key=value"))
    var tags: [Pair] = []

    @Option(help: ArgumentHelp("Only those of this resource group.", valueName: "id"))
    var resourceGroupId: String?

    @Flag(help: "With each instance's output (json only); needs --invoke-id or --instance-id.")
    var includeOutput = false

    @OptionGroup var encoding: EncodingOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var pages: PagingOptions
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.withService { asking in
            let request = DescribeInvocationsRequest(
                regionID: place.region, invokeID: invokeId.map { InvokeID($0) },
                instanceID: instanceId.map { InstanceID($0) }, commandID: commandId.map { CommandID($0) },
                commandName: commandName, commandType: commandType, invokeStatus: invokeStatus, repeatMode: repeatMode,
                isTimed: timed, includesOutput: includeOutput, tags: tags.map(\.filter),
                resourceGroupID: resourceGroupId.map { ResourceGroupID($0) }, paging: pages.paging)
            let response = try await asking.service.describeInvocations(request, asking.context())
            guard answer.output != .json else {
                return Out.json(response.json(encoding.encoding, includesOutput: includeOutput))
            }
            Out.rows(
                ["INVOKE ID", "CREATED", "MODE", "STATUS", "ENDED", "BY", "NAME", "COMMAND"],
                response.page.entries.map(Self.row), as: answer.output)
            Out.more(response.page.nextToken)
        }
    }

    private static func row(_ invocation: Invocation) -> [String] {
        [
            invocation.id.text, invocation.created.wireText, invocation.repeatMode.rawValue,
            invocation.state.rawValue,
            "\(invocation.results.count(where: \.state.isFinal))/\(invocation.results.count)",
            invocation.caller.name, invocation.command.name,
            String(invocation.command.content.prefix { !$0.isNewline }.prefix(60)),
        ]
    }
}

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
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var pages: PagingOptions
    @OptionGroup var answer: AnswerOptions

    @Option(help: "Only this invocation.")
    var invokeId: String?

    @Option(help: "Only those on this instance.")
    var instanceId: String?

    @Option(help: "Only runs of this command.")
    var commandId: String?

    @Option(help: "Only runs of commands of this name.")
    var commandName: String?

    @Option(help: "Only those in this status.")
    var invokeStatus: String?

    @Option(name: .customLong("tag"), help: ArgumentHelp("Only those with this tag.", valueName: "key=value"))
    var tags: [Pair] = []

    @Flag(help: "With each instance's output (json only).")
    var includeOutput = false

    func run() async throws {
        try await place.withService { service in
            let request = DescribeInvocationsRequest(
                regionID: place.region, invokeID: invokeId.map { InvokeID($0) },
                instanceID: instanceId.map { InstanceID($0) }, commandID: commandId.map { CommandID($0) },
                commandName: commandName, invokeStatus: invokeStatus, includesOutput: includeOutput,
                tags: tags.map { Tag($0.key, $0.value ?? "") }, paging: pages.paging)
            let response = try await service.describeInvocations(request, place.context())
            guard answer.output != .json else {
                return Out.json(response.json(.plainText, includesOutput: includeOutput))
            }
            let rows = response.page.entries.map { invocation in
                [
                    invocation.id.text, invocation.created.wireText, invocation.state.rawValue,
                    "\(invocation.results.count(where: \.state.isFinal))/\(invocation.results.count)",
                    invocation.caller.name, invocation.command.name,
                    String(invocation.command.content.prefix { $0 != "\n" }.prefix(60)),
                ]
            }
            Out.rows(["INVOKE ID", "CREATED", "STATUS", "ENDED", "BY", "NAME", "COMMAND"], rows, as: answer.output)
            Out.more(response.page.nextToken)
        }
    }
}

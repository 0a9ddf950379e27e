import ArgumentParser
import CloudAssistant

/// `flagdeck results`: DescribeInvocationResults.
struct ResultsSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "Show outputs, exit codes and errors (DescribeInvocationResults).",
        discussion: """
            With --invoke-id and no paging all results of the invocation are shown, however many they are.

            EXAMPLES:
              flagdeck results --invoke-id ID
              flagdeck results --invoke-id ID --output text
              flagdeck results --invoke-id ID --include-history
              flagdeck results --instance-id ID --invoke-record-status Failed \\
                  --output json --content-encoding Base64
            """)

    @Option(help: ArgumentHelp("Only this invocation.", valueName: "id"))
    var invokeId: String?

    @Option(help: ArgumentHelp("Only those on this instance.", valueName: "id"))
    var instanceId: String?

    @Option(help: ArgumentHelp("Only runs of this command.", valueName: "id"))
    var commandId: String?

    @Option(
        help: ArgumentHelp(
            "Only those in this status: Running, Finished, Success, Failed, Stopped, Stopping.", valueName: "status"))
    var invokeRecordStatus: String?

    @Flag(help: "Every run of a timed invocation, not only the latest of each instance; needs --invoke-id.")
    var includeHistory = false
    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp(
            "Only those of invocations with this tag; a key alone for any value.", valueName: "key=value"))
    var tags: [Pair] = []

    @Option(help: ArgumentHelp("Only those of this resource group.", valueName: "id"))
    var resourceGroupId: String?

    @OptionGroup var encoding: EncodingOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var pages: PagingOptions
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.withService { asking in
            let request = DescribeInvocationResultsRequest(
                regionID: place.region, invokeID: invokeId.map { InvokeID($0) },
                instanceID: instanceId.map { InstanceID($0) }, commandID: commandId.map { CommandID($0) },
                invokeRecordStatus: invokeRecordStatus, includesHistory: includeHistory, tags: tags.map(\.filter),
                resourceGroupID: resourceGroupId.map { ResourceGroupID($0) }, paging: pages.paging)
            let pages = ResultPages(asking: asking, format: answer.output, encoding: encoding.encoding)
            try await pages.show(request)
        }
    }
}

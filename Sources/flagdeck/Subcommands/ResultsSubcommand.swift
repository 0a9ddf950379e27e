import ArgumentParser
import CloudAssistant

/// `flagdeck results`: DescribeInvocationResults.
struct ResultsSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "Show outputs, exit codes and errors (DescribeInvocationResults).",
        discussion: """
            EXAMPLES:
              flagdeck results --invoke-id ID
              flagdeck results --invoke-id ID --output text
              flagdeck results --instance-id ID --invoke-record-status Failed --output json
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

    @Option(help: "Only those in this status: Running, Finished, Failed, PartialFailed, Stopped.")
    var invokeRecordStatus: String?

    func run() async throws {
        try await place.withService { service in
            let request = DescribeInvocationResultsRequest(
                regionID: place.region, invokeID: invokeId.map { InvokeID($0) },
                instanceID: instanceId.map { InstanceID($0) }, commandID: commandId.map { CommandID($0) },
                invokeRecordStatus: invokeRecordStatus, paging: pages.paging)
            try await Outcome.results(request, service, place, answer.output)
        }
    }
}

import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck stop`: StopInvocation.
struct StopSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop what runs and cancel what waits (StopInvocation).",
        discussion: """
            What has ended already stays as it ended. Nothing is printed but with --output json.

            EXAMPLES:
              flagdeck stop --invoke-id ID
              flagdeck stop --invoke-id ID --instance-id I1 --instance-id I2
            """)

    @Option(help: ArgumentHelp("The invocation.", valueName: "id"))
    var invokeId: String?

    @Option(
        name: .customLong("instance-id"), help: ArgumentHelp("Only on this instance; may be repeated.", valueName: "id")
    )
    var instanceIds: [String] = []

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.withService(changing: true) { asking in
            let request = StopInvocationRequest(
                regionID: place.region, invokeID: invokeId.map { InvokeID($0) },
                instanceIDs: instanceIds.map { InstanceID($0) })
            let response = try await asking.service.stopInvocation(request, asking.context())
            if answer.output == .json { Out.json(response.json) }
        }
    }
}

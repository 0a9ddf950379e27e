import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck stop`: StopInvocation.
struct StopSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop what runs and cancel what waits (StopInvocation).",
        discussion: """
            EXAMPLES:
              flagdeck stop --invoke-id ID
              flagdeck stop --invoke-id ID --instance-id I1 --instance-id I2
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var answer: AnswerOptions

    @Option(help: "The invocation.")
    var invokeId: String?

    @Option(name: .customLong("instance-id"), help: "Only on this instance; may be repeated.")
    var instanceIds: [String] = []

    func run() async throws {
        try await place.withService { service in
            let request = StopInvocationRequest(
                regionID: place.region, invokeID: invokeId.map { InvokeID($0) },
                instanceIDs: instanceIds.map { InstanceID($0) })
            let response = try await service.stopInvocation(request, place.context())
            if answer.output == .json { Out.json(response.json) }
        }
    }
}

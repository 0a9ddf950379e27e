import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck invoke`: InvokeCommand.
struct InvokeSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoke", abstract: "Run a kept command on instances (InvokeCommand).",
        discussion: """
            EXAMPLES:
              flagdeck invoke --command-id disk-usage --instance-id ID --parameter path=/var --wait
              flagdeck invoke --command-id c-0123 --resource-tag role=web --client-token deploy-42
              flagdeck invoke --command-id memory --instance-id ID --repeat-mode DryRun
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var target: TargetOptions
    @OptionGroup var answer: AnswerOptions

    @Option(help: "The command: its id, or the name of one of the starter library.")
    var commandId: String?

    func run() async throws {
        try await place.withService { service in
            let request = InvokeCommandRequest(
                commandID: commandId.map { CommandID($0) }, run: target.draft(in: place.region))
            let response = try await service.invokeCommand(request, place.context())
            try await Outcome.show(
                response.invokeID, accepted: response.json, isAwaited: target.wait, service, place, answer.output)
        }
    }
}

import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck invoke`: InvokeCommand.
struct InvokeSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoke", abstract: "Run a kept command on instances (InvokeCommand).",
        discussion: """
            Prints the invoke ID as soon as every script has been started, or with --wait the results when all have \
            ended. Ctrl-C ends the wait, never the scripts.

            EXAMPLES:
              flagdeck invoke --command-id disk-usage --instance-id ID \\
                  --parameter path=/var --wait
              flagdeck invoke --command-id c-0123 --resource-tag role=web \\
                  --client-token deploy-42
              flagdeck invoke --command-id memory --instance-id ID \\
                  --repeat-mode DryRun
            """)

    @OptionGroup(title: "The command") var command: CommandOptions

    @OptionGroup var options: InvocationOptions

    func run() async throws {
        try await options.place.withService(changing: true) { asking in
            let request = InvokeCommandRequest(commandID: command.commandId.map { CommandID($0) }, run: options.draft())
            let response = try await asking.service.invokeCommand(request, asking.context())
            try await options.show(response.invokeID, response.json, asking)
        }
    }
}

/// Which command to run.
struct CommandOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Its id, or the name of one of the starter library.", valueName: "id"))
    var commandId: String?
}

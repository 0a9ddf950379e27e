import ArgumentParser
import CloudAssistant
import Engine
import Wire

extension CommandsSubcommand {
    /// ModifyCommand.
    struct Modify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a kept command (ModifyCommand).",
            discussion: """
                What is not given stays as it is; an empty text takes a description, a directory or a launcher away. \
                Runs that were accepted go on with the command as it was. Nothing is printed but with --output json.

                EXAMPLES:
                  flagdeck commands modify --command-id ID --name greet-all
                  flagdeck commands modify --command-id ID --timeout 300 --working-dir ''
                  flagdeck commands modify --command-id ID --command-file check.sh
                """)

        @Option(help: ArgumentHelp("The command.", valueName: "id"))
        var commandId: String?

        @OptionGroup var content: ContentOptions

        @Option(help: ArgumentHelp("Seconds after which a run is ended, 10 to 86400.", valueName: "seconds"))
        var timeout: Int?

        @Option(help: ArgumentHelp("Directory to run in.", valueName: "path"))
        var workingDir: String?

        @Option(help: ArgumentHelp("Command line that starts the script.", valueName: "line"))
        var launcher: String?

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await place.withService(changing: true) { asking in
                let response = try await asking.service.modifyCommand(request(), asking.context())
                if answer.output == .json { Out.json(response.json) }
            }
        }

        private func request() throws(StartError) -> ModifyCommandRequest {
            let (script, encoding) = try content.script()
            return ModifyCommandRequest(
                regionID: place.region, commandID: commandId.map { CommandID($0) }, name: content.name,
                description: content.description, content: script, contentEncoding: encoding,
                workingDirectory: workingDir, timeoutSeconds: timeout, launcher: launcher)
        }
    }

    /// DeleteCommand.
    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete a kept command (DeleteCommand).",
            discussion: """
                A command that runs is not deleted. What was run stays in the list of invocations. Nothing is printed \
                but with --output json.

                EXAMPLES:
                  flagdeck commands delete --command-id ID
                  flagdeck commands delete --command-id ID --reason T-42 --output json
                """)

        @Option(help: ArgumentHelp("The command.", valueName: "id"))
        var commandId: String?

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await place.withService(changing: true) { asking in
                let request = DeleteCommandRequest(
                    regionID: place.region, commandID: commandId.map { CommandID($0) })
                let response = try await asking.service.deleteCommand(request, asking.context())
                if answer.output == .json { Out.json(response.json) }
            }
        }
    }
}

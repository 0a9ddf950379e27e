import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck commands`: DescribeCommands, and CreateCommand below it.
struct CommandsSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commands", abstract: "List and make commands.",
        discussion: """
            EXAMPLES:
              flagdeck commands
              flagdeck commands --provider Flagdeck.Starter
              flagdeck commands create --name greet --command-content 'echo hello {{who}}' --enable-parameter
            """,
        subcommands: [List.self, Create.self], defaultSubcommand: List.self)

    /// DescribeCommands.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List commands, newest first (DescribeCommands).")

        @OptionGroup var place: PlaceOptions
        @OptionGroup var pages: PagingOptions
        @OptionGroup var answer: AnswerOptions

        @Option(help: "Only this command.")
        var commandId: String?

        @Option(help: "Only this name; * stands for any characters.")
        var name: String?

        @Option(help: "Only this type.")
        var type: String?

        @Option(help: "Commands of a provider, such as \(StarterLibrary.provider); without it your own.")
        var provider: String?

        @Option(name: .customLong("tag"), help: ArgumentHelp("Only those with this tag.", valueName: "key=value"))
        var tags: [Pair] = []

        func run() async throws {
            try await place.withService { service in
                let request = DescribeCommandsRequest(
                    regionID: place.region, commandID: commandId.map { CommandID($0) }, name: name, type: type,
                    provider: provider, tags: tags.map { Tag($0.key, $0.value ?? "") }, paging: pages.paging)
                let response = try await service.describeCommands(request, place.context())
                guard answer.output != .json else { return Out.json(response.json(.plainText)) }
                let rows = response.page.entries.map { command in
                    [
                        command.id.text, command.name, command.type.rawValue,
                        command.parameters.map(\.name).joined(separator: ","), command.description,
                    ]
                }
                Out.rows(["COMMAND ID", "NAME", "TYPE", "PARAMETERS", "DESCRIPTION"], rows, as: answer.output)
                Out.more(response.page.nextToken)
            }
        }
    }

    /// CreateCommand.
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a command and keep it (CreateCommand).")

        @OptionGroup var place: PlaceOptions
        @OptionGroup var answer: AnswerOptions

        @Option(help: "Its name, at most 128 characters.")
        var name: String?

        @Option(help: "RunShellScript, RunBatScript or RunPowerShellScript.")
        var type = CommandType.shell.rawValue

        @Option(help: "The script.")
        var commandContent: String?

        @Option(help: ArgumentHelp("The script from a file; - for standard input.", valueName: "path"))
        var commandFile: String?

        @Option(help: "How --command-content is written: PlainText or Base64.")
        var contentEncoding = ContentEncoding.plainText.rawValue

        @Option(help: "What it is for, at most 512 characters.")
        var description: String?

        @Option(help: "Directory to run in; without it the user's home.")
        var workingDir: String?

        @Option(help: "Seconds after which a run is ended, 10 to 86400.")
        var timeout: Int?

        @Flag(help: "Replace {{name}} in the script by parameters.")
        var enableParameter = false

        @Option(help: "Command line that starts the script.")
        var launcher: String?

        @Option(name: .customLong("tag"), help: ArgumentHelp("Tag; may be repeated.", valueName: "key=value"))
        var tags: [Pair] = []

        @Option(help: "Resource group of the command.")
        var resourceGroupId: String?

        @Option(help: "Makes the call repeatable: the same token makes no second command.")
        var clientToken: String?

        func run() async throws {
            try await place.withService { service in
                let content = try commandFile.map { try ScriptFile.contents($0) } ?? commandContent
                let draft = CommandDraft(
                    name: name, type: type, content: content,
                    contentEncoding: commandFile == nil ? contentEncoding : ContentEncoding.plainText.rawValue,
                    description: description, workingDirectory: workingDir, timeoutSeconds: timeout,
                    enablesParameters: enableParameter, launcher: launcher)
                let request = CreateCommandRequest(
                    regionID: place.region, command: draft, tags: tags.map(\.tag),
                    resourceGroupID: resourceGroupId.map { ResourceGroupID($0) }, clientToken: clientToken)
                let response = try await service.createCommand(request, place.context())
                if answer.output == .json { Out.json(response.json) } else { Out.line(response.commandID.text) }
            }
        }
    }
}

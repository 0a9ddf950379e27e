import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck commands`: DescribeCommands, and below it CreateCommand, ModifyCommand and DeleteCommand.
struct CommandsSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commands", abstract: "List, make, change and delete commands.",
        discussion: """
            EXAMPLES:
              flagdeck commands
              flagdeck commands --provider Flagdeck.Starter
              flagdeck commands create --name greet --enable-parameter \\
                  --command-content 'echo hello {{who}}'
              flagdeck commands modify --command-id ID --timeout 300
              flagdeck commands delete --command-id ID
            """,
        subcommands: [List.self, Create.self, Modify.self, Delete.self], defaultSubcommand: List.self)
}

extension CommandsSubcommand {
    /// DescribeCommands.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List commands, newest first (DescribeCommands).",
            discussion: """
                EXAMPLES:
                  flagdeck commands
                  flagdeck commands --name 'disk*' --provider Flagdeck.Starter
                  flagdeck commands --command-id ID --output json
                """)

        @Option(help: ArgumentHelp("Only this command.", valueName: "id"))
        var commandId: String?

        @Option(help: ArgumentHelp("Only this name; * stands for any characters.", valueName: "name"))
        var name: String?

        @Option(help: ArgumentHelp("Only this description; * stands for any characters.", valueName: "text"))
        var description: String?

        @Option(help: ArgumentHelp("Only this type.", valueName: "type"))
        var type: String?

        @Option(
            help: ArgumentHelp(
                "Commands of a provider, such as \(StarterLibrary.provider); without it your own.", valueName: "name"))
        var provider: String?

        @Flag(help: "Of a provider's commands only the newest version of each.")
        var latest = false

        @Option(
            name: .customLong("tag"),
            help: ArgumentHelp("Only those with this tag; a key alone for any value.", valueName: "key=value"))
        var tags: [Pair] = []

        @Option(help: ArgumentHelp("Only those of this resource group.", valueName: "id"))
        var resourceGroupId: String?

        @OptionGroup var encoding: EncodingOptions
        @OptionGroup var answer: AnswerOptions
        @OptionGroup var pages: PagingOptions
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await place.withService { asking in
                let request = DescribeCommandsRequest(
                    regionID: place.region, commandID: commandId.map { CommandID($0) }, name: name,
                    description: description, type: type, provider: provider, isLatest: latest,
                    tags: tags.map(\.filter),
                    resourceGroupID: resourceGroupId.map { ResourceGroupID($0) }, paging: pages.paging)
                let response = try await asking.service.describeCommands(request, asking.context())
                guard answer.output != .json else { return Out.json(response.json(encoding.encoding)) }
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
            abstract: "Make a command and keep it (CreateCommand).",
            discussion: """
                Prints the id of the command.

                EXAMPLES:
                  flagdeck commands create --name greet --enable-parameter \\
                      --command-content 'echo hello {{who}}'
                  flagdeck commands create --name check --command-file check.sh \\
                      --timeout 300 --tag team=web
                """)

        @OptionGroup(title: "The command") var script: ScriptOptions

        @Option(help: ArgumentHelp("Seconds after which a run is ended, 10 to 86400.", valueName: "seconds"))
        var timeout: Int?

        @Option(help: ArgumentHelp("Directory to run in; without it the user's home.", valueName: "path"))
        var workingDir: String?

        @Option(help: ArgumentHelp("Command line that starts the script.", valueName: "line"))
        var launcher: String?

        @Option(name: .customLong("tag"), help: ArgumentHelp("Tag; may be repeated.", valueName: "key=value"))
        var tags: [Pair] = []

        @Option(help: ArgumentHelp("Resource group of the command.", valueName: "id"))
        var resourceGroupId: String?

        @Option(
            help: ArgumentHelp(
                "Makes the call repeatable: the same token makes no second command.", valueName: "token"))
        var clientToken: String?

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await place.withService(changing: true) { asking in
                var draft = try script.draft()
                draft.timeoutSeconds = timeout
                draft.workingDirectory = workingDir
                draft.launcher = launcher
                let request = CreateCommandRequest(
                    regionID: place.region, command: draft, tags: tags.map(\.filter),
                    resourceGroupID: resourceGroupId.map { ResourceGroupID($0) }, clientToken: clientToken)
                let response = try await asking.service.createCommand(request, asking.context())
                if answer.output == .json { Out.json(response.json) } else { Out.line(response.commandID.text) }
            }
        }
    }
}

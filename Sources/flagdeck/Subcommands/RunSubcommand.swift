import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck run`: RunCommand.
struct RunSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a script on instances (RunCommand).",
        discussion: """
            EXAMPLES:
              flagdeck run --instance-id ID --command-content 'uptime' --wait
              flagdeck run --instance-id ID --command-file check.sh --timeout 30 --wait --output text
              flagdeck run --resource-tag role=web --command-content 'systemctl restart {{unit}}' \\
                  --parameter unit=nginx --username root --wait
              echo 'print(1)' | flagdeck run --instance-id ID --command-file - --launcher python3 --wait
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var target: TargetOptions
    @OptionGroup var answer: AnswerOptions

    @Option(help: "RunShellScript, RunBatScript or RunPowerShellScript.")
    var type = CommandType.shell.rawValue

    @Option(help: "The script.")
    var commandContent: String?

    @Option(help: ArgumentHelp("The script from a file; - for standard input.", valueName: "path"))
    var commandFile: String?

    @Option(help: "How --command-content is written: PlainText or Base64.")
    var contentEncoding: String?

    @Option(help: "Name of the command.")
    var name: String?

    @Option(help: "What the command is for.")
    var description: String?

    @Flag(help: "Replace {{name}} in the script; implied by --parameter and --parameters.")
    var enableParameter = false

    @Flag(help: "Keep the command for later use.")
    var keepCommand = false

    func validate() throws {
        guard commandContent == nil || commandFile == nil else {
            throw ValidationError("Give either --command-content or --command-file.")
        }
    }

    func run() async throws {
        try await place.withService { service in
            let content = try commandFile.map { try ScriptFile.contents($0) } ?? commandContent
            let isParametrised = enableParameter || !target.parameterPairs.isEmpty || target.parameters != nil
            let command = CommandDraft(
                name: name, type: type, content: content, contentEncoding: contentEncoding,
                description: description, workingDirectory: nil, timeoutSeconds: target.timeout,
                enablesParameters: isParametrised)
            let request = RunCommandRequest(
                command: command, keepsCommand: keepCommand,
                run: target.draft(in: place.region, withTimeout: false))
            let response = try await service.runCommand(request, place.context())
            try await Outcome.show(
                response.invokeID, accepted: response.json, isAwaited: target.wait, service, place, answer.output)
        }
    }
}

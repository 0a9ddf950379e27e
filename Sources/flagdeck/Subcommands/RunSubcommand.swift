import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck run`: RunCommand.
struct RunSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a script on instances (RunCommand).",
        discussion: """
            Prints the invoke ID as soon as every script has been started, or with --wait the results when all have \
            ended. Ctrl-C ends the wait, never the scripts.

            EXAMPLES:
              flagdeck run --instance-id ID --command-content 'uptime' --wait
              flagdeck run --instance-id ID --command-file check.sh \\
                  --timeout 30 --wait --output text
              flagdeck run --resource-tag role=web --username root --wait \\
                  --command-content 'systemctl restart {{unit}}' \\
                  --parameter unit=nginx
              echo 'print(1)' | flagdeck run --instance-id ID --command-file - \\
                  --launcher python3 --wait
            """)

    @OptionGroup(title: "The script") var script: ScriptOptions

    @Flag(help: "Keep the command for later use.")
    var keepCommand = false

    @OptionGroup var options: InvocationOptions

    func run() async throws {
        try await options.place.withService(changing: true) { asking in
            var command = try script.draft()
            command.timeoutSeconds = options.run.timeout
            command.enablesParameters = script.enableParameter || options.run.hasParameters
            let request = RunCommandRequest(
                command: command, keepsCommand: keepCommand, run: options.draft(withTimeout: false))
            let response = try await asking.service.runCommand(request, asking.context())
            for line in MissingValues.lines(command, options.run.input) { Out.note(line[Machine.language]) }
            try await options.show(response.invokeID, response.json, asking)
        }
    }
}

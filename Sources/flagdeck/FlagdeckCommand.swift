import ArgumentParser
import Screen

/// `flagdeck`: the console, and the API's actions as subcommands.
@main
struct FlagdeckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flagdeck",
        abstract: "Run commands on fleets of machines, from a console or from the shell.",
        discussion: """
            Without a subcommand the console opens. The subcommands speak the Cloud Assistant API of Alibaba Cloud \
            ECS: flags are its parameter names in kebab case, --output json prints its answers.

            EXAMPLES:
              flagdeck
              flagdeck instances
              flagdeck run --instance-id ID --command-content 'uptime' --wait
              flagdeck run --resource-tag role=web --parameter path=/var \\
                  --command-content 'df -h {{path}}' --wait
              flagdeck commands --provider Flagdeck.Starter
              flagdeck invoke --command-id disk-usage --instance-id ID --wait
              flagdeck results --invoke-id ID --output text
              flagdeck --practice
              flagdeck instances --practice --instances 50

            EXIT CODES:
              0    everything succeeded; without --wait: the call was accepted
              1    with --wait: not every instance succeeded
              2    refused or not possible: standard error has the code and the fix
              130  Ctrl-C ended the wait; the scripts go on
            """,
        version: "0.1.0",
        subcommands: [
            ConsoleSubcommand.self, RunSubcommand.self, InvokeSubcommand.self, InvocationsSubcommand.self,
            ResultsSubcommand.self, ChangeSubcommand.self, StopSubcommand.self, CommandsSubcommand.self,
            FrequencySubcommand.self, ParametersSubcommand.self, FilesSubcommand.self, TagsSubcommand.self,
            InstancesSubcommand.self, RegionsSubcommand.self, ThemesSubcommand.self,
        ],
        defaultSubcommand: ConsoleSubcommand.self)

    /// Reads the command line and does what it says.
    ///
    /// In the place of the parser's own, which ends with 64 where the command line is wrong: here 2 stands for every
    /// refusal, so that a script has one number to look for.
    static func main() async {
        StandardStreams.prepare()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(error)
        }
    }

    /// What to say about a first word that is no subcommand: the parser takes it for one of the console's arguments.
    private static var unknownSubcommand: String? {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
        let names = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !names.contains(word), word != "help" else { return nil }
        return """
            Error: There is no subcommand '\(word)'.
              There are \(names.joined(separator: ", ")).
              See 'flagdeck --help' for more information.
            """
    }

    private static func end(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        let message = code == .validationFailure ? unknownSubcommand : nil
        let lines = (message ?? fullMessage(for: error)).split(separator: "\n", omittingEmptySubsequences: false)
        if code.isSuccess {
            for line in lines { Out.line(String(line)) }
        } else if !(error is ExitCode) {
            for line in lines { Out.note(SafeText(String(line)).plain) }
        }
        exit(withError: code == .validationFailure ? ExitCode(2) : code)
    }
}

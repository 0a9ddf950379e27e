import ArgumentParser

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
              flagdeck run --resource-tag role=web --command-content 'df -h {{path}}' --parameter path=/var --wait
              flagdeck commands --provider Flagdeck.Starter
              flagdeck invoke --command-id disk-usage --instance-id ID --wait
              flagdeck results --invoke-id ID --output text

            EXIT CODES:
              0  everything succeeded
              1  an instance failed, or the wait ended before all did
              2  refused or not possible: the error code and what to do are on standard error
            """,
        version: "0.1.0",
        subcommands: [
            ConsoleSubcommand.self, RunSubcommand.self, InvokeSubcommand.self, InvocationsSubcommand.self,
            ResultsSubcommand.self, StopSubcommand.self, CommandsSubcommand.self, InstancesSubcommand.self,
            RegionsSubcommand.self,
        ],
        defaultSubcommand: ConsoleSubcommand.self)
}

/// Commands that come with Flagdeck: read-only, addressed by name, like the public commands of the cloud.
public enum StarterLibrary {
    /// What the commands name as their provider.
    public static let provider = "Flagdeck.Starter"

    /// The commands in the order in which they are listed.
    public static let commands: [Command] = starters.map(\.command)

    /// The kind of a parameter of one of these commands, nil for others.
    public static func kind(of parameter: String, in command: Command) -> ParameterKind? {
        guard command.provider == provider else { return nil }
        return starters.first { $0.name == command.name }?.parameters.first { $0.definition.name == parameter }?.kind
    }

    private static let starters: [StarterCommand] =
        StarterCommand.disk + StarterCommand.processes + StarterCommand.services + StarterCommand.logs
        + StarterCommand.network + StarterCommand.certificates + StarterCommand.packages + StarterCommand.system
}

/// The areas of the screen, in the order in which Tab and the digits reach them.
public enum Pane: Int, Sendable, CaseIterable {
    /// Where instances are.
    case regions = 1
    /// The instances of the chosen region; the marked ones are the targets.
    case targets
    /// The library of commands.
    case commands
    /// What was run.
    case invocations
    /// Output and state of one invocation, instance by instance.
    case output
    /// Every refusal and every error of an instance.
    case errors
}

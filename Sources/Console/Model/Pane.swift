/// The areas of the screen, in the order in which Tab and the digits reach them: from choosing to what came of it.
public enum Pane: Int, Sendable, CaseIterable {
    /// Where instances are.
    case regions = 1
    /// The instances of the chosen region; the marked ones are the targets.
    case targets
    /// The library of commands.
    case commands
    /// What the chosen command is given.
    case parameters
    /// What will happen; nothing is sent.
    case preview
    /// What was run.
    case invocations
    /// State and output of one invocation, instance by instance.
    case output
    /// Every refusal and every error of an instance.
    case errors

    /// True for the panes in which a run is put together.
    public var isComposing: Bool { rawValue <= Pane.preview.rawValue }
}

public import CloudAssistant

/// What lies over the panes and takes the keys.
public enum Modal: Equatable, Sendable {
    /// Something to choose from: the palette, the keys, the columns.
    case menu(Menu)
    /// Everything that was said.
    case messages(scroll: Int)
    /// All that is known of an instance.
    case detail(InstanceID, scroll: Int)
    /// Whether an invocation is to be stopped.
    case stop(StopQuestion)
    /// A command that was refused, whose text is still here.
    case unsaved(UnsavedCommand)
}

/// Whether to stop an invocation.
public struct StopQuestion: Equatable, Sendable {
    /// Which one.
    public let invokeID: InvokeID
    /// On how many instances it has not ended.
    public let open: Int
    /// True when the cursor is on the button that stops; it starts on the other one.
    public var isOnStop = false
}

/// An edited command that breaks a rule; nothing of its text is lost.
public struct UnsavedCommand: Equatable, Sendable {
    /// What was edited.
    public let task: EditTask
    /// The text as it was left.
    public let text: String
    /// The rule that it breaks; nil while it is being saved.
    public var error: APIError?
    /// True when the cursor is on the button that throws the text away.
    public var isOnDiscard = false
}

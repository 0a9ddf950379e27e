public import CloudAssistant
public import Screen

/// What lies over the panes and takes the keys.
public enum Modal: Equatable, Sendable {
    /// The form of a run.
    case form(Form)
    /// What will happen; nothing is sent yet.
    case preview(Preview)
    /// Whether an invocation is to be stopped.
    case stop(StopQuestion)
    /// The keys.
    case help(scroll: Int)
}

/// What will happen when the answer is given.
public struct Preview: Equatable, Sendable {
    /// The form to go back to.
    public var form: Form
    /// The script with its parameters filled in.
    public let script: String
    /// What was typed so far; the number of targets sends.
    public var answer = TextField(limit: 20)
    /// True from sending until the service answers.
    public var isSending = false
    /// First line of the script on the screen.
    public var scroll = 0

    /// What must be typed.
    public var expected: String { "\(form.targets.count)" }
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

/// A line that passes on what just happened.
public struct Toast: Equatable, Sendable {
    /// What is said.
    public let text: SafeText
    /// As what it is shown.
    public let role: Role
    /// When it goes by itself; nil waits for a key.
    public let until: Timestamp?
}

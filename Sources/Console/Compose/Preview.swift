/// What will happen when the answer is given: the form and its targets as they were when the preview was asked for.
public struct Preview: Equatable, Sendable {
    /// The form, unchanged until the answer is given or the preview is left.
    public internal(set) var form: Form
    /// The targets, frozen.
    public var aim: Aim
    /// The word to type in place of the number of targets, where the environment is protected.
    let environment: String?
    /// A run of the same a short while ago.
    let earlier: EarlierRun?
    /// What was typed so far.
    public var answer = Preview.emptyAnswer
    /// True from sending until the service answers.
    public var isSending = false
    /// First line of the text on the screen.
    public var scroll = 0

    /// Long enough for the longest name of an environment.
    static let emptyAnswer = TextField(limit: 128)

    /// What must be typed: the number of targets, or the name of a protected environment.
    public var expected: String { environment ?? "\(aim.targets.count)" }
}

public import CloudAssistant
public import Screen

/// Something that was said in the bottom line; all of them are kept.
public struct Message: Equatable, Sendable {
    /// What is said.
    public let text: SafeText
    /// As what it is shown.
    public let role: Role
    /// When.
    public let time: Timestamp

    /// How many are kept.
    static let limit = 500
}

/// The message that stands in the bottom line now.
public struct Toast: Equatable, Sendable {
    /// What is said.
    public let message: Message
    /// When it goes by itself; nil waits for a key.
    public let until: Timestamp?
}

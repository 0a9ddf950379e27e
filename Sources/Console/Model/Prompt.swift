public import CloudAssistant

/// A line that is being typed at the bottom of the screen.
public struct Prompt: Equatable, Sendable {
    /// What it is for.
    public enum Kind: Equatable, Sendable {
        /// Narrows the list of the pane in focus while it is typed.
        case filter
        /// Looks for a text in the output.
        case search
        /// The tags that choose the targets.
        case tags
        /// Ids, names and addresses to mark.
        case paste
        /// Another frequency for an invocation.
        case frequency(InvokeID)
    }

    /// What it is for.
    public let kind: Kind
    /// What was typed.
    public var field: TextField
    /// What is wrong with it.
    public var error: APIError?
}

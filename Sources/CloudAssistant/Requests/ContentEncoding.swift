/// How `CommandContent` is written in a request.
public enum ContentEncoding: String, Sendable, CaseIterable {
    /// As it is.
    case plainText = "PlainText"
    /// In Base64.
    case base64 = "Base64"

    /// The encoding that a word means: case does not matter, and any other word means `fallback` (ECS API, RunCommand and CreateCommand).
    public init(word: String?, fallback: ContentEncoding) {
        switch word?.asciiLowerCased {
        case "plaintext": self = .plainText
        case "base64": self = .base64
        default: self = fallback
        }
    }
}

/// A label of an instance, a command or an invocation.
public struct Tag: Hashable, Sendable {
    /// At most 64 characters, never empty, not beginning with `aliyun` or `acs:`.
    public let key: String
    /// At most 128 characters; may be empty.
    public let value: String

    /// A tag from its key and value, unchecked: `TagRules` says whether it may be used.
    public init(_ key: String, _ value: String = "") {
        self.key = key
        self.value = value
    }
}

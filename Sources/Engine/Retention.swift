/// How long what has ended is kept, and how much of it.
public struct Retention: Hashable, Sendable {
    /// Days that an invocation is kept after its end.
    public var days = 30
    /// Invocations that are kept at most; what has not ended counts and stays.
    public var records = 10_000

    /// The usual numbers.
    public init() {}
}

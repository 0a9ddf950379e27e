/// How long what has ended is kept, and how much of it.
public struct Retention: Hashable, Sendable {
    /// Days that an invocation is kept after its end.
    public var days = 30
    /// Invocations that are kept at most; what has not ended counts and stays.
    public var records = 10_000
    /// Seconds that the delivery of a file is kept after it was accepted (ECS API, DescribeSendFileResults: one day).
    public var fileSeconds = 86_400
    /// Deliveries of files that are kept at most.
    public var files = 1_000

    /// The usual numbers.
    public init() {}
}

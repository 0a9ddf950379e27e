public import CloudAssistant

/// How outputs are delivered.
public struct DeliveryConfiguration: Sendable {
    /// What there is to deliver to, and who may.
    public var terms = DeliveryTerms()
    /// A directory on the file system of the attempts, where long outputs are kept until they are delivered; nil to rely
    /// on the runner, which may clear them away before.
    public var holdDirectory: String?
    /// Deliveries at the same time.
    public var concurrency = 4
    /// How often a delivery is tried before it counts as failed.
    public var tries = 5
    /// The pause after the first failed try; after each further one it is twice as long.
    public var pause = Duration.seconds(1)

    /// The usual numbers, and nowhere to deliver to.
    public init() {}
}

/// Names one run of one invocation on one instance; no two runs ever share a key.
///
/// The key is what an attempt claims exclusively before its script starts, so that nothing runs twice.
public struct AttemptKey: Hashable, Sendable, CustomStringConvertible {
    /// The invocation that the attempt belongs to.
    public let invokeID: InvokeID
    /// The instance that the attempt runs on.
    public let instanceID: InstanceID
    /// Which run of the invocation on this instance: 1 for the only run of a `Once` invocation, then counting up.
    public let occurrence: Int

    /// A key from its three parts.
    public init(invokeID: InvokeID, instanceID: InstanceID, occurrence: Int = 1) {
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.occurrence = occurrence
    }

    /// `t-…/i-…/1`, for logs.
    public var description: String { "\(invokeID)/\(instanceID)/\(occurrence)" }
}

/// What is known of an invocation on one instance.
public struct InvocationResult: Hashable, Sendable {
    /// The invocation.
    public var invokeID: InvokeID
    /// The instance.
    public var instanceID: InstanceID
    /// Which run on this instance, counting from 1.
    public var occurrence: Int
    /// Where it stands.
    public var state: InvocationState
    /// Why it ended as it did; nil while all is well. Codes of a newer service survive as text.
    public var errorCode: String?
    /// The sentence that goes with `errorCode`; empty without one.
    public var errorInfo: String
    /// The script's exit code; nil until it ended by itself.
    public var exitCode: Int?
    /// The last bytes of the merged output, at most `AttemptResult.outputLimit`.
    public var output: [UInt8]
    /// How many bytes stand before `output`.
    public var droppedBytes: Int64
    /// How often it ran on this instance.
    public var repeats: Int
    /// When it was accepted.
    public var created: Timestamp
    /// When the script started.
    public var started: Timestamp?
    /// When it ended; on a timeout the start plus the timeout.
    public var finished: Timestamp?
    /// When a stop was asked for.
    public var stopped: Timestamp?
    /// When this record last changed.
    public var updated: Timestamp
    /// When it is to run; nil when that was at once or is at a start of the instance. Not part of the ECS API.
    public var due: Timestamp?
    /// The start of the instance that the latest run belongs to, or since which a run at the next start is waited for.
    public var bootID: String?
    /// How far the delivery of its output is; nil while it runs, and where nothing is delivered.
    public var delivery: OutputDelivery?

    /// A result from its parts; a new one is pending.
    public init(
        invokeID: InvokeID, instanceID: InstanceID, occurrence: Int = 1, state: InvocationState = .pending,
        errorCode: String? = nil, errorInfo: String = "", exitCode: Int? = nil, output: [UInt8] = [],
        droppedBytes: Int64 = 0, repeats: Int = 0, created: Timestamp, started: Timestamp? = nil,
        finished: Timestamp? = nil, stopped: Timestamp? = nil, updated: Timestamp, due: Timestamp? = nil,
        bootID: String? = nil
    ) {
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.occurrence = occurrence
        self.state = state
        self.errorCode = errorCode
        self.errorInfo = errorInfo
        self.exitCode = exitCode
        self.output = output
        self.droppedBytes = droppedBytes
        self.repeats = repeats
        self.created = created
        self.started = started
        self.finished = finished
        self.stopped = stopped
        self.updated = updated
        self.due = due
        self.bootID = bootID
    }

    /// The attempt that this result belongs to.
    public var key: AttemptKey { AttemptKey(invokeID: invokeID, instanceID: instanceID, occurrence: occurrence) }
}

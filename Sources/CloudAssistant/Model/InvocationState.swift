/// The state of an invocation on one instance, or of the whole invocation (`InvocationStatus`, ECS API).
public enum InvocationState: String, Sendable, CaseIterable {
    /// Accepted and durable; being checked or waiting to be sent. Goes to running, invalid, aborted, cancelled.
    case pending = "Pending"
    /// Only timed invocations: sent, waits for its time. Goes to running, cancelled, invalid.
    case scheduled = "Scheduled"
    /// The script is executing. Goes to every final state but cancelled, and to stopping.
    case running = "Running"
    /// A stop was asked for and the script has not ended yet. Goes to terminated, or to how it ended if that came first.
    case stopping = "Stopping"
    /// Final: exit code 0.
    case success = "Success"
    /// Final: exit code not 0.
    case failed = "Failed"
    /// Final: the command or a parameter does not fit the instance; nothing ran.
    case invalid = "Invalid"
    /// Final: could not be sent; nothing ran.
    case aborted = "Aborted"
    /// Final: an exception interrupted the execution.
    case error = "Error"
    /// Final: ended after its timeout.
    case timeout = "Timeout"
    /// Final: stopped before it started.
    case cancelled = "Cancelled"
    /// Final: stopped while it ran.
    case terminated = "Terminated"
    /// Only whole invocations. Final: every instance was stopped.
    case stopped = "Stopped"
    /// Only whole invocations. Final: some instances succeeded, some failed.
    case partialFailed = "PartialFailed"

    /// True when nothing will change any more.
    public var isFinal: Bool {
        switch self {
        case .pending, .scheduled, .running, .stopping: false
        case .success, .failed, .invalid, .aborted, .error, .timeout, .cancelled, .terminated, .stopped, .partialFailed:
            true
        }
    }

    /// Failed-class of ECS API, InvocationStatus.
    public var isFailure: Bool {
        switch self {
        case .invalid, .aborted, .failed, .timeout, .error, .partialFailed: true
        default: false
        }
    }

    /// Stopped-class of ECS API, InvocationStatus.
    public var isStopped: Bool { self == .cancelled || self == .terminated || self == .stopped }
}

/// What came of an attempt, as its runner reports it once and for all.
public struct AttemptResult: Sendable, Equatable {
    /// How the attempt ended.
    public let ending: AttemptEnding
    /// When the script started; nil when it never did.
    public let started: Timestamp?
    /// When the attempt ended.
    public let finished: Timestamp
    /// The last bytes of the merged output, at most `AttemptResult.outputLimit`.
    public let output: [UInt8]
    /// How many bytes the script wrote in all.
    public let totalBytes: Int64

    /// Bytes of output that the API keeps and reports (ECS API, DescribeInvocationResults, Output).
    public static let outputLimit = 24_576

    /// A result from its parts.
    public init(ending: AttemptEnding, started: Timestamp?, finished: Timestamp, output: [UInt8], totalBytes: Int64) {
        self.ending = ending
        self.started = started
        self.finished = finished
        self.output = output
        self.totalBytes = totalBytes
    }

    /// How many bytes stand before `output` and are not in it.
    public var droppedBytes: Int64 { max(0, totalBytes - Int64(output.count)) }
}

/// How an attempt ended.
public enum AttemptEnding: Sendable, Hashable {
    /// The script ended by itself.
    case exited(code: Int)
    /// A signal that we did not send ended the script.
    case signalled(Int)
    /// Ended by us after its timeout.
    case timedOut
    /// Ended by us because a stop was asked for.
    case stopped
    /// The script could not be started.
    case startFailed(StartFailure)
    /// The runner or its host died: nobody can say how far the script came. Never run again.
    case interrupted
}

/// Why a script could not be started.
public struct StartFailure: Sendable, Hashable {
    /// The kinds of failure, which the API tells apart.
    public enum Reason: String, Sendable, CaseIterable {
        /// The run-as user does not exist.
        case noSuchUser = "no-such-user"
        /// We may not switch to the run-as user.
        case mayNotSwitchUser = "may-not-switch-user"
        /// The working directory does not exist, is no directory or may not be entered.
        case noSuchDirectory = "no-such-directory"
        /// No working directory was given and the run-as user has no home.
        case noHomeDirectory = "no-home-directory"
        /// The launcher's program was not found.
        case noSuchLauncher = "no-such-launcher"
        /// The script could not be written.
        case stagingFailed = "staging-failed"
        /// The process could not be started.
        case startFailed = "start-failed"
        /// The instance has no container runtime that is known, or not the one of the container's id.
        case noRuntime = "no-runtime"
        /// No runtime has such a container.
        case containerNotFound = "container-not-found"
        /// The container does not run.
        case containerNotRunning = "container-not-running"
        /// Several containers that run have the name.
        case containerDuplicated = "container-duplicated"
        /// The container of the id has another name.
        case containerMismatch = "container-mismatch"
        /// The runtime's program does not reach the runtime.
        case runtimeUnreachable = "runtime-unreachable"
        /// The runtime's program failed.
        case runtimeFailed = "runtime-failed"
        /// The runtime did not answer in time.
        case runtimeTimeout = "runtime-timeout"
    }

    /// What went wrong.
    public let reason: Reason
    /// What it concerns: the user's name, the directory, the program; empty when nothing is to be named.
    public let subject: String
    /// The system's error number, 0 when there is none.
    public let errno: Int32

    /// EACCES: the user may not.
    static let accessDenied: Int32 = 13

    /// A failure from its parts.
    public init(reason: Reason, subject: String, errno: Int32) {
        self.reason = reason
        self.subject = subject
        self.errno = errno
    }
}

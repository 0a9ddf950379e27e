/// The states of an attempt as a pure table: what happens, what the record becomes.
///
/// An attempt of a timed invocation begins as scheduled rather than pending; what follows its end is
/// `InvocationResult.followers`.
public enum Lifecycle {
    /// Something that happened to an attempt.
    public enum Event: Sendable {
        /// The script was claimed and is about to start.
        case launched
        /// Somebody asked for a stop.
        case stopRequested
        /// The attempt was forbidden before it started.
        case forbidden
        /// The attempt could not be sent, or does not fit the instance.
        case rejected(ResultErrorCode, info: String)
        /// The runner reported how the attempt ended.
        case ended(AttemptResult)
        /// Nothing was heard of the attempt long after its time-out.
        case overdue(timeoutSeconds: Int)
    }

    /// What is to be done because of an event.
    public enum Action: Hashable, Sendable {
        /// Keep the attempt from ever starting, then report `.forbidden`; when it runs already, stop it.
        case forbid
        /// Ask the runner to end the script.
        case stop
    }

    /// The record after an event and what is to be done; nil when the event changes nothing, which makes every event
    /// safe to report twice.
    public static func apply(_ event: Event, to result: InvocationResult, at now: Timestamp) -> (
        result: InvocationResult, action: Action?
    )? {
        guard !result.state.isFinal else { return nil }
        var next = result
        next.updated = now
        switch event {
        case .launched:
            guard result.waitsToStart else { return nil }
            next.state = result.stopped == nil ? .running : .stopping
            next.started = now
            next.repeats += 1
            return (next, nil)
        case .stopRequested:
            guard result.stopped == nil else { return nil }
            next.stopped = now
            guard !result.waitsToStart else { return (next, .forbid) }
            next.state = .stopping
            return (next, .stop)
        case .forbidden:
            guard result.waitsToStart else { return nil }
            next.state = .cancelled
            next.finished = now
            return (next, nil)
        case .rejected(let code, let info):
            next.state = code.state
            next.errorCode = code.rawValue
            next.errorInfo = info
            next.finished = now
            return (next, nil)
        case .ended(let ended):
            return (next.recording(ended), nil)
        case .overdue(let seconds):
            guard let started = result.started else { return nil }
            next.state = .timeout
            next.errorCode = ResultErrorCode.executionTimeout.rawValue
            next.errorInfo = ResultErrorCode.executionTimeout.entry.info
            next.finished = started.adding(seconds: seconds)
            return (next, .stop)
        }
    }
}

extension InvocationResult {
    fileprivate var waitsToStart: Bool { state == .pending || state == .scheduled }

    /// This record with what the runner reported (ECS API, DescribeInvocationResults).
    fileprivate func recording(_ ended: AttemptResult) -> InvocationResult {
        var next = self
        // The runner knows best: a launch that was announced may have failed before the script began.
        next.started = ended.started
        next.finished = ended.finished
        next.output = ended.output
        next.droppedBytes = ended.droppedBytes
        next.repeats += (ended.started == nil ? 0 : 1) - (started == nil ? 0 : 1)
        let (state, code, info) = Self.verdict(ended.ending, wasStopped: stopped != nil)
        next.state = state
        next.errorCode = code?.rawValue
        next.errorInfo = info
        if case .exited(let exitCode) = ended.ending { next.exitCode = exitCode }
        if case .signalled(let signal) = ended.ending { next.exitCode = 128 + signal }
        return next
    }

    private static func verdict(_ ending: AttemptEnding, wasStopped: Bool) -> (
        InvocationState, ResultErrorCode?, String
    ) {
        func failure(_ code: ResultErrorCode, _ detail: String = "") -> (InvocationState, ResultErrorCode?, String) {
            (code.state, code, detail.isEmpty ? code.entry.info : "\(code.entry.info) (\(detail))")
        }
        switch ending {
        case .exited(0): return (.success, nil, "")
        case .exited: return failure(.exitCodeNonzero)
        case .signalled(let signal): return failure(.exitCodeNonzero, "signal \(signal)")
        case .timedOut: return failure(.executionTimeout)
        case .stopped:
            // A signal that nobody asked us to send, such as the host's shutdown, is no stop of the operator's.
            return wasStopped ? (.terminated, nil, "") : failure(.executionInterrupted)
        case .interrupted: return failure(.executionInterrupted)
        case .startFailed(let why): return failure(why.code, why.detail)
        }
    }
}

extension StartFailure {
    /// The code under which the API reports the failure.
    public var code: ResultErrorCode {
        switch reason {
        case .noSuchUser: .accountNotExists
        case .noSuchDirectory: .directoryNotExists
        case .noHomeDirectory: .defaultWorkingDirectoryNotAvailable
        case .mayNotSwitchUser, .noSuchLauncher, .stagingFailed, .startFailed: .executionException
        case .noRuntime: .unsupportedContainerRuntime
        case .containerNotFound: .containerNotFound
        case .containerNotRunning: .containerStateAbnormal
        case .containerDuplicated: .containerNameDuplicated
        case .containerMismatch: .containerNameAndIdNotMatch
        case .runtimeUnreachable: .containerConnectFailed
        case .runtimeFailed: .containerRuntimeInternalError
        case .runtimeTimeout: .containerRuntimeTimeout
        }
    }

    /// The facts in a form that fits in brackets after the API's own sentence.
    public var detail: String {
        // The API has one code for a directory that is not there and one that may not be entered.
        let isDenied = reason == .noSuchDirectory && errno == Self.accessDenied
        var facts = [isDenied ? "may-not-enter-directory" : reason.rawValue]
        if !subject.isEmpty { facts.append(subject) }
        if errno != 0 { facts.append("errno \(errno)") }
        return facts.joined(separator: ", ")
    }
}

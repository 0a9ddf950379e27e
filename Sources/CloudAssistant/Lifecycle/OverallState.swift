extension InvocationState {
    /// The state of a whole invocation from the states of its instances (ECS API, InvocationStatus).
    ///
    /// Where several of the "any instance" rules hold, stopping comes first, then running, pending, scheduled. No
    /// instances at all is success: there was nothing to do.
    public static func overall(_ states: some Collection<InvocationState>) -> InvocationState {
        for state in [InvocationState.stopping, .running, .pending, .scheduled] where states.contains(state) {
            return state
        }
        let failed = states.contains(where: \.isFailure)
        let succeeded = states.contains(.success)
        if succeeded { return failed ? .partialFailed : .success }
        if failed { return .failed }
        return states.isEmpty ? .success : .stopped
    }

    /// `InvokeRecordStatus` and `InstanceInvokeStatus`, the older words for one instance (ECS API, InvokeStatus).
    public var recordStatus: String {
        switch self {
        case .pending, .scheduled, .running: "Running"
        case .success, .failed: "Finished"
        case .timeout, .invalid, .aborted, .error: "Failed"
        case .stopping: "Stopping"
        case .cancelled, .terminated, .stopped: "Stopped"
        case .partialFailed: "PartialFailed"
        }
    }

    /// `InvokeStatus`, the older word for a whole invocation, from its instances (ECS API, InvokeStatus).
    public static func overallRecordStatus(_ states: some Collection<InvocationState>) -> String {
        let words = Set(states.map(\.recordStatus))
        if words.contains("Stopping") { return "Stopping" }
        if words.contains("Running") { return "Running" }
        if words.contains("Failed") { return words.count == 1 ? "Failed" : "PartialFailed" }
        return words.contains("Finished") || words.isEmpty ? "Finished" : "Stopped"
    }
}

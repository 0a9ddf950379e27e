/// Something that changed in the service, for whoever shows it.
public enum Change: Hashable, Sendable {
    /// A result was made or changed state; carries the state after the change.
    case result(AttemptKey, InvocationState)
    /// An invocation was accepted.
    case invocation(InvokeID)
    /// A command was made, changed or deleted: who still shows it reads it again.
    case command(CommandID)
    /// Instances came, went or changed.
    case instances(RegionID)
    /// Changes were lost because the reader was too slow: read everything again.
    case missed
}

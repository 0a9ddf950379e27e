import CloudAssistant
import Engine

/// A service with the region and the reason that a subcommand was called with.
struct Asking: Sendable {
    let service: EmbeddedService
    let region: RegionID
    let reason: String
    /// The state directory as the operator wrote it.
    let stateDirectory: String?
    /// True when everything is made up.
    let isPractice: Bool

    /// The context of one call.
    func context() -> CallContext {
        CallContext(caller: Machine.caller, source: .shell, reason: reason, requestID: Machine.requestID())
    }
}

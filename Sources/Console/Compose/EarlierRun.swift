import CloudAssistant

/// A run of the same script on some of the same instances a short while ago, or one that has not ended.
struct EarlierRun: Equatable {
    /// For so long a run counts as just now, in seconds.
    static let window = 900

    let invokeID: InvokeID
    let caller: String
    let created: Timestamp
    let state: InvocationState
    /// How many of the targets it went to.
    let shared: Int

    /// The newest such run among those that are known.
    static func find(_ form: Form, _ aim: Aim, among invocations: [Invocation], now: Timestamp) -> EarlierRun? {
        let text = form.script.text
        let ids = Set(aim.targets.map(\.instance.id))
        for invocation in invocations {
            let isOpen = !invocation.state.isFinal
            guard isOpen || now.seconds(since: invocation.created) <= window else { continue }
            let values = ParameterValues(passed: invocation.parameters)
            guard Script.text(of: invocation.command, values, in: nil).hasBytes(text) else { continue }
            let shared = invocation.results.count { ids.contains($0.instanceID) }
            guard shared > 0 else { continue }
            return EarlierRun(
                invokeID: invocation.id, caller: invocation.caller.name, created: invocation.created,
                state: invocation.state, shared: shared)
        }
        return nil
    }
}

extension String {
    fileprivate func hasBytes(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

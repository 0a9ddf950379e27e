import CloudAssistant

extension Plan {
    /// Why nothing can be sent to an instance now, nil when something can.
    static func unreachable(_ instance: Instance) -> Rejection? {
        guard instance.status == .running else { return Rejection(code: .instanceNotRunning) }
        guard instance.isReachable else { return Rejection(code: .clientNotOnline) }
        return instance.agent.isRunning ? nil : Rejection(code: .clientNotRunning)
    }

    /// Why the agent of an instance cannot do what it is asked for, nil when it can.
    static func outdated(_ instance: Instance, for features: [AgentFeature]) -> Rejection? {
        guard let feature = instance.agent.lacks(features, on: instance.osType) else { return nil }
        let minimum = feature.minimum(on: instance.osType).map { ", needs \($0)" } ?? ""
        let own = instance.agent.version.isEmpty ? "no version" : instance.agent.version
        return Rejection(code: .clientNeedUpgrade, detail: "\(feature.rawValue), has \(own)\(minimum)")
    }
}

/// What carries commands out on an instance.
public struct Agent: Hashable, Sendable {
    /// Its version as it tells it; empty when none is installed.
    public var version: String
    /// False when it is installed and does not run: what is sent there is `ClientNotRunning`.
    public var isRunning: Bool

    /// An agent from its parts; without any, our own runner, which can all that agents of its version can.
    public init(version: String = Agent.ownVersion, isRunning: Bool = true) {
        self.version = version
        self.isRunning = isRunning
    }

    /// The version that our own runner reports.
    public static let ownVersion = "2.2.4.1065"

    /// The first feature of some that the agent is too old for on a system, nil when it has them all. A version that
    /// cannot be read has none of them.
    public func lacks(_ features: [AgentFeature], on os: OSType) -> AgentFeature? {
        let own = AgentVersion(version)
        return features.first { feature in
            guard let own, let minimum = feature.minimum(on: os) else { return true }
            return own < minimum
        }
    }
}

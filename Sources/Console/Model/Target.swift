public import CloudAssistant

/// An instance as a target.
public struct Target: Listable {
    /// The instance.
    public let instance: Instance
    /// True when commands can be delivered to it now.
    public let isOnline: Bool

    /// A target from its parts.
    public init(instance: Instance, isOnline: Bool) {
        self.instance = instance
        self.isOnline = isOnline
    }

    /// True when commands reach it now.
    public var isReady: Bool { isOnline && instance.status == .running }

    /// The instance's id.
    public var listID: String { instance.id.text }

    /// Id, names, addresses, system, status and tags.
    public var searchText: String {
        let tags = instance.tags.map { "\($0.key)=\($0.value)" }
        let words =
            [instance.id.text, instance.name, instance.hostName, instance.osName, instance.status.rawValue]
            + instance.privateAddresses + instance.publicAddresses + tags
        return words.joined(separator: " ")
    }
}

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

    /// What an operator may know an instance by.
    public static let columns = [
        FilterColumn("name", kind: .name), FilterColumn("host", "hostname", kind: .name), FilterColumn("id"),
        FilterColumn("status"), FilterColumn("agent", "online"), FilterColumn("os"), FilterColumn("ip", "address"),
        FilterColumn("zone"), FilterColumn("group"), FilterColumn("tag", "tags", kind: .tags),
    ]

    /// Names, id, state, system, addresses, place, group and tags.
    public func write(to text: inout SearchText) {
        text.add(instance.name)
        text.add(instance.hostName)
        text.add(instance.id.text)
        text.add(instance.status.rawValue)
        text.add(isOnline ? "online" : "offline")
        text.add([instance.osType.rawValue, instance.osName])
        text.add(instance.privateAddresses + instance.publicAddresses)
        text.add(instance.zoneID)
        text.add(instance.resourceGroupID?.text ?? "")
        text.add(instance.tags)
    }
}

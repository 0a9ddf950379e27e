public import CloudAssistant

/// What a run would go to: marked instances, or tags that the service resolves; never both.
public struct Aim: Equatable, Sendable {
    /// How the targets are chosen.
    public enum Kind: Equatable, Sendable {
        /// The marked instances.
        case marks
        /// Nothing is marked: the instance under the cursor.
        case cursor
        /// Every instance with all these tags at the moment of sending.
        case tags([TagFilter])
    }

    /// How the targets are chosen.
    public let kind: Kind
    /// The instances, in the order of their list; of tags, those that match now.
    public var targets: [Target]

    /// True when the service chooses at the moment of sending.
    public var isByTags: Bool {
        if case .tags = kind { return true }
        return false
    }

    /// The targets that a command of a type would not reach now.
    public func obstructed(_ type: CommandType?) -> [Target] { targets.filter { $0.obstacle(for: type) != nil } }
}

/// Why a command would not reach an instance now.
public enum Obstacle: Equatable, Sendable {
    /// It is not running.
    case status(InstanceStatus)
    /// It is running, and commands cannot be delivered to it.
    case offline
    /// The command is for another family of systems.
    case system(OSType)
}

extension Target {
    /// What keeps a command of a type off this instance; nil when nothing does.
    public func obstacle(for type: CommandType?) -> Obstacle? {
        if let type, !type.fits(instance.osType) { return .system(instance.osType) }
        guard instance.status == .running else { return .status(instance.status) }
        return isOnline ? nil : .offline
    }
}

/// Something that agents can from a certain version on (ECS API, versions of the Cloud Assistant Agent).
public enum AgentFeature: String, Sendable, CaseIterable {
    /// Frequencies of the forms `rate(…)` and `at(…)`, and cron with a year or a time zone.
    case frequencyForms
    /// `ACS::InstanceId`, `ACS::InvokeId` and `ACS::CommandId` in scripts.
    case builtInIDs
    /// `ACS::InstanceName` in scripts.
    case builtInInstanceName
    /// Runs in a container.
    case containers
    /// ModifyInvocationAttribute.
    case changedInvocations
    /// Managed sessions.
    case sessionManager
    /// StartTerminalSession.
    case terminalSessions
    /// SendFile.
    case files
    /// Limits on what the agent uses, and settings of its upgrade.
    case resourceUsage

    /// The oldest version that has it on a system; nil where no version has.
    public func minimum(on os: OSType) -> AgentVersion? {
        let isWindows = os == .windows
        // The numbers of both systems differ in the second place only.
        func version(_ patch: Int, _ build: Int) -> AgentVersion { AgentVersion(2, isWindows ? 1 : 2, patch, build) }
        switch self {
        case .frequencyForms: return version(3, 282)
        case .builtInIDs: return version(3, 309)
        case .builtInInstanceName: return version(3, 344)
        case .containers: return isWindows ? nil : version(3, 344)
        case .changedInvocations: return version(3, 541)
        case .sessionManager: return version(3, 189)
        case .terminalSessions: return version(3, 256)
        // "Later than" build 569 or 149.
        case .files: return isWindows ? AgentVersion(1, 0, 0, 150) : AgentVersion(1, 0, 2, 570)
        case .resourceUsage: return version(4, 1065)
        }
    }

    /// The feature that a built-in parameter of a script needs; nil for those that every agent fills in.
    public init?(builtIn name: String) {
        switch name {
        case "InstanceId", "InvokeId", "CommandId": self = .builtInIDs
        case "InstanceName": self = .builtInInstanceName
        default: return nil
        }
    }
}

extension Invocation {
    /// What the agents that carry it out must have, without repetition.
    public var agentFeatures: [AgentFeature] {
        let hasContainer = containerID != nil || containerName != nil
        return (AgentFeature.needsForms(frequency) ? [.frequencyForms] : []) + command.agentFeatures
            + (hasContainer ? [.containers] : [])
    }
}

extension AgentFeature {
    /// Whether a frequency is more than cron with six fields, which agents have always known.
    static func needsForms(_ frequency: String?) -> Bool {
        guard let words = frequency?.split(whereSeparator: \.isWhitespace), let first = words.first else {
            return false
        }
        return words.count > 6 || ["rate(", "at("].contains { first.lowercased().hasPrefix($0) }
    }
}

extension Command {
    /// What the agents that carry it out must have, without repetition.
    public var agentFeatures: [AgentFeature] {
        guard enablesParameters else { return [] }
        let needed = Template(content).parts.compactMap { part -> AgentFeature? in
            guard case .builtIn(let name) = part else { return nil }
            return AgentFeature(builtIn: name)
        }
        return AgentFeature.allCases.filter(needed.contains)
    }
}

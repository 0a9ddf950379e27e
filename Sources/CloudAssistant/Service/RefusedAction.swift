/// Actions of the API that make no sense where scripts run under our own runners, by their names on the wire. They are
/// refused, each with a code that the API itself has for it, never as unknown.
public enum RefusedAction: String, Sendable, CaseIterable {
    /// Installs the agent; our runners need none.
    case installCloudAssistant = "InstallCloudAssistant"
    /// Opens a terminal on an instance.
    case startTerminalSession = "StartTerminalSession"
    /// Closes one.
    case endTerminalSession = "EndTerminalSession"
    /// Lists them.
    case describeTerminalSessions = "DescribeTerminalSessions"
    /// Lists the agent's plug-ins.
    case listPluginStatus = "ListPluginStatus"
    /// Makes a code by which a machine becomes a managed instance.
    case createActivation = "CreateActivation"
    /// Lists such codes.
    case describeActivations = "DescribeActivations"
    /// Makes such a code useless.
    case disableActivation = "DisableActivation"
    /// Deletes such a code.
    case deleteActivation = "DeleteActivation"
    /// Lists managed instances.
    case describeManagedInstances = "DescribeManagedInstances"
    /// Renames one.
    case modifyManagedInstance = "ModifyManagedInstance"
    /// Lets one go.
    case deregisterManagedInstance = "DeregisterManagedInstance"

    /// Managed instances are offered in some regions only, and ours are not among them; the rest is not permitted.
    public var code: APIErrorCode {
        switch self {
        case .installCloudAssistant, .startTerminalSession, .endTerminalSession, .describeTerminalSessions,
            .listPluginStatus:
            .operationForbidden
        case .createActivation, .describeActivations, .disableActivation, .deleteActivation,
            .describeManagedInstances, .modifyManagedInstance, .deregisterManagedInstance:
            .regionIdApiNotSupported
        }
    }

    /// The refusal of a call in a region.
    public func refusal(in region: RegionID?) -> APIError {
        var facts: [Fact: String] = [.detail: rawValue]
        if let region { facts[.region] = region.text }
        return APIError(code, facts)
    }
}

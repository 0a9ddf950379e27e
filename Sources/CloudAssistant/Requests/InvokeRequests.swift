/// What InvokeCommand and RunCommand have in common: where and how to run. Texts are as given: validation reads them.
public struct InvocationDraft: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// `InstanceId.N`; excludes `resourceTags`.
    public var instanceIDs: [InstanceID]
    /// `ResourceTag.N`: every instance with all of them; excludes `instanceIDs`.
    public var resourceTags: [TagFilter]
    /// `RepeatMode` as written.
    public var repeatMode: String?
    /// `Frequency` as written.
    public var frequency: String?
    /// `Parameters`.
    public var parameters: ParametersInput
    /// `Username`.
    public var username: String?
    /// `WindowsPasswordName`.
    public var windowsPasswordName: String?
    /// `ContainerId`.
    public var containerID: String?
    /// `ContainerName`.
    public var containerName: String?
    /// `Timeout` in seconds; nil means the command's own.
    public var timeoutSeconds: Int?
    /// `WorkingDir`; nil means the command's own.
    public var workingDirectory: String?
    /// `Launcher`; nil means the command's own.
    public var launcher: String?
    /// `TerminationMode` as written.
    public var terminationMode: String?
    /// `OssOutputDelivery` as written.
    public var ossOutputDelivery: String?
    /// `Tag.N`: labels of the invocation.
    public var tags: [TagFilter]
    /// `ResourceGroupId`.
    public var resourceGroupID: ResourceGroupID?
    /// `ClientToken`: the same token with the same parameters gives the first answer again and runs nothing.
    public var clientToken: String?

    /// A draft with nothing but its region and targets.
    public init(regionID: RegionID?, instanceIDs: [InstanceID] = [], resourceTags: [TagFilter] = []) {
        self.regionID = regionID
        self.instanceIDs = instanceIDs
        self.resourceTags = resourceTags
        parameters = .none
        tags = []
    }
}

/// A tag as a request gives it: the key may be missing, which is an error with a code of its own.
public struct TagFilter: Hashable, Sendable {
    /// `Tag.N.Key`; nil when only a value was given.
    public var key: String?
    /// `Tag.N.Value`; nil when only a key was given, which asks for any value.
    public var value: String?

    /// A tag as given.
    public init(key: String?, value: String? = nil) {
        self.key = key
        self.value = value
    }
}

/// `Parameters` as given.
public enum ParametersInput: Hashable, Sendable {
    /// Not given.
    case none
    /// Names and values one by one, in order, repeated names included.
    case entries([ParameterEntry])
    /// The text of a JSON object.
    case json(String)
}

/// One passed-in parameter.
public struct ParameterEntry: Hashable, Sendable {
    /// Its name as given.
    public var name: String
    /// Its value.
    public var value: String

    /// A parameter from its name and value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// InvokeCommand.
public struct InvokeCommandRequest: Hashable, Sendable {
    /// `CommandId`: an own command's id or a provider's command's name.
    public var commandID: CommandID?
    /// Where and how.
    public var run: InvocationDraft

    /// A request from its parts.
    public init(commandID: CommandID?, run: InvocationDraft) {
        self.commandID = commandID
        self.run = run
    }
}

/// Answer of InvokeCommand.
public struct InvokeCommandResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String
    /// The new invocation, or the first one of the same client token.
    public var invokeID: InvokeID

    /// An answer from its parts.
    public init(requestID: String, invokeID: InvokeID) {
        self.requestID = requestID
        self.invokeID = invokeID
    }
}

/// RunCommand.
public struct RunCommandRequest: Hashable, Sendable {
    /// What to run; its content is plain text unless `contentEncoding` says Base64.
    public var command: CommandDraft
    /// True keeps the command for later.
    public var keepsCommand: Bool
    /// Where and how.
    public var run: InvocationDraft

    /// A request from its parts.
    public init(command: CommandDraft, keepsCommand: Bool = false, run: InvocationDraft) {
        self.command = command
        self.keepsCommand = keepsCommand
        self.run = run
    }
}

/// Answer of RunCommand.
public struct RunCommandResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String
    /// The command that was made; given even when it is not kept.
    public var commandID: CommandID
    /// The new invocation, or the first one of the same client token.
    public var invokeID: InvokeID

    /// An answer from its parts.
    public init(requestID: String, commandID: CommandID, invokeID: InvokeID) {
        self.requestID = requestID
        self.commandID = commandID
        self.invokeID = invokeID
    }
}

/// What a command is made of, in CreateCommand and RunCommand alike. Texts are as given: validation reads them.
public struct CommandDraft: Hashable, Sendable {
    /// `Name`; CreateCommand needs one.
    public var name: String?
    /// `Type` as written.
    public var type: String?
    /// `CommandContent` as written.
    public var content: String?
    /// `ContentEncoding` as written.
    public var contentEncoding: String?
    /// `Description`.
    public var description: String?
    /// `WorkingDir`.
    public var workingDirectory: String?
    /// `Timeout` in seconds.
    public var timeoutSeconds: Int?
    /// `EnableParameter`.
    public var enablesParameters: Bool
    /// `Launcher`.
    public var launcher: String?

    /// A draft from its parts.
    public init(
        name: String? = nil, type: String?, content: String?, contentEncoding: String? = nil,
        description: String? = nil, workingDirectory: String? = nil, timeoutSeconds: Int? = nil,
        enablesParameters: Bool = false, launcher: String? = nil
    ) {
        self.name = name
        self.type = type
        self.content = content
        self.contentEncoding = contentEncoding
        self.description = description
        self.workingDirectory = workingDirectory
        self.timeoutSeconds = timeoutSeconds
        self.enablesParameters = enablesParameters
        self.launcher = launcher
    }
}

/// CreateCommand.
public struct CreateCommandRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// The command to make; its content is Base64 unless `contentEncoding` says PlainText.
    public var command: CommandDraft
    /// Labels of the command.
    public var tags: [TagFilter]
    /// The group to put it in.
    public var resourceGroupID: ResourceGroupID?
    /// Makes the call repeatable without a second command.
    public var clientToken: String?

    /// A request from its parts.
    public init(
        regionID: RegionID?, command: CommandDraft, tags: [TagFilter] = [], resourceGroupID: ResourceGroupID? = nil,
        clientToken: String? = nil
    ) {
        self.regionID = regionID
        self.command = command
        self.tags = tags
        self.resourceGroupID = resourceGroupID
        self.clientToken = clientToken
    }
}

/// Answer of CreateCommand.
public struct CreateCommandResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String
    /// The new command.
    public var commandID: CommandID

    /// An answer from its parts.
    public init(requestID: String, commandID: CommandID) {
        self.requestID = requestID
        self.commandID = commandID
    }
}

/// DescribeCommands: all conditions must hold.
public struct DescribeCommandsRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// Only this command.
    public var commandID: CommandID?
    /// Only this name; `*` at either end stands for any characters. Of a provider's commands, any part of the name.
    public var name: String?
    /// Only this description, matched as `name` is.
    public var description: String?
    /// `Type` as written.
    public var type: String?
    /// nil: own commands only; a provider's name or the beginning of one: the commands of those.
    public var provider: String?
    /// Of a provider's commands only the newest version of each.
    public var isLatest: Bool
    /// Only commands with all these tags; without a value any will do.
    public var tags: [TagFilter]
    /// Only this group.
    public var resourceGroupID: ResourceGroupID?
    /// Which part of the list.
    public var paging: Paging

    /// A request; without further arguments all own commands of the region.
    public init(
        regionID: RegionID?, commandID: CommandID? = nil, name: String? = nil, description: String? = nil,
        type: String? = nil, provider: String? = nil, isLatest: Bool = false, tags: [TagFilter] = [],
        resourceGroupID: ResourceGroupID? = nil, paging: Paging = Paging()
    ) {
        self.regionID = regionID
        self.commandID = commandID
        self.name = name
        self.description = description
        self.type = type
        self.provider = provider
        self.isLatest = isLatest
        self.tags = tags
        self.resourceGroupID = resourceGroupID
        self.paging = paging
    }
}

/// Answer of DescribeCommands.
public struct DescribeCommandsResponse: Sendable {
    /// The id of the call.
    public var requestID: String
    /// The commands, newest first.
    public var page: Page<Command>

    /// An answer from its parts.
    public init(requestID: String, page: Page<Command>) {
        self.requestID = requestID
        self.page = page
    }
}

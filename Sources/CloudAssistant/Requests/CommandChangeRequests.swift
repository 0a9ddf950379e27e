/// ModifyCommand. What is nil stays as it is; the type, EnableParameter and tags cannot be changed.
public struct ModifyCommandRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// The command; required.
    public var commandID: CommandID?
    /// `Name`; not empty.
    public var name: String?
    /// `Description`; empty for none.
    public var description: String?
    /// `CommandContent`, Base64 unless `contentEncoding` says PlainText. The cloud takes it and does nothing with it.
    public var content: String?
    /// `ContentEncoding` as written.
    public var contentEncoding: String?
    /// `WorkingDir`; empty for the run-as user's home.
    public var workingDirectory: String?
    /// `Timeout` in seconds.
    public var timeoutSeconds: Int?
    /// `Launcher`; empty for the type's own.
    public var launcher: String?

    /// A request from its parts.
    public init(
        regionID: RegionID?, commandID: CommandID?, name: String? = nil, description: String? = nil,
        content: String? = nil, contentEncoding: String? = nil, workingDirectory: String? = nil,
        timeoutSeconds: Int? = nil, launcher: String? = nil
    ) {
        self.regionID = regionID
        self.commandID = commandID
        self.name = name
        self.description = description
        self.content = content
        self.contentEncoding = contentEncoding
        self.workingDirectory = workingDirectory
        self.timeoutSeconds = timeoutSeconds
        self.launcher = launcher
    }
}

/// Answer of ModifyCommand.
public struct ModifyCommandResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String

    /// An answer from its parts.
    public init(requestID: String) { self.requestID = requestID }
}

/// DeleteCommand.
public struct DeleteCommandRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// The command; required.
    public var commandID: CommandID?

    /// A request from its parts.
    public init(regionID: RegionID?, commandID: CommandID?) {
        self.regionID = regionID
        self.commandID = commandID
    }
}

/// Answer of DeleteCommand.
public struct DeleteCommandResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String

    /// An answer from its parts.
    public init(requestID: String) { self.requestID = requestID }
}

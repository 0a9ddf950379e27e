/// ModifyInvocationAttribute: changes a timed invocation that has not ended. What is nil stays as it is.
public struct ModifyInvocationAttributeRequest: Hashable, Sendable {
    /// The region; required.
    public var regionID: RegionID?
    /// The invocation; required.
    public var invokeID: InvokeID?
    /// Instances to add; none is ever removed.
    public var instanceIDs: [InstanceID]
    /// `CommandContent`, plain text unless `contentEncoding` says Base64.
    public var content: String?
    /// `ContentEncoding` as written.
    public var contentEncoding: String?
    /// `EnableParameter`; true is needed when parameters are changed and the command had none.
    public var enablesParameters: Bool?
    /// `Parameters`, which replace all that were passed before.
    public var parameters: ParametersInput
    /// `Frequency` as written; only for `RepeatMode.period`.
    public var frequency: String?
    /// `ClientToken`.
    public var clientToken: String?

    /// A request that changes nothing yet.
    public init(regionID: RegionID?, invokeID: InvokeID?) {
        self.regionID = regionID
        self.invokeID = invokeID
        instanceIDs = []
        parameters = .none
    }
}

/// Answer of ModifyInvocationAttribute.
public struct ModifyInvocationAttributeResponse: Hashable, Sendable {
    /// The id of the call.
    public var requestID: String
    /// The command that runs from now on: a new one when its content was changed.
    public var commandID: CommandID

    /// An answer from its parts.
    public init(requestID: String, commandID: CommandID) {
        self.requestID = requestID
        self.commandID = commandID
    }
}

/// What a ModifyInvocationAttribute changes, each value well formed.
public struct InvocationEdit: Hashable, Sendable {
    private let request: ModifyInvocationAttributeRequest
    private let script: String?

    /// The values read, or the first rule that they break, in this order: InvokeId is given, ClientToken,
    /// CommandContent.
    public init(_ request: ModifyInvocationAttributeRequest, _ limits: Limits) throws(APIError) {
        guard let id = request.invokeID, !id.text.isEmpty else {
            throw APIError(.missingParameter, [.parameter: "InvokeId"])
        }
        try FieldRules.clientToken(request.clientToken)
        if request.content?.isEmpty == true { throw APIError(.missingParameter, [.parameter: "CommandContent"]) }
        var script: String?
        if let content = request.content {
            let encoding = ContentEncoding(word: request.contentEncoding, fallback: .plainText)
            script = try CommandRules.script(content, encoding, limits)
        }
        self.request = request
        self.script = script
    }

    /// True when the invocation gets a script of its own, which is a new command.
    public var changesContent: Bool { script != nil }

    /// True when its times change.
    public var changesFrequency: Bool { request.frequency?.isEmpty == false }

    /// Refuses what the invocation does not allow, in this order: it runs at times, has not ended, its command may be
    /// changed, a frequency goes with its mode.
    public func check(against invocation: Invocation) throws(APIError) {
        let facts: [Fact: String] = [.parameter: "InvokeId", .value: invocation.id.text]
        guard invocation.repeatMode.isTimed else {
            throw APIError(
                .invalidOperationRepeatModeUnsupported,
                facts.merging([.detail: invocation.repeatMode.rawValue]) { first, _ in first })
        }
        guard !invocation.state.isFinal else { throw APIError(.invalidOperationInvokeAlreadyFinished, facts) }
        if changesContent, invocation.command.provider != nil {
            throw APIError(
                .invalidOperationModifyPublicCommandUnsupported,
                [.parameter: "CommandContent", .command: invocation.command.id.text])
        }
        if changesFrequency, invocation.repeatMode != .period {
            throw APIError(
                .invalidParameterFrequency,
                [
                    .parameter: "Frequency", .value: request.frequency ?? "",
                    .detail: "RepeatMode \(invocation.repeatMode.rawValue)",
                ])
        }
    }

    /// The invocation with the changes, without the added instances; `newID` is the id of a changed command.
    public func applied(to invocation: Invocation, newID: CommandID, at now: Timestamp, _ limits: Limits)
        throws(APIError) -> Invocation
    {
        var next = invocation
        next.frequency = changesFrequency ? request.frequency : invocation.frequency
        next.command.enablesParameters = request.enablesParameters ?? invocation.command.enablesParameters
        if let script {
            next.command.id = newID
            next.command.content = script
            next.command.created = now
        }
        if script != nil { try CommandRules.parameterNames(Template(next.command.content), limits) }
        next.command.parameters = Self.parameters(of: next.command)
        if request.parameters != .none {
            next.parameters = try ParameterValues(request.parameters, for: next.command, limits).passed
        } else {
            // What the new script does not name any more has no place to go.
            let names = Set(next.command.parameters.map(\.name.asciiLowerCased))
            next.parameters = invocation.parameters.filter { names.contains($0.key.asciiLowerCased) }
        }
        try Script.check(next.command, ParameterValues(passed: next.parameters), limits)
        return next
    }

    /// What the script of a command names, with the defaults that are known.
    private static func parameters(of command: Command) -> [ParameterDefinition] {
        guard command.enablesParameters else { return [] }
        return ParameterDefinition.named(in: command.content).map { definition in
            command.parameters.first { $0.name.asciiLowerCased == definition.name.asciiLowerCased } ?? definition
        }
    }
}

extension APIError {
    /// The same refusal under the name that it has in ModifyInvocationAttribute.
    public var asChange: APIError {
        let code: APIErrorCode? =
            switch code.known {
            case .invalidParamFrequency: .invalidParameterFrequency
            case .parameterKeyDuplicate: .invalidParametersKeyDuplicate
            case .parameterNotMatched: .invalidParametersKeyNotMatch
            case .invalidParameterParameters:
                facts[.name] == "" ? .invalidParametersKeyEmpty : .invalidParametersKeyMalformed
            case .invalidParameterCharsetParameters: .invalidParametersKeyMalformed
            case .parameterCountExceedLimit: .invalidParametersCountLimitExceeded
            case .parameterKeyExceedLimit: .invalidParametersKeyLengthLimitExceeded
            case .parameterTypeNotSupported: .invalidParametersValueTypeUnsupported
            case .cmdContentDecodeError: .invalidCommandContentDecodeError
            case .cmdContentExceedLimit: .invalidCommandContentLengthLimitExceeded
            case .invalidInstanceNotFound: .invalidInstanceIdNotFound
            case .invalidInstanceNotMatch: .invalidInstanceIdOSTypeUnsupported
            case .instanceIdsExceedLimit: .invalidInstanceIdCountLimitExceeded
            case .cmdCountExceedQuota: .commandLimitExceeded
            default: nil
            }
        guard let code else { return self }
        var renamed = APIError(code, facts)
        renamed.requestID = requestID
        return renamed
    }
}

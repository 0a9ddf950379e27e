extension DescribeCommandsRequest {
    /// What commands must be.
    public struct Conditions: Sendable {
        /// The name, nil for any.
        public let name: NamePattern?
        /// The description, nil for any.
        public let description: NamePattern?
        /// The type, nil for any.
        public let type: CommandType?
        /// All these tags.
        public let tags: [Tag]
    }

    /// Whether own commands are asked for.
    public var isOwn: Bool { (provider ?? "").isEmpty }

    /// What commands must be, or the first rule that is broken: Name, Description, Type, Tag.
    public func checked(_ limits: Limits) throws(APIError) -> Conditions {
        let name = try pattern(name, 128, "Name", .invalidNameLengthLimitExceeded)
        let description = try pattern(description, 512, "Description", .invalidDescriptionLengthLimitExceeded)
        return Conditions(
            name: name, description: description, type: try CommandType.filter(type, "Type"),
            tags: try limits.checked(tags))
    }

    /// Own commands are looked for by the whole text; a provider's, unless there is a star, by any part of it.
    private func pattern(_ text: String?, _ limit: Int, _ parameter: String, _ code: APIErrorCode)
        throws(APIError) -> NamePattern?
    {
        guard let text, !text.isEmpty else { return nil }
        let count = text.unicodeScalars.count
        guard count <= limit else {
            throw APIError(code, [.parameter: parameter, .limit: "\(limit)", .actual: "\(count)"])
        }
        return NamePattern(isOwn || text.utf8.contains(0x2a) ? text : "*\(text)*")
    }
}

extension CommandType {
    /// The type that a filter names, nil for none.
    static func filter(_ word: String?, _ parameter: String) throws(APIError) -> CommandType? {
        guard let word, !word.isEmpty else { return nil }
        guard let type = CommandType(rawValue: word) else {
            throw APIError(.invalidCommandTypeNotFound, [.parameter: parameter, .value: word])
        }
        return type
    }
}

extension DescribeInvocationsRequest {
    /// What invocations must be.
    public struct Conditions: Sendable {
        /// The name of the command, nil for any.
        public let commandName: String?
        /// The type of the command, nil for any.
        public let commandType: CommandType?
        /// The state, nil for any.
        public let status: InvokeStatusWord?
        /// The repeat mode, nil for any.
        public let repeatMode: RepeatMode?
        /// All these tags.
        public let tags: [Tag]
    }

    /// What invocations must be, or the first rule that is broken: CommandType, InvokeStatus, RepeatMode, IncludeOutput,
    /// Tag.
    public func checked(_ limits: Limits) throws(APIError) -> Conditions {
        let isOfInstance = !(instanceID?.text ?? "").isEmpty
        let type = try CommandType.filter(commandType, "CommandType")
        let status = try InvokeStatusWord.filter(invokeStatus)
        let mode = isOfInstance ? nil : try RepeatMode.filter(repeatMode)
        guard !includesOutput || isOfInstance || !(invokeID?.text ?? "").isEmpty else {
            throw APIError(
                .operationForbidden,
                [.parameter: "IncludeOutput", .detail: "InvokeId or InstanceId has to be given with it"])
        }
        return Conditions(
            commandName: isOfInstance ? nil : commandName.flatMap { $0.isEmpty ? nil : $0 }, commandType: type,
            status: isOfInstance && status == .partialFailed ? nil : status, repeatMode: mode,
            tags: try limits.checked(tags))
    }
}

extension RepeatMode {
    /// The mode that a filter names, nil for none.
    fileprivate static func filter(_ word: String?) throws(APIError) -> RepeatMode? {
        guard let word, !word.isEmpty else { return nil }
        guard let mode = RepeatMode(rawValue: word) else {
            throw APIError(.invalidRepeatModeNotFound, [.parameter: "RepeatMode", .value: word])
        }
        return mode
    }
}

/// The words of `InvokeStatus`: those of the older and of the newer state of a whole invocation (ECS API,
/// DescribeInvocations).
public enum InvokeStatusWord: String, CaseIterable, Sendable {
    /// Something of it has not ended and nothing is being stopped, by the older meaning; so are pending ones.
    case running = "Running"
    /// The older word for scripts that all ended, whatever their exit codes.
    case finished = "Finished"
    /// Every instance that was not stopped succeeded.
    case success = "Success"
    /// No instance succeeded, and some failed.
    case failed = "Failed"
    /// Some instances succeeded or, by the older meaning, were stopped, and some failed.
    case partialFailed = "PartialFailed"
    /// Every instance was stopped.
    case stopped = "Stopped"
    /// Some instance is being stopped.
    case stopping = "Stopping"
    /// Some instance waits, none runs.
    case pending = "Pending"
    /// Some instance waits for its time, none waits or runs.
    case scheduled = "Scheduled"

    static func filter(_ word: String?) throws(APIError) -> InvokeStatusWord? {
        guard let word, !word.isEmpty else { return nil }
        guard let known = InvokeStatusWord(rawValue: word) else {
            throw APIError(.invalidParameter, [.parameter: "InvokeStatus", .value: word])
        }
        return known
    }

    /// Whether an invocation whose instances have these states is meant, by the older or the newer word.
    public func holds(_ states: [InvocationState]) -> Bool {
        InvocationState.overall(states).rawValue == rawValue || InvocationState.overallRecordStatus(states) == rawValue
    }
}

extension InvocationState {
    /// The states that `InvokeRecordStatus` stands for, by the older or the newer word; all when none is given.
    public static func records(_ word: String?) throws(APIError) -> [InvocationState]? {
        guard let word, !word.isEmpty else { return nil }
        let states = allCases.filter { $0.recordStatus == word || $0.rawValue == word }
        guard !states.isEmpty else {
            throw APIError(.invalidParameter, [.parameter: "InvokeRecordStatus", .value: word])
        }
        return states
    }
}

/// A call to run something whose every single value is well formed; nothing is known yet of what the values name.
public struct RunForm: Hashable, Sendable {
    /// Instances by id or by tags, never both.
    public enum Targeting: Hashable, Sendable {
        /// These, each once, in the order of the call.
        case instances([InstanceID])
        /// Every instance with all these tags.
        case tags([Tag])
    }

    /// How instances are chosen.
    public let targeting: Targeting
    /// When to run.
    public let repeatMode: RepeatMode
    /// By what frequency; only for `RepeatMode.period`.
    public let frequency: String?
    /// What a stop or a timeout ends.
    public let terminationMode: TerminationMode
    /// Labels of the invocation.
    public let tags: [Tag]
    /// Where its outputs are delivered; nil when the call names no place.
    public let delivery: OutputDestination?
}

extension InvocationDraft {
    /// The call with its values read, or the first rule that it breaks, in this order: ClientToken, Tag, InstanceId
    /// and ResourceTag, ContainerId, ContainerName, Launcher, Timeout, WorkingDir, Username, WindowsPasswordName,
    /// TerminationMode, RepeatMode, Frequency, OssOutputDelivery; at last what this service does not offer.
    public func checked(_ limits: Limits, resourceTagLimit: Int) throws(APIError) -> RunForm {
        try FieldRules.clientToken(clientToken)
        let tags = try TagRules.tags(limits).checked(tags)
        let targeting = try targeting(limits, resourceTagLimit: resourceTagLimit)
        try FieldRules.containerID(containerID)
        try FieldRules.containerName(containerName)
        try FieldRules.launcher(launcher)
        try FieldRules.timeout(timeoutSeconds, limits)
        try FieldRules.workingDirectory(workingDirectory)
        try FieldRules.username(username)
        try FieldRules.windowsPasswordName(windowsPasswordName)
        let terminationMode = try FieldRules.terminationMode(terminationMode)
        let repeatMode = try checkedRepeatMode()
        let delivery = try OutputDestination(ossOutputDelivery)
        return RunForm(
            targeting: targeting, repeatMode: repeatMode, frequency: repeatMode == .period ? frequency : nil,
            terminationMode: terminationMode, tags: tags, delivery: delivery)
    }

    private func targeting(_ limits: Limits, resourceTagLimit: Int) throws(APIError) -> RunForm.Targeting {
        guard resourceTags.isEmpty || instanceIDs.isEmpty else {
            throw APIError(.invalidResourceTagConflictWithInstanceIds, [.parameter: "ResourceTag"])
        }
        guard resourceTags.isEmpty else {
            return .tags(try TagRules.resourceTags(limit: resourceTagLimit).checked(resourceTags))
        }
        guard !instanceIDs.isEmpty, !instanceIDs.contains(where: \.text.isEmpty) else {
            throw APIError(.missingParamInstanceId, [.parameter: "InstanceId"])
        }
        var seen: Set<InstanceID> = []
        let ids = instanceIDs.filter { seen.insert($0).inserted }
        guard ids.count <= limits.instancesPerCall else {
            throw APIError(
                .instanceIdsExceedLimit,
                [.parameter: "InstanceId", .limit: "\(limits.instancesPerCall)", .actual: "\(ids.count)"])
        }
        return .instances(ids)
    }

    /// A frequency makes a call periodic whatever its mode says, but never a preview: that must not run.
    private func checkedRepeatMode() throws(APIError) -> RepeatMode {
        let word = repeatMode ?? ""
        guard let mode = word.isEmpty ? RepeatMode.once : RepeatMode(rawValue: word) else {
            throw APIError(.invalidRepeatModeNotFound, [.parameter: "RepeatMode", .value: word])
        }
        let hasFrequency = !(frequency ?? "").isEmpty
        if mode == .period, !hasFrequency { throw APIError(.missingParamFrequency, [.parameter: "Frequency"]) }
        if mode == .dryRun, hasFrequency {
            throw APIError(.invalidParamFrequency, [.parameter: "Frequency", .value: frequency ?? ""])
        }
        guard let frequency, hasFrequency else { return mode }
        do throws(FrequencyError) {
            _ = try Frequency(frequency)
        } catch {
            throw APIError(.invalidParamFrequency, error.facts(value: frequency))
        }
        return .period
    }
}

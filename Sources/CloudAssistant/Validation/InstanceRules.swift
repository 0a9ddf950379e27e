extension DescribeInstancesRequest {
    /// Whether an instance passes, nil when every one does; or the first rule that is broken: the number of ids and of
    /// addresses, then words, tags.
    ///
    /// What only a cloud knows of an instance is empty here, so whoever asks for some value of it finds nothing.
    public func checked(_ limits: Limits) throws(APIError) -> ((Instance) -> Bool)? {
        try Self.check(count: instanceIDs?.count, "InstanceIds", limits)
        var conditions = try addressConditions(limits)
        if let name = instanceName, !name.isEmpty {
            let pattern = NamePattern(name)
            conditions.append { pattern.matches($0.name) }
        }
        if let word = status, !word.isEmpty {
            let status = try Self.word(word, "Status", InstanceStatus.self, .invalidStatusNotFound)
            conditions.append { $0.status == status }
        }
        if let type = try OSType.filter(osType) { conditions.append { $0.osType == type } }
        if let group = resourceGroupID, !group.text.isEmpty { conditions.append { $0.resourceGroupID == group } }
        if let zone = traits.zoneID, !zone.isEmpty { conditions.append { $0.zoneID == zone } }
        if try asksForWhatNoneHas() { conditions.append { _ in false } }
        let tags = try TagRules.instanceTags(limits).checked(tags)
        if !tags.isEmpty { conditions.append { $0.carries(tags) } }
        guard !conditions.isEmpty else { return nil }
        return { instance in conditions.allSatisfy { $0(instance) } }
    }

    private func addressConditions(_ limits: Limits) throws(APIError) -> [(Instance) -> Bool] {
        let lists: [(String, [String]?, (Instance) -> [String])] = [
            ("PrivateIpAddresses", traits.privateAddresses, { $0.privateAddresses }),
            ("PublicIpAddresses", traits.publicAddresses, { $0.publicAddresses }),
            ("InnerIpAddresses", traits.innerAddresses, { _ in [] }),
            ("EipAddresses", traits.eipAddresses, { _ in [] }),
        ]
        var conditions: [(Instance) -> Bool] = []
        for (parameter, wanted, addresses) in lists {
            guard let wanted else { continue }
            try Self.check(count: wanted.count, parameter, limits)
            let set = Set(wanted)
            conditions.append { !set.isDisjoint(with: addresses($0)) }
        }
        return conditions
    }

    /// Checks the words about what our instances do not have; true when one of them asks for some.
    private func asksForWhatNoneHas() throws(APIError) -> Bool {
        let words: [(String?, String, [String], APIErrorCode)] = [
            (traits.networkType, "InstanceNetworkType", ["vpc", "classic"], .invalidNetworkTypeNotFound),
            (traits.chargeType, "InstanceChargeType", ["PrePaid", "PostPaid"], .invalidInstanceChargeTypeNotFound),
            (
                traits.internetChargeType, "InternetChargeType", ["PayByBandwidth", "PayByTraffic"],
                .invalidInternetChargeTypeValueNotSupported
            ),
            (
                traits.lockReason, "LockReason",
                ["financial", "security", "recycling", "dedicatedhostfinancial", "refunded"],
                .invalidLockReasonNotFound
            ),
        ]
        for (word, parameter, known, code) in words {
            guard let word, !word.isEmpty, !known.contains(word) else { continue }
            throw Self.unknown(word, parameter, known, code)
        }
        let times = ["CreationStartTime", "CreationEndTime", "ExpiredStartTime", "ExpiredEndTime"]
        if let key = traits.filterKeys.first(where: { !times.contains($0) }) {
            throw Self.unknown(key, "Filter.N.Key", times, .invalidFilterKeyNotFound)
        }
        let others = [
            traits.vpcID, traits.vSwitchID, traits.securityGroupID, traits.imageID, traits.instanceType,
            traits.chargeType, traits.internetChargeType, traits.lockReason, traits.filterKeys.first,
            traits.networkType == "classic" ? "classic" : nil,
        ]
        return others.contains { !($0 ?? "").isEmpty }
    }

    private static func check(count: Int?, _ parameter: String, _ limits: Limits) throws(APIError) {
        let most = limits.instancesPerDescribe
        guard let count, count > most else { return }
        throw APIError(
            .instanceIdsExceedLimit, [.parameter: parameter, .limit: "\(most)", .actual: "\(count)"])
    }

    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String, _ parameter: String, _: Word.Type, _ code: APIErrorCode
    ) throws(APIError) -> Word {
        guard let word = Word(rawValue: text) else {
            throw unknown(text, parameter, Word.allCases.map(\.rawValue), code)
        }
        return word
    }

    private static func unknown(_ word: String, _ parameter: String, _ known: [String], _ code: APIErrorCode)
        -> APIError
    {
        APIError(code, [.parameter: parameter, .value: word, .limit: known.joined(separator: ", ")])
    }
}

extension OSType {
    /// The family that a filter names in any case, nil for none.
    static func filter(_ word: String?) throws(APIError) -> OSType? {
        guard let word, !word.isEmpty else { return nil }
        let lower = word.asciiLowerCased
        guard let type = allCases.first(where: { $0.rawValue.asciiLowerCased == lower }) else {
            let known = allCases.map(\.rawValue).joined(separator: ", ")
            throw APIError(
                .invalidParameter, [.parameter: "OSType", .value: word, .detail: "it is one of \(known)"])
        }
        return type
    }
}

extension DescribeCloudAssistantStatusRequest {
    /// The family of operating systems asked for, or the first rule that is broken: an empty id, the number of ids, OSType.
    public func checked(_ limits: Limits) throws(APIError) -> OSType? {
        guard !instanceIDs.contains(where: \.text.isEmpty) else {
            throw APIError(.missingParamInstanceId, [.parameter: "InstanceId"])
        }
        let (most, count) = (limits.instancesPerDescribe, Set(instanceIDs).count)
        guard count <= most else {
            throw APIError(
                .instanceIdsExceedLimit, [.parameter: "InstanceId", .limit: "\(most)", .actual: "\(count)"])
        }
        return try OSType.filter(osType)
    }
}

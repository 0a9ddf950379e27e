/// The rules for `Tag.N` and `ResourceTag.N`, which are the same but for their codes.
struct TagRules {
    let parameter: String
    let limit: Int
    let tooMany: APIErrorCode
    let missingKey: APIErrorCode
    let malformedKey: APIErrorCode
    let malformedValue: APIErrorCode
    let duplicateKey: APIErrorCode
    var keyLimit = 64

    static func tags(_ limits: Limits) -> TagRules {
        TagRules(
            parameter: "Tag", limit: limits.tagsPerCall, tooMany: .numberExceedTags,
            missingKey: .missingParameterTagKey, malformedKey: .invalidTagKeyMalformed,
            malformedValue: .invalidTagValueMalformed, duplicateKey: .duplicateTagKey)
    }

    static func resourceTags(limit: Int) -> TagRules {
        TagRules(
            parameter: "ResourceTag", limit: limit, tooMany: .numberExceedResourceTags,
            missingKey: .missingParameterResourceTagKey, malformedKey: .invalidResourceTagKeyMalformed,
            malformedValue: .invalidResourceTagValueMalformed, duplicateKey: .duplicateResourceTagKey)
    }

    /// The tags when all rules hold: number, then for each its key and value, then no key twice.
    func checked(_ tags: [TagFilter]) throws(APIError) -> [Tag] {
        guard tags.count <= limit else {
            throw APIError(tooMany, [.parameter: parameter, .limit: "\(limit)", .actual: "\(tags.count)"])
        }
        var seen: Set<[UInt8]> = []
        var checked: [Tag] = []
        for (index, tag) in tags.enumerated() {
            let tag = try self.checked(tag, number: index + 1)
            guard seen.insert(Array(tag.key.utf8)).inserted else {
                throw APIError(duplicateKey, [.parameter: "\(parameter).\(index + 1).Key", .value: tag.key])
            }
            checked.append(tag)
        }
        return checked
    }

    private func checked(_ tag: TagFilter, number: Int) throws(APIError) -> Tag {
        let name = "\(parameter).\(number)"
        guard let key = tag.key else { throw APIError(missingKey, [.parameter: "\(name).Key"]) }
        let lower = key.asciiLowerCased
        let isReserved = lower.begins(with: "aliyun") || lower.begins(with: "acs:")
        guard !key.isEmpty, key.unicodeScalars.count <= keyLimit, !isReserved, !Self.holdsAddress(key),
            !key.unicodeScalars.contains(where: FieldRules.isControl)
        else { throw APIError(malformedKey, [.parameter: "\(name).Key", .value: key, .limit: "\(keyLimit)"]) }
        let value = tag.value ?? ""
        guard value.unicodeScalars.count <= 128, !Self.holdsAddress(value),
            !value.unicodeScalars.contains(where: FieldRules.isControl)
        else { throw APIError(malformedValue, [.parameter: "\(name).Value", .value: value, .limit: "128"]) }
        return Tag(key, value)
    }

    private static func holdsAddress(_ text: String) -> Bool {
        text.holds("http://") || text.holds("https://")
    }
}

extension TagRules {
    /// `Tag.N` of DescribeInstances, which has codes of its own for two of the rules.
    static func instanceTags(_ limits: Limits) -> TagRules {
        TagRules(
            parameter: "Tag", limit: limits.tagsPerCall, tooMany: .invalidTagCount, missingKey: .invalidTagMismatch,
            malformedKey: .invalidTagKeyMalformed, malformedValue: .invalidTagValueMalformed,
            duplicateKey: .duplicateTagKey, keyLimit: 128)
    }

    /// `Tag.N` of TagResources; of ListTagResources, where a value without a key has another code, with `isFilter`.
    static func resources(_ limits: Limits, isFilter: Bool) -> TagRules {
        TagRules(
            parameter: "Tag", limit: limits.tagsPerCall, tooMany: .numberExceedTags,
            missingKey: isFilter ? .invalidParameterTagValue : .missingParameterTagKey,
            malformedKey: .invalidTagKeyMalformed, malformedValue: .invalidTagValueMalformed,
            duplicateKey: .duplicateTagKey, keyLimit: 128)
    }
}

extension Limits {
    /// Tags to give to something, or the first rule that they break: number, keys, values, no key twice.
    public func checked(_ tags: [TagFilter]) throws(APIError) -> [Tag] { try TagRules.tags(self).checked(tags) }

    /// Tags that choose instances for InvokeCommand, or for RunCommand with `isRun`, or the first rule that they break.
    public func checked(resourceTags tags: [TagFilter], isRun: Bool) throws(APIError) -> [Tag] {
        try TagRules.resourceTags(limit: isRun ? resourceTagsPerRun : resourceTagsPerInvoke).checked(tags)
    }
}

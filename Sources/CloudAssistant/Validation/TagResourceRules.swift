/// A tagging call whose values are well formed.
public struct Tagging: Hashable, Sendable {
    /// What is tagged.
    public let type: TaggableType
    /// Its ids, each once, in the order of the call.
    public let ids: [String]

    /// Checks the type, then the ids: that there are some, not too many, and none is empty.
    init(_ type: String?, _ ids: [String], _ limits: Limits, needsIDs: Bool = true) throws(APIError) {
        guard let type, !type.isEmpty else { throw APIError(.missingParameter, [.parameter: "ResourceType"]) }
        guard let known = TaggableType(rawValue: type) else {
            let words = TaggableType.allCases.map(\.rawValue).joined(separator: ", ")
            throw APIError(
                .invalidResourceTypeNotFound, [.parameter: "ResourceType", .value: type, .limit: words])
        }
        guard !needsIDs || !ids.isEmpty, !ids.contains("") else {
            throw APIError(.missingParameter, [.parameter: "ResourceId"])
        }
        let most = limits.resourcesPerTagging
        guard ids.count <= most else {
            throw APIError(
                .numberExceedResourceIds, [.parameter: "ResourceId", .limit: "\(most)", .actual: "\(ids.count)"])
        }
        self.type = known
        var seen: Set<String> = []
        self.ids = ids.filter { seen.insert($0).inserted }
    }
}

extension TagResourcesRequest {
    /// What is tagged and with what, or the first rule that is broken: type, ids, tags.
    public func checked(_ limits: Limits) throws(APIError) -> (Tagging, [Tag]) {
        let tagging = try Tagging(resourceType, resourceIDs, limits)
        guard !tags.isEmpty else { throw APIError(.missingParameter, [.parameter: "Tag"]) }
        return (tagging, try TagRules.resources(limits, isFilter: false).checked(tags))
    }
}

extension UntagResourcesRequest {
    /// What loses which tags (nil for all), or the first rule that is broken: type, ids, number of keys, keys.
    public func checked(_ limits: Limits) throws(APIError) -> (Tagging, [String]?) {
        let tagging = try Tagging(resourceType, resourceIDs, limits)
        guard tagKeys.count <= limits.tagsPerCall else {
            throw APIError(
                .numberExceedTags,
                [.parameter: "TagKey", .limit: "\(limits.tagsPerCall)", .actual: "\(tagKeys.count)"])
        }
        if let index = tagKeys.firstIndex(of: "") {
            throw APIError(.invalidTagKeyMalformed, [.parameter: "TagKey.\(index + 1)"])
        }
        return (tagging, tagKeys.isEmpty && isAll ? nil : tagKeys)
    }
}

extension ListTagResourcesRequest {
    /// Which resources are asked for, or the first rule that is broken: type, ids, tags.
    public func checked(_ limits: Limits) throws(APIError) -> (Tagging, [Tag]) {
        let tagging = try Tagging(resourceType, resourceIDs, limits, needsIDs: tags.isEmpty)
        return (tagging, try TagRules.resources(limits, isFilter: true).checked(tags))
    }
}

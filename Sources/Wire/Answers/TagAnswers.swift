public import CloudAssistant

extension TagResourcesResponse {
    /// The answer's body.
    public var json: JSON { ["RequestId": .string(requestID)] }
}

extension UntagResourcesResponse {
    /// The answer's body.
    public var json: JSON { ["RequestId": .string(requestID)] }
}

extension ListTagResourcesResponse {
    /// The answer's body.
    public var json: JSON {
        let entries = tags.map { entry -> JSON in
            [
                "ResourceId": .string(entry.resourceID), "ResourceType": .string(entry.resourceType.rawValue),
                "TagKey": .string(entry.tag.key), "TagValue": .string(entry.tag.value),
            ]
        }
        return [
            "RequestId": .string(requestID), "NextToken": .string(nextToken ?? ""),
            "TagResources": ["TagResource": .array(entries)],
        ]
    }
}

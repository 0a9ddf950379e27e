import CloudAssistant

/// How texts that may hold anything stand in an answer (`ContentEncoding` of the Describe actions).
extension ContentEncoding {
    /// A script or an output, as bytes, in this encoding; bytes that are no UTF-8 become U+FFFD in plain text.
    func member(_ bytes: [UInt8]) -> JSON {
        switch self {
        case .plainText: .string(String(decoding: bytes, as: UTF8.self))
        case .base64: .string(Base64.encode(bytes))
        }
    }
}

extension Timestamp? {
    /// The moment as the API writes it, or the empty text for one that has not come.
    var member: JSON { .string(self?.wireText ?? "") }
}

extension [Tag] {
    /// `{"Tag":[{"TagKey":…,"TagValue":…}]}`
    var member: JSON {
        ["Tag": .array(map { ["TagKey": .string($0.key), "TagValue": .string($0.value)] })]
    }
}

extension Page {
    /// The members that tell which part of a list an answer is.
    var members: [JSON.Member] {
        [
            JSON.Member("PageNumber", .integer(pageNumber)), JSON.Member("PageSize", .integer(pageSize)),
            JSON.Member("TotalCount", .integer(totalCount)), JSON.Member("NextToken", .string(nextToken ?? "")),
        ]
    }
}

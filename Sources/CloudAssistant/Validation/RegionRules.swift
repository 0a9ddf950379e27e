extension DescribeRegionsRequest {
    /// The language of the names, or the first rule that is broken: AcceptLanguage, ResourceType, InstanceChargeType.
    public func checked() throws(APIError) -> RegionLanguage {
        let language = try RegionLanguage.filter(acceptLanguage)
        try Self.check(
            resourceType, "ResourceType", ["instance", "disk", "reservedinstance", "scu"],
            .invalidResourceTypeNotFound)
        try Self.check(
            instanceChargeType, "InstanceChargeType", ["PrePaid", "PostPaid", "SpotWithPriceLimit", "SpotAsPriceGo"],
            .invalidInstanceChargeTypeNotFound)
        return language
    }

    private static func check(_ word: String?, _ parameter: String, _ known: [String], _ code: APIErrorCode)
        throws(APIError)
    {
        guard let word, !word.isEmpty, !known.contains(word) else { return }
        throw APIError(code, [.parameter: parameter, .value: word, .limit: known.joined(separator: ", ")])
    }
}

/// The languages that DescribeRegions tells names in (`AcceptLanguage`).
public enum RegionLanguage: String, CaseIterable, Sendable {
    /// Chinese as written on the mainland.
    case simplifiedChinese = "zh-CN"
    /// Chinese as written in Taiwan and Hong Kong.
    case traditionalChinese = "zh-TW"
    /// English.
    case english = "en-US"
    /// Japanese.
    case japanese = "ja"
    /// French.
    case french = "fr"
    /// German.
    case german = "de"
    /// Korean.
    case korean = "ko"

    static func filter(_ word: String?) throws(APIError) -> RegionLanguage {
        guard let word, !word.isEmpty else { return .simplifiedChinese }
        guard let language = RegionLanguage(rawValue: word) else {
            throw APIError(.invalidAcceptLanguageNotFound, [.parameter: "AcceptLanguage", .value: word])
        }
        return language
    }

    /// The one of a language of ours.
    public init(_ language: Language) {
        switch language {
        case .english: self = .english
        case .chinese: self = .simplifiedChinese
        }
    }
}

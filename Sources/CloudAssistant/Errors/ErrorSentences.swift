/// The sentences about an error, with its facts filled in.
public enum ErrorSentences {
    /// The message on the wire; for a code that is not in the catalogue the detail, or else the code itself.
    public static func message(_ error: APIError) -> String {
        guard let code = error.code.known else { return known(.detail, error.facts) ?? error.code.text }
        let message = code.entry.message
        guard let blank = message.firstRange(of: "%s") else { return message }
        let fact: Fact = code == .invalidOssOutputDeliveryBucketAccessDenied ? .detail : .parameter
        return message[..<blank.lowerBound] + (known(fact, error.facts) ?? "") + message[blank.upperBound...]
    }

    /// What is wrong and what to do about it, in a language.
    public static func explanation(_ error: APIError, in language: Language) -> (cause: String, fix: String) {
        let (cause, fix) = texts(error)
        var facts = error.facts
        if let field = facts[.field].flatMap(CronField.init(rawValue:)) { facts[.field] = field.words[language] }
        return (filled(cause[language], facts), filled(fix[language], facts))
    }

    /// The texts of the code, or of the reason where the code has several.
    private static func texts(_ error: APIError) -> (cause: LocalizedText, fix: LocalizedText) {
        if let reason = error.facts[.reason].flatMap(FrequencyError.Reason.init(rawValue:)) { return reason.entry }
        return error.code.known.map { ($0.entry.cause, $0.entry.fix) } ?? (unknownCause, unknownFix)
    }

    /// A text with its facts. The text is read once and values are only ever appended, so nothing in a value counts as
    /// a brace or bracket. Without a fact, the bracketed part around it goes; outside of brackets just the fact does.
    /// Of the parts that bars separate within brackets, the first complete one stays.
    static func filled(_ text: String, _ facts: [Fact: String]) -> String {
        var whole = ""
        var part: String?
        var chosen: String?
        var isPartComplete = true
        var rest = text[...]
        while let character = rest.popFirst() {
            var piece = String(character)
            switch character {
            case "[":
                (part, chosen, isPartComplete) = ("", nil, true)
                continue
            case "|" where part != nil:
                if isPartComplete { chosen = chosen ?? part }
                (part, isPartComplete) = ("", true)
                continue
            case "]":
                if isPartComplete { chosen = chosen ?? part }
                whole += chosen ?? ""
                part = nil
                continue
            case "{":
                let value = Fact(rawValue: String(rest.prefix { $0 != "}" })).flatMap { known($0, facts) }
                rest = rest.drop { $0 != "}" }.dropFirst()
                isPartComplete = isPartComplete && value != nil
                piece = value ?? ""
            default: break
            }
            if part == nil { whole += piece } else { part? += piece }
        }
        return whole
    }

    /// A fact's value; an empty one tells nothing and counts as missing.
    private static func known(_ fact: Fact, _ facts: [Fact: String]) -> String? {
        facts[fact].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static let unknownCause = LocalizedText(
        english: "The service answered a code that is not in the catalogue[: {detail}].",
        chinese: "服务返回了目录中没有的错误码[：{detail}]。")
    private static let unknownFix = LocalizedText(
        english: "Look the code up in the service's own list of errors, then correct the call.",
        chinese: "请在该服务的错误码列表中查询此错误码，然后更正调用。")
}

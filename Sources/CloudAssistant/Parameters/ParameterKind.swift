/// What kind of value a parameter takes. The API knows texts only; the kind says how to ask for one and how to show it.
public enum ParameterKind: Hashable, Sendable {
    /// Any text.
    case text
    /// A whole number in decimal digits, without leading zeros.
    case number(ClosedRange<Int>)
    /// One of these texts.
    case choice([String])
    /// The absolute path of a file or directory.
    case path
    /// A text that is not to be shown.
    case secret

    /// True when values are to be masked wherever they are shown.
    public var isSecret: Bool { self == .secret }

    /// Why a value cannot be passed, nil when it can. An empty text stands for the default and is judged by nobody here.
    ///
    /// The error names the parameter when `name` is given, and what would be allowed (`limit`); never a secret's value.
    public func problem(in value: String, of name: String = "") -> APIError? {
        var facts: [Fact: String] = [.parameter: "Parameters", .name: name]
        if value.unicodeScalars.contains(where: ParameterValues.isIllegal) {
            return APIError(.invalidParameterCharsetParameters, facts)
        }
        guard !value.isEmpty, let allowed = limit(brokenBy: value) else { return nil }
        facts[.value] = value
        facts[.limit] = allowed
        return APIError(.invalidParameterParameters, facts)
    }

    /// What would be allowed in place of a value, nil when the value is.
    private func limit(brokenBy value: String) -> String? {
        switch self {
        case .text, .secret: return nil
        case .number(let range):
            let isFine = Self.number(value).map(range.contains) ?? false
            return isFine ? nil : "\(range.lowerBound)-\(range.upperBound)"
        case .choice(let values): return values.contains(where: value.hasBytes) ? nil : values.joined(separator: ", ")
        case .path: return Self.isPath(value) ? nil : "/…"
        }
    }

    private static func number(_ text: String) -> Int? {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isPlain, text == "0" || text.utf8.first != 0x30 else { return nil }
        return Int(text)
    }

    private static func isPath(_ text: String) -> Bool {
        text.utf8.first == 0x2f && !text.utf8.contains(0x0a) && !text.utf8.contains(0x0d)
    }
}

extension Command {
    /// The kind of one of the command's parameters: declared for the starter library, else derived from what is known.
    public func kind(of parameter: ParameterDefinition) -> ParameterKind {
        if let declared = StarterLibrary.kind(of: parameter.name, in: self) { return declared }
        return ParameterKind(deriving: parameter)
    }
}

extension ParameterKind {
    /// The kind that a definition suggests, by the first of these rules that fits:
    ///
    /// 1. A name that `isSecret(name:)` holds for: `secret`.
    /// 2. Possible values: `choice`.
    /// 3. A name whose last word is one of count, lines, limit, size, port, seconds, minutes, hours or days, with a
    ///    default that is a number: `number`, for a port from 1 to 65535, else from 0 to 999999999.
    /// 4. Else `text`.
    public init(deriving definition: ParameterDefinition) {
        let word = Self.words(definition.name).last ?? ""
        if Self.isSecret(name: definition.name) {
            self = .secret
        } else if !definition.possibleValues.isEmpty {
            self = .choice(definition.possibleValues)
        } else if let range = Self.range(word), Self.number(range).problem(in: definition.defaultValue) == nil,
            !definition.defaultValue.isEmpty
        {
            self = .number(range)
        } else {
            self = .text
        }
    }

    /// True when a name says that its value is not to be shown: it contains password, passwd, passphrase, secret, token,
    /// credential, apikey, accesskey or privatekey, whatever its case and with or without `-` and `_` in between.
    public static func isSecret(name: String) -> Bool {
        let letters = name.asciiLowerCased.utf8.filter { $0 != 0x2d && $0 != 0x5f }
        return secretWords.contains { letters.firstRange(of: $0.utf8) != nil }
    }

    private static let secretWords = [
        "password", "passwd", "passphrase", "secret", "token", "credential", "apikey", "accesskey", "privatekey",
    ]

    private static func range(_ word: String) -> ClosedRange<Int>? {
        switch word {
        case "port": 1...65_535
        case "count", "lines", "limit", "size", "seconds", "minutes", "hours", "days": 0...999_999_999
        default: nil
        }
    }

    /// The words of a name, lower-case: `lineCount`, `line-count` and `line_count` have two.
    private static func words(_ name: String) -> [String] {
        var words = [""]
        var wasLower = false
        for scalar in name.unicodeScalars {
            let isUpper = ("A"..."Z").contains(scalar)
            if scalar == "-" || scalar == "_" || isUpper && wasLower { words.append("") }
            if scalar != "-", scalar != "_" { words[words.count - 1].unicodeScalars.append(scalar) }
            wasLower = !isUpper && scalar != "-" && scalar != "_"
        }
        return words.map(\.asciiLowerCased)
    }
}

/// The values that a call passes to a command, checked against what the command names (ECS API, InvokeCommand, Parameters).
public struct ParameterValues: Hashable, Sendable {
    /// The values by name as the caller wrote it.
    public let passed: [String: String]
    private let byLowerCasedName: [String: String]

    /// No values.
    public static let none = ParameterValues([])

    private init(_ entries: [ParameterEntry]) {
        passed = Dictionary(entries.map { ($0.name, $0.value) }) { first, _ in first }
        byLowerCasedName = Dictionary(entries.map { ($0.name.asciiLowerCased, $0.value) }) { first, _ in first }
    }

    /// The values that an invocation kept.
    public init(passed: [String: String]) {
        self.init(passed.map { ParameterEntry(name: $0.key, value: $0.value) })
    }

    /// The value for a name of the command: the passed one, else the command's default, else the empty text.
    public func value(of name: String, in command: Command) -> String {
        if let value = byLowerCasedName[name.asciiLowerCased] { return value }
        return command.parameters.first { $0.name.asciiLowerCased == name.asciiLowerCased }?.defaultValue ?? ""
    }

    /// The values when all rules hold, in this order: a JSON object, custom parameters enabled, their number, then for
    /// each its name, its type and its characters, no name twice, every name known to the command, every required
    /// one given, every value possible.
    public init(_ input: ParametersInput, for command: Command, _ limits: Limits) throws(APIError) {
        let members = try Self.members(input)
        if !members.isEmpty {
            guard command.enablesParameters else {
                throw APIError(.parameterDisabled, [.parameter: "Parameters", .command: command.id.text])
            }
            guard members.count <= limits.parametersPerCall else {
                throw APIError(
                    .parameterCountExceedLimit,
                    [
                        .parameter: "Parameters", .limit: "\(limits.parametersPerCall)",
                        .actual: "\(members.count)",
                    ])
            }
        }
        let entries = try Self.entries(members)
        try Self.check(entries, against: command)
        self.init(entries)
    }

    private static func members(_ input: ParametersInput) throws(APIError) -> [JSON.Member] {
        switch input {
        case .none: return []
        case .entries(let entries): return entries.map { JSON.Member($0.name, .string($0.value)) }
        case .json(let text):
            if text.isEmpty { return [] }
            guard case .object(let members)? = JSON(parsing: text) else {
                throw APIError(.invalidParameterParameters, [.parameter: "Parameters"])
            }
            return members
        }
    }

    private static func entries(_ members: [JSON.Member]) throws(APIError) -> [ParameterEntry] {
        var seen: Set<String> = []
        var entries: [ParameterEntry] = []
        for member in members {
            let facts: [Fact: String] = [.parameter: "Parameters", .name: member.name]
            guard !member.name.isEmpty else { throw APIError(.invalidParameterParameters, facts) }
            guard member.name.utf8.count <= ParameterName.lengthLimit else {
                throw APIError(
                    .parameterKeyExceedLimit,
                    facts.merging([.limit: "\(ParameterName.lengthLimit)"]) { first, _ in first })
            }
            guard let value = member.value.text else { throw APIError(.parameterTypeNotSupported, facts) }
            guard !(member.name + value).unicodeScalars.contains(where: isIllegal) else {
                throw APIError(.invalidParameterCharsetParameters, facts)
            }
            guard seen.insert(member.name.asciiLowerCased).inserted else {
                throw APIError(.parameterKeyDuplicate, facts)
            }
            entries.append(ParameterEntry(name: member.name, value: value))
        }
        return entries
    }

    /// Control characters but for tabs and line ends; U+FFFD too, which is what text that was no UTF-8 became.
    static func isIllegal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r": false
        default: FieldRules.isControl(scalar) || scalar.value == 0xfffd
        }
    }

    private static func check(_ entries: [ParameterEntry], against command: Command) throws(APIError) {
        for entry in entries
        where !command.parameters.contains(where: { $0.name.asciiLowerCased == entry.name.asciiLowerCased }) {
            throw APIError(
                .parameterNotMatched,
                [.parameter: "Parameters", .name: entry.name, .command: command.id.text])
        }
        for definition in command.parameters {
            let entry = entries.first { $0.name.asciiLowerCased == definition.name.asciiLowerCased }
            let facts: [Fact: String] = [.parameter: "Parameters", .name: definition.name]
            let value = entry?.value ?? definition.defaultValue
            if definition.isRequired, value.isEmpty { throw APIError(.parameterMissingValue, facts) }
            let possible = definition.possibleValues
            if let entry, !possible.isEmpty, !possible.contains(where: entry.value.hasBytes) {
                // Errors are shown, stored and copied: a secret is no part of them.
                let given: [Fact: String] = ParameterKind.isSecret(name: entry.name) ? [:] : [.value: entry.value]
                throw APIError(.invalidParameterParameters, facts.merging(given) { first, _ in first })
            }
            // A provider's parameters have kinds; what an own command's name suggests is no rule.
            if let entry, command.provider != nil,
                let problem = command.kind(of: definition).problem(in: entry.value, of: definition.name)
            {
                throw problem
            }
        }
    }
}

/// One command of the starter library.
struct StarterCommand: Sendable {
    let name: String
    let description: String
    let category: String
    let parameters: [StarterParameter]
    let timeoutSeconds: Int
    /// What is done once the parameters stand in shell variables of their names.
    let body: String

    init(
        _ name: String, _ description: String, _ category: String, _ parameters: [StarterParameter],
        timeoutSeconds: Int = 60, _ body: String
    ) {
        self.name = name
        self.description = description
        self.category = category
        self.parameters = parameters
        self.timeoutSeconds = timeoutSeconds
        self.body = body
    }

    /// The command as it is listed and run.
    var command: Command {
        Command(
            id: CommandID(name), name: name, description: description, type: .shell,
            content: StarterScript.text(parameters, body), timeoutSeconds: timeoutSeconds,
            enablesParameters: !parameters.isEmpty, parameters: parameters.map(\.definition),
            provider: StarterLibrary.provider, category: category, version: 1,
            created: Timestamp(milliseconds: 1_767_225_600_000))
    }
}

/// A parameter of a starter command: its definition, its kind, and what its script looks at before it uses a value.
struct StarterParameter: Sendable {
    let definition: ParameterDefinition
    let kind: ParameterKind
    /// The only characters of a value, as a shell pattern has them between brackets; nil for any.
    var characters: String?

    private init(
        _ name: String, _ description: String, _ kind: ParameterKind, isRequired: Bool = false, value: String = "",
        possible: [String] = [], pattern: String = ""
    ) {
        definition = ParameterDefinition(
            name: name, description: description, isRequired: isRequired, defaultValue: value,
            possibleValues: possible, patternRegex: pattern)
        self.kind = kind
    }

    /// Any text of one line; required when it has no default.
    static func text(_ name: String, _ description: String, value: String? = nil) -> Self {
        Self(name, description, .text, isRequired: value == nil, value: value ?? "")
    }

    /// A text of some characters that does not begin with a hyphen.
    static func word(_ name: String, _ description: String, value: String? = nil, of characters: String) -> Self {
        var parameter = text(name, description, value: value)
        parameter.characters = characters
        return parameter
    }

    static func path(_ name: String, _ description: String, value: String? = nil) -> Self {
        Self(name, description, .path, isRequired: value == nil, value: value ?? "")
    }

    static func number(_ name: String, _ description: String, value: Int, in range: ClosedRange<Int>) -> Self {
        Self(name, description, .number(range), value: "\(value)", pattern: "^[0-9]+$")
    }

    /// A number without a default.
    static func number(_ name: String, _ description: String, in range: ClosedRange<Int>) -> Self {
        Self(name, description, .number(range), isRequired: true, pattern: "^[0-9]+$")
    }

    /// The first choice is the default.
    static func choice(_ name: String, _ description: String, _ values: [String]) -> Self {
        Self(name, description, .choice(values), value: values.first ?? "", possible: values)
    }
}

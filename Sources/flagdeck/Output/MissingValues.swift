import CloudAssistant

/// The words for parameters of an ad-hoc script that nobody gave a value: it runs, with empty texts in their place.
enum MissingValues {
    /// One line that names them, or none. What cannot be read is left to the service to refuse.
    static func lines(_ command: CommandDraft, _ input: ParametersInput) -> [LocalizedText] {
        guard command.enablesParameters, let script = script(command), let given = names(input) else { return [] }
        let missing = Template(script).parameterNames.filter { !given.contains($0.lowercased()) }
        guard !missing.isEmpty else { return [] }
        let names = missing.map { "{{\($0)}}" }.joined(separator: ", ")
        return [
            LocalizedText(
                english: "flagdeck: no value was given for \(names); an empty text takes the place.",
                chinese: "flagdeck：未给出 \(names) 的值，将以空文本代替。")
        ]
    }

    private static func script(_ command: CommandDraft) -> String? {
        guard let content = command.content else { return nil }
        switch ContentEncoding(word: command.contentEncoding, fallback: .plainText) {
        case .plainText: return content
        case .base64: return Base64.decode(content).flatMap { String(validating: $0, as: UTF8.self) }
        }
    }

    private static func names(_ input: ParametersInput) -> Set<String>? {
        switch input {
        case .none: return []
        case .entries(let entries): return Set(entries.map { $0.name.lowercased() })
        case .json(let text):
            guard case .object(let members)? = JSON(parsing: text) else { return nil }
            return Set(members.map { $0.name.lowercased() })
        }
    }
}

public import CloudAssistant

/// What the console knows again when it is opened the next time. Never a secret, never a script.
public struct Memory: Equatable, Sendable {
    /// The region that was chosen last.
    public var region: RegionID?
    /// The values that parameters were given last, newest first, by command and name.
    public private(set) var recents: [String: [String]] = [:]
    /// What was chosen in the palette, newest first.
    public private(set) var choices: [String] = []
    /// The columns of the targets, by name.
    public var columns: [String] = []

    private static let recentLimit = 8
    private static let commandLimit = 200
    /// Bytes of a value; longer ones are not kept.
    private static let valueLimit = 512

    /// Nothing known.
    public init() {}

    private static func key(_ command: Command?, _ name: String) -> String {
        "\(command?.id.text ?? "")/\(name.lowercased())"
    }

    /// The values that a parameter was given last, newest first.
    public func recents(_ name: String, of command: Command?) -> [String] { recents[Self.key(command, name)] ?? [] }

    /// Keeps the values of a form that was sent; secrets are left out.
    mutating func keep(_ form: Form) {
        for name in form.parameterNames where !form.isSecret(name) {
            let value = form.text(.parameter(name))
            guard !value.isEmpty, value.utf8.count <= Self.valueLimit else { continue }
            let key = Self.key(form.command, name)
            if recents[key] == nil, recents.count >= Self.commandLimit { continue }
            recents[key] = Self.moved(value, to: recents[key] ?? [])
        }
    }

    mutating func keep(choice: String) { choices = Self.moved(choice, to: choices) }

    private static func moved(_ value: String, to list: [String]) -> [String] {
        Array(([value] + list.filter { $0 != value }).prefix(recentLimit))
    }

    // MARK: - As a file

    /// The memory as it is kept in a file.
    public var json: JSON {
        .object([
            JSON.Member("region", .string(region?.text ?? "")),
            JSON.Member("columns", .array(columns.map { .string($0) })),
            JSON.Member("choices", .array(choices.map { .string($0) })),
            JSON.Member(
                "recents",
                .object(
                    recents.sorted { $0.key < $1.key }.map { key, values in
                        JSON.Member(key, .array(values.map { .string($0) }))
                    })),
        ])
    }

    /// Reads a file; what does not fit is left out.
    public init(_ json: JSON) {
        func texts(_ value: JSON?) -> [String] {
            var found: [String] = []
            for text in (value?.elements ?? []).lazy.compactMap(\.text).prefix(64)
            where !text.isEmpty && text.utf8.count <= Self.valueLimit && !found.contains(text) {
                found.append(text)
            }
            return found
        }
        if let text = json["region"]?.text, !text.isEmpty { region = RegionID(text) }
        columns = texts(json["columns"])
        choices = Array(texts(json["choices"]).prefix(Self.recentLimit))
        guard case .object(let members)? = json["recents"] else { return }
        for member in members.prefix(Self.commandLimit) {
            recents[member.name] = Array(texts(member.value).prefix(Self.recentLimit))
        }
    }
}

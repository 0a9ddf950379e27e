public import CloudAssistant
public import Screen

/// The key table as it holds here: the one that comes with the console, with what the operator changed.
public struct KeyMap: Equatable, Sendable {
    /// The lines in the order in which they are listed.
    public private(set) var bindings: [Binding]
    private var byKey: [Key: [Int]] = [:]

    /// The table as it comes.
    public static let standard = KeyMap([:])

    /// The table with the keys of some actions replaced. A key that is given to an action is taken from the others that
    /// mean something in the same panes.
    public init(_ changes: [Action: [Key]]) {
        let given = Set(changes.values.joined())
        bindings = Binding.all.map { binding in
            var binding = binding
            if let keys = changes[binding.action] {
                binding.keys = keys
            } else {
                let standard = binding
                binding.keys = standard.keys.filter { key in
                    !given.contains(key) || !Self.isTaken(key, from: standard, by: changes)
                }
            }
            return binding
        }
        for (index, binding) in bindings.enumerated() {
            for key in binding.keys { byKey[key, default: []].append(index) }
        }
    }

    /// The table with changes as a file names them, and what of them means nothing.
    public static func reading(_ changes: [String: [String]]) -> (map: KeyMap, problems: [KeyProblem]) {
        var known: [Action: [Key]] = [:]
        var problems: [KeyProblem] = []
        for (name, keys) in changes.sorted(by: { $0.key < $1.key }) {
            guard let action = Action(rawValue: name) else {
                problems.append(.action(name))
                continue
            }
            known[action] = keys.compactMap { Key(name: $0) }
            problems += keys.filter { Key(name: $0) == nil }.map { .key($0, action: name) }
        }
        return (KeyMap(known), problems)
    }

    private static func isTaken(_ key: Key, from binding: Binding, by changes: [Action: [Key]]) -> Bool {
        Binding.all.contains { other in
            changes[other.action]?.contains(key) == true
                && (other.panes.isEmpty || binding.panes.isEmpty || !other.panes.isDisjoint(with: binding.panes))
        }
    }

    /// What a key means in a pane.
    func action(_ key: Key, in pane: Pane) -> Action? {
        byKey[key]?.lazy.map { bindings[$0] }.first { $0.applies(in: pane) }?.action
    }

    /// The key to show for an action; nil when it has none.
    func key(for action: Action) -> Key? { bindings.first { $0.action == action }?.keys.first }
}

/// Something in a table of keys that means nothing.
public enum KeyProblem: Equatable, Sendable {
    /// There is no such action.
    case action(String)
    /// There is no such key, for an action.
    case key(String, action: String)

    /// What is wrong, in words.
    public var text: LocalizedText {
        func filled(_ language: Language) -> String {
            switch self {
            case .action(let name): Word.unknownAction.filled(language, [SafeText(name)]).plain
            case .key(let key, let action):
                Word.unknownKey.filled(language, [SafeText(key), SafeText(action)]).plain
            }
        }
        return LocalizedText(english: filled(.english), chinese: filled(.chinese))
    }
}

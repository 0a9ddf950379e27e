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

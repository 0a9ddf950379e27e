extension Key {
    private static let named: [Key] = [
        .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown,
        .insert, .character(" "), .control(" "), .alt(" "),
    ]
    private static let byName = Dictionary(named.map { ($0.name, $0) }) { first, _ in first }

    /// The key that is shown by this name, letter for letter; nil when there is none.
    public init?(name: String) {
        guard let key = Self.byName[name] ?? Self.number(name) ?? Self.letter(name), key.name == name else {
            return nil
        }
        self = key
    }

    /// A function key, or one that has only a number.
    private static func number(_ name: String) -> Key? {
        let kinds: [(String, (Int) -> Key)] = [("F", Key.function), ("Unknown-", Key.unknown)]
        for (prefix, key) in kinds where name.hasPrefix(prefix) {
            if let number = Int(name.dropFirst(prefix.count)) { return key(number) }
        }
        return nil
    }

    /// A sign by itself or together with Ctrl or Alt.
    private static func letter(_ name: String) -> Key? {
        if name.count == 1 { return isPrintable(name) ? .character(name) : nil }
        for (prefix, key) in [("Ctrl-", Key.control), ("Alt-", Key.alt)] where name.hasPrefix(prefix) {
            let rest =
                prefix == "Ctrl-" ? name.dropFirst(prefix.count).lowercased() : String(name.dropFirst(prefix.count))
            guard rest.count == 1, let letter = rest.first, isPrintable(rest) else { return nil }
            return key(letter)
        }
        return nil
    }

    private static func isPrintable(_ text: String) -> Bool {
        let safe = SafeText(text)
        return safe.plain == text && safe.width > 0
    }
}

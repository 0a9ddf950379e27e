import Screen
import Settings

/// Takes the values of a theme file one by one, and notes what cannot be used.
struct ThemeReader {
    private(set) var file: ThemeFile
    private var document: SettingsDocument { file.document }
    private let name: String

    private static let attributes: [String: Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    ]
    private static let parts = ["fg", "bg", "attrs"]

    /// `name` is what the theme is called.
    init(_ document: SettingsDocument, name: String) {
        file = ThemeFile(document: document)
        self.name = name
    }

    mutating func read() {
        let known = ["name", "variant", "inherits", "palette", "roles", "ansi16", "colors256", "glyphs"]
        let values = printable(document.values, "")
        for key in document.inOrder(values.keys) {
            guard let value = values[key] else { continue }
            switch key {
            case "name": if let text = text(key, value), text != name { file.warn(key, .otherName(text)) }
            case "variant":
                file.variant = value.text.flatMap { Theme.Variant(rawValue: $0) }
                if file.variant == nil { file.warn(key, .badValue(key, .variant)) }
            case "inherits": file.parent = text(key, value)
            case "palette": readPalette(value)
            case "glyphs": readSigns(value)
            default:
                guard let section = ThemeFile.Section(rawValue: key) else {
                    file.warn(key, .unknownKey(key, nearest: NearestName.of(key, among: known)))
                    continue
                }
                if let table = table(key, value) { readRoles(table, section, under: "") }
            }
        }
    }

    private mutating func readPalette(_ value: SettingsValue) {
        guard let table = table("palette", value) else { return }
        for name in document.inOrder(table.keys, of: "palette.") {
            guard let value = table[name] else { continue }
            file.palette[name] = colorWord("palette." + name, value).flatMap {
                let color = $0.color(in: [:], prefersTerminal: true)
                if color == nil { warnOfColor($0, at: "palette." + name, among: []) }
                return color
            }
        }
    }

    private mutating func readSigns(_ value: SettingsValue) {
        guard let table = table("glyphs", value) else { return }
        for name in document.inOrder(table.keys, of: "glyphs.") {
            let key = "glyphs." + name
            guard Glyphs.signNames.contains(name) else {
                file.warn(key, .unknownSign(name, nearest: NearestName.of(name, among: Glyphs.signNames)))
                continue
            }
            let sign = table[name]?.text.map { SafeText($0) }
            if let sign, Glyphs.isSign(sign) { file.signs[name] = sign } else { file.warn(key, .badValue(key, .sign)) }
        }
    }

    // MARK: - Roles

    /// Reads a table of roles. A role's name may stand in quotes or go over tables: `"state.ok"` or `state.ok`.
    private mutating func readRoles(
        _ table: [String: SettingsValue], _ section: ThemeFile.Section, under place: String
    ) {
        let table = table.filter { place.isEmpty || !Self.parts.contains($0.key) }
        for key in document.inOrder(table.keys, of: "\(section).\(place)") {
            let name = place + key
            let full = "\(section).\(name)"
            guard let value = table[key] else { continue }
            if case .table(let inner) = value {
                readRole(name, inner, section)
            } else if let role = Role(name: name) {
                if let word = colorWord(full, value, or: .style) {
                    file.sections[section, default: [:]][role, default: .init()].foreground = word
                }
            } else {
                warnOfRole(name, section)
            }
        }
    }

    private mutating func readRole(_ name: String, _ table: [String: SettingsValue], _ section: ThemeFile.Section) {
        let style = table.filter { Self.parts.contains($0.key) }
        var inner = table.filter { !Self.parts.contains($0.key) }
        // What begins no role's name was meant to be a part of this one's style.
        for key in document.inOrder(inner.keys, of: "\(section).\(name).") {
            let begin = "\(name).\(key)"
            guard !Role.allCases.contains(where: { $0.name == begin || $0.name.hasPrefix(begin + ".") }) else {
                continue
            }
            guard Role(name: name) != nil, inner[key]?.table == nil else { continue }
            inner[key] = nil
            let names = Role.allCases.map(\.name) + Self.parts.map { "\(name).\($0)" }
            let nearest = NearestName.of(begin, among: names)
            file.warn("\(section).\(begin)", .unknownKey("\(section).\(begin)", nearest: nearest))
        }
        readRoles(inner, section, under: name + ".")
        guard !style.isEmpty || table.isEmpty else { return }
        guard let role = Role(name: name) else { return warnOfRole(name, section) }
        readStyle(style, role, "\(section).\(name).", section)
    }

    private mutating func readStyle(
        _ table: [String: SettingsValue], _ role: Role, _ place: String, _ section: ThemeFile.Section
    ) {
        var style = file.sections[section]?[role] ?? .init()
        if let value = table["fg"] { style.foreground = colorWord(place + "fg", value) ?? style.foreground }
        if let value = table["bg"] { style.background = colorWord(place + "bg", value) ?? style.background }
        if let value = table["attrs"] { style.attributes = attributes(place + "attrs", value) ?? style.attributes }
        file.sections[section, default: [:]][role] = style
    }

    private mutating func attributes(_ key: String, _ value: SettingsValue) -> Attributes? {
        var set: Attributes = []
        for value in value.list ?? [value] {
            guard let word = value.text else {
                file.warn(key, .badValue(key, .attributes))
                return nil
            }
            guard let attribute = Self.attributes[word] else {
                let nearest = NearestName.of(word, among: Self.attributes.keys.sorted())
                file.warn(key, .unknownAttribute(word, at: key, nearest: nearest))
                continue
            }
            set.insert(attribute)
        }
        return set
    }

    private mutating func warnOfRole(_ name: String, _ section: ThemeFile.Section) {
        let nearest = NearestName.of(name, among: Role.allCases.map(\.name))
        file.warn("\(section).\(name)", .unknownRole(name, nearest: nearest))
    }

    // MARK: - Values

    private mutating func text(_ key: String, _ value: SettingsValue) -> String? {
        if value.text == nil { file.warn(key, .badValue(key, .text)) }
        return value.text
    }

    private mutating func table(_ key: String, _ value: SettingsValue) -> [String: SettingsValue]? {
        if value.table == nil { file.warn(key, .badValue(key, .table)) }
        return value.table
    }

    private mutating func colorWord(
        _ key: String, _ value: SettingsValue, or rule: ThemeWarning.Rule = .color
    ) -> ColorWord? {
        if let word = ColorWord(value) { return word }
        switch value {
        case .text(let text): file.warn(key, .unknownColor(text, at: key, nearest: nil))
        case .integer(let number): file.warn(key, .unknownColor("\(number)", at: key, nearest: nil))
        default: file.warn(key, .badValue(key, rule))
        }
        return nil
    }

    private mutating func warnOfColor(_ word: ColorWord, at key: String, among names: [String]) {
        guard case .name(let name) = word else { return }
        let nearest = NearestName.of(name, among: names + ColorWord.terminalColors.keys.sorted())
        file.warn(key, .unknownColor(name, at: key, nearest: nearest))
    }

    /// The values without those that hold, or are named by, what a terminal would obey.
    private mutating func printable(_ table: [String: SettingsValue], _ place: String) -> [String: SettingsValue] {
        var kept: [String: SettingsValue] = [:]
        for key in document.inOrder(table.keys, of: place) {
            guard let value = table[key] else { continue }
            if case .table(let inner) = value, Self.isPrintable(key) {
                kept[key] = .table(printable(inner, place + key + "."))
            } else if Self.isPrintable(key), Self.isPrintable(value) {
                kept[key] = value
            } else {
                file.warn(place + key, .unprintable(place + key))
            }
        }
        return kept
    }

    private static func isPrintable(_ value: SettingsValue) -> Bool {
        switch value {
        case .text(let text): isPrintable(text)
        case .list(let values): values.allSatisfy { isPrintable($0) }
        case .table(let values): values.allSatisfy { isPrintable($0.key) && isPrintable($0.value) }
        case .integer, .boolean, .other: true
        }
    }

    private static func isPrintable(_ text: String) -> Bool { SafeText(text).plain == text }
}

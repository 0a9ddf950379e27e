import CloudAssistant

/// Takes the values of `config.toml` one by one, and notes what cannot be used.
struct ConfigurationReader {
    private(set) var configuration = Configuration()
    private let document: SettingsDocument

    init(_ document: SettingsDocument) { self.document = document }

    mutating func read() {
        let known = [
            "language", "environment", "protected", "read-only", "mouse", "glyphs", "theme", "retention", "keys",
        ]
        for key in document.inOrder(document.values.keys) {
            guard let value = document.values[key] else { continue }
            switch key {
            case "language": configuration.language = word(key, value, ["en": .english, "zh": .chinese])
            case "environment": configuration.environment = text(key, value)
            // What cannot be read was meant to hold somebody back.
            case "protected": configuration.isProtected = boolean(key, value) ?? true
            case "read-only": configuration.isReadOnly = boolean(key, value) ?? true
            case "mouse": configuration.usesMouse = boolean(key, value)
            case "glyphs": configuration.glyphs = word(key, value, ["ascii": .ascii, "unicode": .unicode])
            case "theme": readTheme(value)
            case "retention": readRetention(value)
            case "keys": readKeys(value)
            default: warn(key, .unknownKey(key, nearest: NearestName.of(key, among: known)))
            }
        }
    }

    private mutating func readTheme(_ value: SettingsValue) {
        guard let table = value.table else { return warn("theme", .badValue("theme", .table)) }
        for key in document.inOrder(table.keys, of: "theme.") {
            guard let value = table[key] else { continue }
            switch key {
            case "default": configuration.defaultTheme = text("theme.default", value)
            case "by-environment": readThemes(value)
            default:
                let nearest = NearestName.of(key, among: ["default", "by-environment"]).map { "theme." + $0 }
                warn("theme." + key, .unknownKey("theme." + key, nearest: nearest))
            }
        }
    }

    private mutating func readThemes(_ value: SettingsValue) {
        let place = "theme.by-environment"
        guard let table = value.table else { return warn(place, .badValue(place, .table)) }
        for key in document.inOrder(table.keys, of: place + ".") {
            guard let value = table[key], let name = text("\(place).\(key)", value) else { continue }
            configuration.themesByEnvironment[key] = name
        }
    }

    private mutating func readRetention(_ value: SettingsValue) {
        guard let table = value.table else { return warn("retention", .badValue("retention", .table)) }
        for key in document.inOrder(table.keys, of: "retention.") {
            guard let value = table[key] else { continue }
            switch key {
            case "days": configuration.retentionDays = count("retention.days", value)
            case "records": configuration.retentionRecords = count("retention.records", value)
            default:
                let nearest = NearestName.of(key, among: ["days", "records"]).map { "retention." + $0 }
                warn("retention." + key, .unknownKey("retention." + key, nearest: nearest))
            }
        }
    }

    private mutating func readKeys(_ value: SettingsValue) {
        guard let table = value.table else { return warn("keys", .badValue("keys", .table)) }
        for action in document.inOrder(table.keys, of: "keys.") {
            guard let value = table[action] else { continue }
            let names = (value.list ?? [value]).map(\.text)
            let usable = names.compactMap { $0 }.filter { SettingsError.Rule.name.holds($0) }
            guard usable.count == names.count else {
                warn("keys." + action, .badValue("keys." + action, .keys))
                continue
            }
            configuration.keys[action] = usable
        }
    }

    // MARK: - Values

    private mutating func text(_ key: String, _ value: SettingsValue) -> String? {
        if let text = value.text, SettingsError.Rule.name.holds(text) { return text }
        warn(key, .badValue(key, .name))
        return nil
    }

    private mutating func count(_ key: String, _ value: SettingsValue) -> Int? {
        if let number = value.integer, (1...1_000_000).contains(number) { return number }
        warn(key, .badValue(key, .count))
        return nil
    }

    private mutating func boolean(_ key: String, _ value: SettingsValue) -> Bool? {
        if let isTrue = value.boolean { return isTrue }
        warn(key, .badValue(key, .boolean))
        return nil
    }

    private mutating func word<Value>(_ key: String, _ value: SettingsValue, _ words: [String: Value]) -> Value? {
        if let word = value.text?.lowercased(), let meant = words[word] { return meant }
        warn(key, .badValue(key, .word(words.keys.sorted())))
        return nil
    }

    private mutating func warn(_ key: String, _ problem: SettingsError.Problem) {
        configuration.warnings.append(
            SettingsWarning(path: document.path, line: document.line(of: key), problem: problem))
    }
}

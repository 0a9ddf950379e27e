/// A value that stands in a settings file.
public enum SettingsValue: Sendable, Hashable {
    /// A text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// True or false.
    case boolean(Bool)
    /// Values in their order.
    case list([SettingsValue])
    /// Values by their keys.
    case table([String: SettingsValue])
    /// What no file of ours has a use for: fractions, dates, times.
    case other

    /// The text, nil for anything else.
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    /// The whole number, nil for anything else.
    public var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    /// True or false, nil for anything else.
    public var boolean: Bool? { if case .boolean(let isTrue) = self { isTrue } else { nil } }
    /// The values of a list, nil for anything else.
    public var list: [SettingsValue]? { if case .list(let values) = self { values } else { nil } }
    /// The values of a table, nil for anything else.
    public var table: [String: SettingsValue]? { if case .table(let values) = self { values } else { nil } }
}

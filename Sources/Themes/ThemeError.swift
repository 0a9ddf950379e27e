public import Settings

/// Why there is no such theme.
public enum ThemeError: Error, Sendable, Hashable {
    /// No theme has this name; those that there are.
    case unknown(String, known: [String])
    /// A theme adds to one that there is not; those that there are.
    case unknownParent(String, of: String, known: [String])
    /// Themes add to each other in a circle, in this order.
    case cycle([String])
    /// The file cannot be read or is no TOML.
    case file(SettingsError)
}

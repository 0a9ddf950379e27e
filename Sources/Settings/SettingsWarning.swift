/// Something in a settings file that is passed over; the rest of the file counts.
public struct SettingsWarning: Sendable, Hashable {
    /// The file.
    public let path: String
    /// The line, counted from 1, where it is known.
    public let line: Int?
    /// What is wrong.
    public let problem: SettingsError.Problem

    /// A warning from its parts.
    public init(path: String, line: Int? = nil, problem: SettingsError.Problem) {
        self.path = path
        self.line = line
        self.problem = problem
    }

    /// What was to be an error, where it must not keep anything from starting.
    public init(_ error: SettingsError) { self.init(path: error.path, line: error.line, problem: error.problem) }
}

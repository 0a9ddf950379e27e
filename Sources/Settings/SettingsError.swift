/// What is wrong with a settings file; the file is left as it is.
public struct SettingsError: Error, Sendable, Hashable {
    /// The kinds of mistakes.
    public enum Problem: Sendable, Hashable {
        /// No TOML, with the parser's own words.
        case syntax(String)
        /// A key that means nothing here.
        case unknownKey(String)
        /// A value of the wrong type or outside its range, by its key.
        case badValue(String)
        /// An id that stands twice.
        case duplicate(String)
        /// More bytes or deeper nesting than any sensible file has.
        case tooLarge
        /// The file cannot be read; the system's error number.
        case unreadable(Int32)
    }

    /// The file.
    public let path: String
    /// The line, counted from 1, where it is known.
    public var line: Int?
    /// What is wrong.
    public let problem: Problem

    /// An error from its parts.
    public init(path: String, line: Int? = nil, problem: Problem) {
        self.path = path
        self.line = line
        self.problem = problem
    }
}

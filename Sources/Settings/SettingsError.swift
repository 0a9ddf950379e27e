/// What is wrong with a settings file; the file is left as it is.
public struct SettingsError: Error, Sendable, Hashable {
    /// The kinds of mistakes.
    public enum Problem: Sendable, Hashable {
        /// No TOML, with the parser's own words.
        case syntax(String)
        /// Bytes that are no UTF-8, or a NUL.
        case noText
        /// A key that means nothing here, and the one that was probably meant.
        case unknownKey(String, nearest: String? = nil)
        /// A key that has to be there.
        case missingKey(String)
        /// A value of the wrong type or outside of what it may be, by its key.
        case badValue(String, Rule)
        /// An id that stands twice.
        case duplicate(String)
        /// More bytes or deeper nesting than any sensible file has.
        case tooLarge
        /// The file cannot be read; the system's error number.
        case unreadable(Int32)
    }

    /// What a value has to be.
    public enum Rule: Sendable, Hashable {
        /// Tables, each under `[[instance]]`.
        case instances
        /// Tables, each under `[[region]]`.
        case regions
        /// A region that the file describes, or local.
        case knownRegion
        /// 1 to 64 letters, digits, dots, dashes and underscores, of which the first is a letter or digit.
        case identifier
        /// 1 to 128 characters without control characters.
        case name
        /// At most 20 keys with texts for values.
        case tags
        /// A key and a value as the API allows them for a tag.
        case tag
        /// True or false.
        case boolean
        /// A table.
        case table
        /// The name of a key, or a list of such names.
        case keys
        /// A whole number from 1 to 1,000,000.
        case count
        /// Tables, each under `[[bucket]]`.
        case buckets
        /// 3 to 63 lower-case letters, digits and dashes.
        case bucketName
        /// `http://` or `https://`, a host and perhaps a port.
        case endpoint
        /// A path that begins with a slash.
        case path
        /// A list of names of users.
        case users
        /// One of these words, in any case.
        case word([String])
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

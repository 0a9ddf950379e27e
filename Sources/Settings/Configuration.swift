public import CloudAssistant

/// `config.toml`: how the console is to be for this user.
///
/// ```toml
/// language = "zh"            # or "en"; the locale's by default
/// environment = "prod"       # shown as a badge
/// protected = true           # a run is confirmed by typing the environment's name
/// read-only = true
/// mouse = true
/// glyphs = "ascii"           # or "unicode"; by the locale by default
///
/// [theme]
/// default = "terminal"
/// [theme.by-environment]
/// prod = "okabe-ito"
///
/// [retention]
/// days = 30                  # after which ended invocations are removed
/// records = 10000            # of which so many are kept
///
/// [keys]                     # an action gets one key or several; an empty list takes them away
/// stop = ["S", "Ctrl-X"]
/// ```
///
/// Nothing in it keeps the console from starting: what cannot be used is a warning, and is as if it were not there. Only
/// what was to make the console safer is taken as if it were true.
public struct Configuration: Sendable, Hashable {
    /// What the screen is drawn with.
    public enum GlyphSet: String, Sendable, CaseIterable {
        /// ASCII only.
        case ascii
        /// Lines and signs.
        case unicode
    }

    /// The largest file that is read, in bytes.
    public static let sizeLimit = 65_536

    /// The language; nil for the locale's.
    public internal(set) var language: Language?
    /// The name of the environment that this console works on.
    public internal(set) var environment: String?
    /// Whether a run is confirmed by the environment's name.
    public internal(set) var isProtected = false
    /// Whether nothing can be sent.
    public internal(set) var isReadOnly = false
    /// Whether the mouse is heard; nil where nothing is said.
    public internal(set) var usesMouse: Bool?
    /// The glyphs; nil for those that the locale can show.
    public internal(set) var glyphs: GlyphSet?
    /// The theme where no other is named.
    public internal(set) var defaultTheme: String?
    /// The theme by the name of the environment.
    public internal(set) var themesByEnvironment: [String: String] = [:]
    /// Days that ended invocations are kept; nil where nothing is said.
    public internal(set) var retentionDays: Int?
    /// How many invocations are kept; nil where nothing is said.
    public internal(set) var retentionRecords: Int?
    /// The names of keys by the names of actions, both as they were written.
    public internal(set) var keys: [String: [String]] = [:]
    /// What was passed over, in the order of the file.
    public internal(set) var warnings: [SettingsWarning] = []

    /// What holds without a file.
    public init() {}

    /// Reads the bytes of a file; `path` is for warnings.
    public init(_ bytes: some Collection<UInt8>, path: String) {
        do {
            let document = try SettingsDocument(bytes, path: path, sizeLimit: Self.sizeLimit)
            var reader = ConfigurationReader(document)
            reader.read()
            self = reader.configuration
        } catch {
            self.init(unreadable: error)
        }
    }

    /// What holds when the file cannot be read. It may have said that nothing is to be sent, or only by the environment's
    /// name: until it can be read again, nothing is.
    public init(unreadable error: SettingsError) {
        isReadOnly = true
        warnings = [SettingsWarning(error)]
    }

    /// The theme that the file names: the environment's, or else the default one.
    public var theme: String? { environment.flatMap { themesByEnvironment[$0] } ?? defaultTheme }
}

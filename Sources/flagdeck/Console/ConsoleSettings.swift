import CloudAssistant
import Settings
import Themes

/// What a console is to be like beside its looks, as the user's files say it.
struct ConsoleSettings: Sendable {
    /// The name of the environment, for a badge; nil for none.
    var environment: String?
    /// True when a run is confirmed by the environment's name.
    var isProtected = false
    /// True when everything is made up.
    private(set) var isPractice = false
    /// True when the mouse is heard from the start.
    var usesMouse = false
    /// Names of keys by names of actions, as they were written.
    var keys: [String: [String]] = [:]
    /// The themes that there are.
    var themes = ThemeCatalogue()
    /// What was passed over in the files, one sentence each.
    var warnings: [String] = []

    /// What a configuration says, with sentences in a language for what it warns of.
    init(_ configuration: Configuration, themes: ThemeCatalogue, _ language: Language) {
        environment = configuration.environment
        isProtected = configuration.isProtected
        usesMouse = configuration.usesMouse ?? false
        keys = configuration.keys
        self.themes = themes
        warnings = configuration.warnings.map { SettingsSentences.line($0, language) }
    }

    /// Made-up instances are in no environment of the user's: its badge would be a lie.
    mutating func practise() {
        isPractice = true
        environment = nil
        isProtected = false
    }
}

import CloudAssistant
import Console
import Engine
import Screen
import Terminal
import Themes

/// What a console is opened with.
struct ConsolePlan: Sendable {
    var appearance: Appearance
    let settings: ConsoleSettings
    let isReadOnly: Bool
    /// The directory of the state, where the console keeps what it remembers.
    let directory: String

    /// What the console starts with.
    func setup(_ memory: Memory, _ keys: KeyMap) -> Setup {
        var setup = Setup(identity: Machine.caller.name)
        setup.language = appearance.language
        setup.isReadOnly = isReadOnly
        setup.isPractice = settings.isPractice
        setup.environment = settings.environment
        setup.isProtected = settings.isProtected
        setup.usesMouse = settings.usesMouse
        setup.keys = keys
        setup.themes = themes
        setup.memory = memory
        let zones = ZoneCatalogue(environment: Machine.environment)
        setup.zones = ZoneBook(own: zones.own().rules) { zones.rules($0) }
        return setup
    }

    /// The themes that can be chosen, the present one first. Without colours there is nothing to choose.
    private var themes: [String] {
        guard appearance.usesColor else { return [appearance.theme.name] }
        return [appearance.theme.name] + settings.themes.names.filter { $0 != appearance.theme.name }
    }

    /// The looks with another theme, and what there is to say of it; nil when there is no such theme.
    func appearance(themed name: String, on terminal: Terminal) -> (appearance: Appearance, warnings: [String])? {
        guard let found = try? settings.themes.theme(named: name) else { return nil }
        let changed = appearance.themed(found.theme).fitted(to: terminal)
        return (changed, found.warnings.map { ThemeSentences.line($0, appearance.language) })
    }
}

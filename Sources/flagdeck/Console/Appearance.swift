import CloudAssistant
import Screen
import Settings
import Terminal
import Themes

/// How the console looks, in which language it speaks, and on what kind of terminal.
struct Appearance: Sendable {
    var theme = Theme.terminal
    var glyphs = Glyphs.unicode
    var language = Language.english
    /// The terminal's type, as `TERM` names it.
    var type: String?
    /// The kind of background that the terminal has by itself, where it tells.
    var ground: Theme.Variant?

    /// Whether colours are to be used at all.
    var usesColor: Bool { theme.name != Theme.mono.name }

    /// The same with another theme and its signs.
    func themed(_ theme: Theme) -> Appearance {
        var themed = self
        themed.theme = theme
        if glyphs != .ascii { themed.glyphs = .unicode.replacing(theme.signs) }
        return themed
    }

    /// The same with the theme as it is meant for a terminal with this many colours.
    func fitted(to terminal: Terminal) -> Appearance {
        var fitted = self
        fitted.theme = theme.fitted(
            to: terminal.colorDepth, erasesInColor: terminal.erasesInBackgroundColor, own: ground)
        return fitted
    }
}

/// What the operator wants the console to look like: flags go before the environment, and that before the file.
struct AppearanceWishes {
    var theme: String?
    var isMono = false
    var isASCII = false
    var isUnicode = false

    /// The appearance, and sentences for what could not be had.
    ///
    /// A theme that a flag or the environment names has to be there. One that only the file names must not keep the console
    /// from starting.
    func appearance(
        _ environment: [String: String], _ configuration: Configuration, _ themes: ThemeCatalogue
    ) throws(ThemeError) -> (appearance: Appearance, warnings: [String]) {
        var appearance = Appearance()
        appearance.language = configuration.language ?? Machine.language
        appearance.type = environment["TERM"]
        appearance.ground = Theme.Variant(colorfgbg: environment["COLORFGBG"])
        let (found, warnings) = try theme(environment, configuration, themes, appearance.language)
        appearance.theme = found
        let glyphs = glyphs(environment, configuration)
        appearance.glyphs = glyphs == .ascii ? .ascii : .unicode.replacing(found.signs)
        return (appearance, warnings)
    }

    private func theme(
        _ environment: [String: String], _ configuration: Configuration, _ themes: ThemeCatalogue, _ language: Language
    ) throws(ThemeError) -> (Theme, [String]) {
        if isMono || environment["NO_COLOR"]?.isEmpty == false { return (.mono, []) }
        let asked = theme ?? environment["FLAGDECK_THEME"].flatMap { $0.isEmpty ? nil : $0 }
        guard let name = asked ?? configuration.theme else { return (.terminal, []) }
        do {
            let found = try themes.theme(named: name)
            return (found.theme, found.warnings.map { ThemeSentences.line($0, language) })
        } catch {
            if asked != nil { throw error }
            return (.terminal, [ThemeSentences.what(error)[language]])
        }
    }

    private func glyphs(_ environment: [String: String], _ configuration: Configuration) -> Configuration.GlyphSet {
        if isASCII { return .ascii }
        if isUnicode { return .unicode }
        return configuration.glyphs ?? (Self.isUTF8(environment) ? .unicode : .ascii)
    }

    /// True when the locale's name says that the terminal shows UTF-8; the locale itself need not be installed.
    private static func isUTF8(_ environment: [String: String]) -> Bool {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let plain = name?.lowercased().replacing("-", with: "") ?? ""
        return plain.contains("utf8")
    }
}

import ArgumentParser
import CloudAssistant
import Console
import Glibc
import Settings

/// `flagdeck console`, and `flagdeck` by itself.
struct ConsoleSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "Open the console (also without a subcommand).",
        discussion: """
            EXAMPLES:
              flagdeck
              flagdeck console --read-only
              flagdeck console --theme okabe-ito
              NO_COLOR=1 flagdeck console --ascii
              flagdeck --practice --instances 1000 --seed 7
            """)

    @Option(help: "Directory of the state; made if it is missing.")
    var stateDir: String?

    @Flag(help: "Only look: nothing can be sent or stopped.")
    var readOnly = false

    @Flag(help: "Draw with ASCII signs only; also where the locale is not UTF-8.")
    var ascii = false

    @Flag(name: .customLong("utf8"), help: "Draw with Unicode signs whatever the locale says.")
    var utf8 = false

    @Flag(help: "Draw without colours; also by NO_COLOR.")
    var mono = false

    @Option(
        help: ArgumentHelp(
            "How to look; 'flagdeck themes' lists the names. Also by FLAGDECK_THEME and by config.toml.",
            valueName: "name"))
    var theme: String?

    @OptionGroup(title: "Practice") var practice: PracticeOptions

    func run() async throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            Out.note(Word.needsTerminal.text[Machine.language])
            throw ExitCode(2)
        }
        let configuration = SettingsFiles.configuration()
        let themes = SettingsFiles.themes()
        let language = configuration.language ?? Machine.language
        try await Failure.explained(in: language) {
            let place = try Workplace(stateDirectory: stateDir, practice: practice.wish)
            defer { place.clear() }
            let wishes = AppearanceWishes(theme: theme, isMono: mono, isASCII: ascii, isUnicode: utf8)
            let (appearance, warnings) = try wishes.appearance(Machine.environment, configuration, themes)
            var settings = ConsoleSettings(configuration, themes: themes, language)
            settings.warnings += warnings
            if practice.practice { settings.practise() }
            try await ConsoleSession(
                place: place, appearance: appearance, isReadOnly: readOnly || configuration.isReadOnly,
                settings: settings
            ).run()
        }
    }
}

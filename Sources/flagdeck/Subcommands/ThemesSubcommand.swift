import ArgumentParser
import CloudAssistant
import Screen
import Settings
import Themes

/// `flagdeck themes`: the console's themes, and what is wrong with a theme file.
struct ThemesSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "List the console's themes, or check a theme file.",
        discussion: """
            A theme of your own is a file NAME.toml in themes in the configuration
            directory (~/.config/flagdeck/themes). --check says what in a file is passed
            over or hard to see, each with its line, and ends with 1 if there is anything.

            EXAMPLES:
              flagdeck themes
              flagdeck themes --check ~/.config/flagdeck/themes/mine.toml
              flagdeck console --theme okabe-ito
            """)

    @Option(help: ArgumentHelp("A theme file to check.", valueName: "file"))
    var check: String?

    @OptionGroup var answer: AnswerOptions

    func run() async throws {
        try await Failure.explained {
            let themes = SettingsFiles.themes()
            if let check { try look(at: check, themes) } else { list(themes) }
        }
    }

    private func list(_ themes: ThemeCatalogue) {
        var troubles: [String] = []
        let rows = themes.names.map { name in
            var variant = "any"
            do throws(ThemeError) {
                if let known = try themes.theme(named: name).theme.variant { variant = known.rawValue }
            } catch {
                variant = "-"
                troubles += [ThemeSentences.what(error)[Machine.language]]
            }
            return [name, variant, Self.words(themes.origin(of: name))]
        }
        if answer.output == .json {
            Out.json(.array(rows.map(Self.json)))
        } else {
            Out.rows(["NAME", "VARIANT", "FROM"], rows, as: answer.output)
        }
        for trouble in troubles { Out.note(SafeText(trouble).plain) }
    }

    private static func json(_ row: [String]) -> JSON {
        .object(zip(["Name", "Variant", "From"], row).map { JSON.Member($0, .string($1)) })
    }

    private static func words(_ origin: ThemeCatalogue.Origin?) -> String {
        switch origin {
        case .builtIn: "built in"
        case .shipped: "shipped"
        case .own(let path): path
        case nil: "-"
        }
    }

    private func look(at path: String, _ themes: ThemeCatalogue) throws {
        let bytes = try SettingsFiles.bytes(path, limit: ThemeCatalogue.sizeLimit)
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let name = file.hasSuffix(".toml") ? String(file.dropLast(5)) : file
        let found = try themes.theme(of: bytes, path: path, name: name)
        let measured = ThemeReview.problems(of: found.theme).map { ThemeWarning(path: path, problem: $0) }
        let warnings = found.warnings + measured
        for warning in warnings { Out.line(SafeText(ThemeSentences.line(warning, Machine.language)).plain) }
        if !warnings.isEmpty { throw ExitCode(1) }
    }
}

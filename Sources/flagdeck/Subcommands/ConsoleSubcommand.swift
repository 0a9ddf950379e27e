import ArgumentParser
import CloudAssistant
import Console
import Glibc
import Screen
import Terminal

/// `flagdeck console`, and `flagdeck` by itself.
struct ConsoleSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "Open the console (also without a subcommand).",
        discussion: """
            EXAMPLES:
              flagdeck
              flagdeck console --read-only
              NO_COLOR=1 flagdeck console --ascii
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

    func run() async throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            Out.note(Word.needsTerminal.text[Machine.language])
            throw ExitCode(2)
        }
        try await Failure.explained {
            let environment = Machine.environment
            let place = try Workplace(stateDirectory: stateDir)
            let isMono = mono || environment["NO_COLOR"]?.isEmpty == false
            let appearance = Appearance(
                theme: isMono ? .mono : .terminal,
                glyphs: ascii || !(utf8 || Appearance.isUTF8(environment)) ? .ascii : .unicode,
                type: environment["TERM"])
            try await ConsoleSession(place: place, appearance: appearance, isReadOnly: readOnly).run()
        }
    }
}

/// How the console looks and on what kind of terminal.
struct Appearance: Sendable {
    let theme: Theme
    let glyphs: Glyphs
    let type: String?

    /// True when the locale's name says that the terminal shows UTF-8; the locale itself need not be installed.
    static func isUTF8(_ environment: [String: String]) -> Bool {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let plain = name?.lowercased().replacing("-", with: "") ?? ""
        return plain.contains("utf8")
    }
}

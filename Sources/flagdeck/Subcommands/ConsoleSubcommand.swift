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

    @Flag(help: "Draw with ASCII signs only.")
    var ascii = false

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
                theme: isMono ? .mono : .terminal, glyphs: ascii ? .ascii : .unicode, type: environment["TERM"])
            try await ConsoleSession(place: place, appearance: appearance, isReadOnly: readOnly).run()
        }
    }
}

/// How the console looks and on what kind of terminal.
struct Appearance: Sendable {
    let theme: Theme
    let glyphs: Glyphs
    let type: String?
}

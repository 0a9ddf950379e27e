import Glibc

/// Where copied text goes: to tmux, or to the terminal, and to a file in any case.
struct Clipboard {
    /// What became of a text. Nobody can tell whether a terminal did what it was asked, so nothing here is called copied.
    struct Outcome: Equatable {
        let way: Way
        /// The file that has the text, or why there is none.
        let file: Result<String, PrivateFile.Problem>
    }

    enum Way: Equatable {
        /// It is in tmux's buffer, and tmux was asked to hand it on to its terminal.
        case tmuxBuffer
        /// It was sent to the terminal.
        case terminal
        /// It is too long for that, or the terminal has no clipboard.
        case fileOnly
    }

    /// How long tmux has to take the text, in milliseconds.
    private static let patience: Int32 = 2_000

    let environment: [String: String]
    /// The directory of the file.
    let directory: String

    /// The file that always has the text of the last time.
    var path: String { directory + "/copied.txt" }

    /// Puts text where the user can take it from. `send` is `Terminal.copy`.
    func put(_ text: String, send: (_ text: String, _ throughScreen: Bool) -> Bool) -> Outcome {
        let clean = Self.cleaned(text)
        return Outcome(way: way(clean, send), file: write(clean))
    }

    private func way(_ text: String, _ send: (String, Bool) -> Bool) -> Way {
        if let tmux = environment["TMUX"], !tmux.isEmpty, load(text, intoTmux: tmux) { return .tmuxBuffer }
        return send(text, environment["STY"]?.isEmpty == false) ? .terminal : .fileOnly
    }

    private func write(_ text: String) -> Result<String, PrivateFile.Problem> {
        do throws(PrivateFile.Problem) {
            try PrivateFile.write(Array(text.utf8), to: path)
            return .success(path)
        } catch {
            return .failure(error)
        }
    }

    /// What comes from a machine may hold what a terminal obeys when it is pasted. Lines and tabs stay.
    static func cleaned(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            if !isControl || scalar == "\n" || scalar == "\t" { clean.append(scalar) }
        }
        return String(clean)
    }

    // MARK: - tmux

    private func load(_ text: String, intoTmux tmux: String) -> Bool {
        // Before tmux 3.2 there is no -w.
        [["-w", "-"], ["-"]].contains { words in
            load(text, ["env", "TMUX=\(tmux)", "tmux", "load-buffer"] + words) == .exited(0)
        }
    }

    private func load(_ text: String, _ words: [String]) -> ProgramEnd {
        guard let input = tmpfile() else { return .notStarted(errno: errno) }
        defer { fclose(input) }
        let file = fileno(input)
        let problem = PrivateFile.fill(file, Array(text.utf8))
        guard problem == 0, lseek(file, 0, SEEK_SET) == 0 else { return .notStarted(errno: problem) }
        return OtherProgram.reading(file, words, milliseconds: Self.patience)
    }
}

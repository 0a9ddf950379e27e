import Console
import Glibc

/// Shows a text in the program that the operator reads with.
struct Pager {
    let environment: [String: String]
    /// Where a text that is in no file is put for as long as it is read.
    let directory: String
    /// Runs a program to its end; the terminal was lent for it.
    var run: ([String]) -> ProgramEnd = OtherProgram.onTerminal

    /// Shows a text; returns how the pager ended, nil when the text could not be put into a file.
    func show(_ text: PagedText) -> ProgramEnd? {
        switch text {
        case .file(let path): return show(path)
        case .bytes(let bytes):
            let path = directory + "/output-\(getpid()).txt"
            defer { unlink(path) }
            do throws(PrivateFile.Problem) {
                try PrivateFile.write(bytes, to: path)
                return show(path)
            } catch {
                return nil
            }
        }
    }

    private func show(_ path: String) -> ProgramEnd {
        run(["/bin/sh", "-c", command + " \"$1\"", "sh", path])
    }

    /// The pager as a shell takes it. `less` shows what a terminal would obey as text, whatever `LESS` says; who names
    /// another pager knows what that does.
    private var command: String {
        let named = environment["PAGER"].flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
        return named ?? "less -+R"
    }
}

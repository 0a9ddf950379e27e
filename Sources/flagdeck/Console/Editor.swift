import Glibc

/// Lets the user edit a text in the editor of their choice.
struct Editor {
    /// What came back.
    enum Edited: Equatable {
        /// The text as it is now, changed or not.
        case text(String)
        /// Why there is none; `kept` is the file with what the user had typed, nil when they had not changed anything.
        case failed(Problem, kept: String?)
    }

    enum Problem: Equatable {
        /// No editor is named, and none of the usual ones is there.
        case noEditor
        /// There is no such program.
        case notFound(command: String)
        case exited(command: String, code: Int32)
        case signalled(command: String, signal: Int32)
        /// The file or the program cannot be made, started or read.
        case system(errno: Int32)
        case notUTF8
        /// More than `Editor.limit` bytes.
        case tooLarge
    }

    /// The longest text that is taken back, in bytes.
    static let limit = 1 << 20
    private static let usual = ["sensible-editor", "vi", "nano"]

    let environment: [String: String]
    /// Where the file is, in a directory of its own that only the user can enter.
    let directory: String
    /// Runs a program to its end; the terminal was lent for it.
    var run: ([String]) -> ProgramEnd = OtherProgram.onTerminal

    /// Edits a text in a file with a name such as `text.sh`. The file goes, except when something went wrong after the
    /// user had changed it.
    func edit(_ text: String, suffix: String = ".sh") -> Edited {
        guard let command else { return .failed(.noEditor, kept: nil) }
        var template = Array((directory + "/edit-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { return .failed(.system(errno: errno), kept: nil) }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let file = folder + "/text" + suffix
        let original = Array(text.utf8)
        do throws(PrivateFile.Problem) {
            try PrivateFile.write(original, to: file)
        } catch {
            Self.remove(folder)
            return .failed(Self.problem(error), kept: nil)
        }
        let end = run(["/bin/sh", "-c", command + " \"$1\"", "sh", file])
        let edited = result(of: end, command, file)
        guard case .failed(let problem, _) = edited, Self.isChanged(file, original) else {
            Self.remove(folder)
            return edited
        }
        return .failed(problem, kept: file)
    }

    /// The editor as a shell takes it: it may have arguments.
    private var command: String? {
        let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { word in
            word.contains { !$0.isWhitespace }
        }
        return named ?? Self.usual.first(where: isThere)
    }

    private func isThere(_ name: String) -> Bool {
        let places = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return places.contains { access("\($0)/\(name)", X_OK) == 0 }
    }

    private func result(of end: ProgramEnd, _ command: String, _ file: String) -> Edited {
        switch end {
        case .exited(0): return read(file)
        // The shell's word for a program that is not there.
        case .exited(127): return .failed(.notFound(command: command), kept: nil)
        case .exited(let code): return .failed(.exited(command: command, code: code), kept: nil)
        case .signalled(let signal): return .failed(.signalled(command: command, signal: signal), kept: nil)
        case .notStarted(let number): return .failed(.system(errno: number), kept: nil)
        case .late: return .failed(.system(errno: ETIMEDOUT), kept: nil)
        }
    }

    private func read(_ file: String) -> Edited {
        do throws(PrivateFile.Problem) {
            let bytes = try PrivateFile.contents(file, limit: Self.limit)
            guard let text = String(validating: bytes, as: UTF8.self) else { return .failed(.notUTF8, kept: nil) }
            return .text(text)
        } catch {
            return .failed(Self.problem(error), kept: nil)
        }
    }

    private static func problem(_ problem: PrivateFile.Problem) -> Problem {
        switch problem {
        case .system(let number): .system(errno: number)
        case .tooLarge: .tooLarge
        }
    }

    private static func isChanged(_ file: String, _ original: [UInt8]) -> Bool {
        do throws(PrivateFile.Problem) {
            return try PrivateFile.contents(file, limit: limit) != original
        } catch {
            // Too large is changed; one that is not there any more cannot be kept.
            return error == .tooLarge
        }
    }

    /// With what editors leave beside their file.
    private static func remove(_ folder: String) {
        if let list = opendir(folder) {
            while let entry = readdir(list) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { unlink("\(folder)/\(name)") }
            }
            closedir(list)
        }
        rmdir(folder)
    }
}

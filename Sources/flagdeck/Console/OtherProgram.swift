import CPlatform
import Glibc

/// How a program ended that the console had started.
enum ProgramEnd: Equatable {
    case exited(Int32)
    case signalled(Int32)
    /// It did not end in the time that it had, and was killed.
    case late
    case notStarted(errno: Int32)
}

/// Programs that the console starts for whoever sits at it: an editor, a pager, and tmux for the clipboard.
///
/// Scripts are no business of this; only `Runners` starts them.
enum OtherProgram {
    /// Runs a program on the terminal, which was lent for it, to its end.
    static func onTerminal(_ words: [String]) -> ProgramEnd { run(words, input: -1, milliseconds: -1) }

    /// Runs a program that reads a file and whose output nobody wants.
    static func reading(_ input: Int32, _ words: [String], milliseconds: Int32) -> ProgramEnd {
        run(words, input: input, milliseconds: milliseconds)
    }

    private static func run(_ words: [String], input: Int32, milliseconds: Int32) -> ProgramEnd {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        let process = platform_start_program(&arguments, input)
        guard process > 0 else { return .notStarted(errno: errno) }
        var status: Int32 = 0
        switch platform_wait_for_program(process, milliseconds, &status) {
        case 1: return end(status)
        case 0:
            kill(process, SIGKILL)
            waitpid(process, &status, 0)
            return .late
        default: return .notStarted(errno: errno)
        }
    }

    private static func end(_ status: Int32) -> ProgramEnd {
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    }
}

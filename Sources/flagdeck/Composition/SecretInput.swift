import ArgumentParser
import Glibc

/// Reads a value that nobody else is to see.
enum SecretInput {
    /// More than any value may have.
    private static let limit = 65_536

    /// The bytes of standard input without one line end at its end; from a terminal a line that is not shown while it is
    /// typed.
    static func read(prompt: String) throws -> [UInt8] {
        guard isatty(STDIN_FILENO) == 1 else { return withoutLineEnd(try everything()) }
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { throw StartError.noInput(errno: errno) }
        var silent = before
        // Each key by itself, Ctrl-C too: a process that it ended would leave a terminal that shows nothing.
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        Out.write(prompt, to: STDERR_FILENO)
        // What was typed before it was asked for was shown, and is not taken.
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else { throw StartError.noInput(errno: errno) }
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            Out.note("")
        }
        return try line()
    }

    private static func withoutLineEnd(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.suffix(2) == [0x0d, 0x0a] { return bytes.dropLast(2) }
        return bytes.last == 0x0a ? bytes.dropLast() : bytes
    }

    private static func everything() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < limit {
            let count = try next(&buffer)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }

    /// A line of a terminal, with the keys that take back what was typed.
    private static func line() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer: [UInt8] = [0]
        while bytes.count < limit {
            guard try next(&buffer) == 1 else { break }
            switch buffer[0] {
            case 0x0a, 0x0d: return bytes
            case 0x03: throw ExitCode(130)
            case 0x04 where bytes.isEmpty: return bytes
            case 0x15: bytes = []
            case 0x08, 0x7f:
                // A character may have several bytes, of which all but the first go with it.
                while let last = bytes.popLast(), last & 0xc0 == 0x80 {}
            default: bytes.append(buffer[0])
            }
        }
        return bytes
    }

    private static func next(_ buffer: inout [UInt8]) throws -> Int {
        while true {
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw StartError.noInput(errno: errno) }
        }
    }
}

import CPseudoTerminal
import Glibc

/// The console, running on a terminal of its own.
final class ProgramOnTerminal {
    let pid: pid_t
    let started: Double
    private let terminal: Int32

    init(_ arguments: [String], rows: Int32 = 40, columns: Int32 = 140, home: String = "/root") {
        var path = [CChar](repeating: 0, count: 128)
        terminal = pseudo_terminal_open(rows, columns, &path, path.count)
        precondition(terminal >= 0, "no terminal")
        let environment = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME=\(home)", "PATH=/usr/bin:/bin"]
        started = Measure.now()
        pid = Self.withWords(arguments) { arguments in
            Self.withWords(environment) { pseudo_terminal_start(path, arguments, $0) }
        }
    }

    private static func withWords<Value>(_ words: [String], _ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
        let copies = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies.map { $0.map { UnsafePointer($0) } } + [nil])
    }

    /// Bytes until nothing comes for `quiet` seconds; the time of the last one.
    func drain(quiet: Double) -> (bytes: [UInt8], last: Double) {
        var bytes: [UInt8] = []
        var last = 0.0
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            var file = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            guard poll(&file, 1, Int32(quiet * 1000)) > 0 else { return (bytes, last) }
            let count = read(terminal, &buffer, buffer.count)
            guard count > 0 else { return (bytes, last) }
            last = Measure.now()
            bytes += buffer[..<count]
        }
    }

    /// When some text stood on the screen for the first time; nil after ten seconds without it.
    func time(of text: String) -> Double? {
        let wanted = Array(text.utf8)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let end = Measure.now() + 10
        while Measure.now() < end {
            var file = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            guard poll(&file, 1, 100) > 0 else { continue }
            let count = read(terminal, &buffer, buffer.count)
            guard count > 0 else { return nil }
            let now = Measure.now()
            bytes += buffer[..<count]
            if bytes.indices.dropLast(wanted.count - 1).contains(where: {
                bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
            }) {
                return now
            }
        }
        return nil
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(terminal, bytes, bytes.count)
    }

    func end() {
        kill(pid, SIGKILL)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
        close(terminal)
    }
}

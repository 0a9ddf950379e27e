import CPseudoTerminal
import Glibc
import Screen
import TestSupport

/// Somebody who sits at a terminal of their own, with a shell that runs the words they give it.
final class Sitting {
    /// The shell, which leads the session.
    let shell: pid_t
    /// What the terminal shows.
    private(set) var display: Display
    /// Everything that was written since the start or the last change of size.
    private(set) var bytes: [UInt8] = []
    private let terminal: Int32
    private let before: termios
    private var isGone = false
    private var hasLeft = false

    /// `words` are the shell's; `CONSOLE` in them is the console on the bench's state.
    init(
        _ bench: Workbench, _ words: String, size: Size = Size(rows: 24, columns: 80), isJobControlled: Bool = false,
        environment: [String: String] = [:]
    ) throws {
        var path = [CChar](repeating: 0, count: 128)
        terminal = pseudo_terminal_open(Int32(size.rows), Int32(size.columns), &path, path.count)
        guard terminal >= 0 else { throw Problem("no terminal: \(errno)") }
        _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
        var modes = termios()
        tcgetattr(terminal, &modes)
        before = modes
        display = Display(size)
        let console = "\(Program.path) console --state-dir \(bench.state)"
        let script = words.replacing("CONSOLE", with: console)
        let pairs = bench.environment(["TERM": "xterm-256color"].merging(environment) { _, new in new })
        shell = Self.withWords(["/bin/sh", isJobControlled ? "-mc" : "-c", script]) { arguments in
            Self.withWords(pairs.map { "\($0)=\($1)" }) { pseudo_terminal_start(path, arguments, $0) }
        }
        guard shell > 0 else { throw Problem("no shell: \(errno)") }
    }

    private static func withWords<Value>(_ words: [String], _ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
        let copies = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies.map { $0.map { UnsafePointer($0) } } + [nil])
    }

    // MARK: - The eyes

    /// Takes in what was written.
    func look() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(terminal, &buffer, buffer.count)
            guard count > 0 else {
                // EIO: nobody has the other end any more.
                isGone = count == 0 || errno == EIO
                return
            }
            bytes += buffer[..<count]
            display.take(Array(buffer[..<count]))
        }
    }

    /// Waits until a text is on the screen.
    func see(_ text: String) async throws {
        do {
            try await eventually("\(text) is seen") {
                look()
                return display.text.contains(text)
            }
        } catch {
            throw Problem("\(error)\n\(display.text)\n\(said)")
        }
    }

    /// Waits until text was written in one piece, on a terminal whose sequences `Display` does not know.
    func hear(_ text: String) async throws {
        let wanted = Array(text.utf8)
        do {
            try await eventually("\(text) is heard") {
                look()
                return bytes.contains(wanted)
            }
        } catch {
            throw Problem("\(error)\n\(said)")
        }
    }

    /// The last of what was written, for whoever looks into a failure.
    private var said: String { String(decoding: bytes.suffix(6000), as: UTF8.self).debugDescription }

    /// Waits until nothing more is written: so many looks one after the other find nothing new.
    func seeNothingNew(looks wanted: Int = 100) async throws {
        var known = -1
        var looks = 0
        try await eventually("the terminal comes to rest") {
            look()
            looks = bytes.count == known ? looks + 1 : 0
            known = bytes.count
            return looks == wanted
        }
    }

    /// Waits until the terminal is as if there had never been a console.
    func seeGivenBack(_ how: String) async throws {
        do {
            try await eventually("the terminal is given back after \(how)") {
                look()
                return hasItsModes && !display.isAlternate && display.isCursorVisible
                    && display.modes.isDisjoint(with: ["1000", "1002", "1003", "1006", "2004"])
            }
        } catch {
            throw Problem("\(error): \(display.modes) modes \(hasItsModes)\n\(display.text)")
        }
    }

    /// Waits until nobody has the terminal open any more.
    func seeAllGone() async throws {
        try await eventually("nobody holds the terminal") {
            look()
            return isGone
        }
    }

    /// Whether lines, echo and signals are handled as before the console.
    var hasItsModes: Bool {
        var now = termios()
        tcgetattr(terminal, &now)
        return now.c_lflag == before.c_lflag && now.c_iflag == before.c_iflag && now.c_oflag == before.c_oflag
            && now.c_cflag == before.c_cflag
    }

    // MARK: - The hands

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(terminal, bytes, bytes.count)
    }

    /// Gives the terminal another size; what stood on it is forgotten.
    func resize(_ size: Size) {
        look()
        display = Display(size)
        bytes = []
        _ = pseudo_terminal_resize(terminal, Int32(size.rows), Int32(size.columns))
    }

    /// The processes of a name that the console or the shell has started.
    func processes(_ name: String, of parent: pid_t? = nil) -> [pid_t] {
        let parent = parent ?? shell
        let children = Files.names("/proc/\(parent)/task").flatMap { thread in
            let text = Files.contents("/proc/\(parent)/task/\(thread)/children") ?? []
            return String(decoding: text, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
        }
        return children.filter { process in
            Files.contents("/proc/\(process)/comm") == Array((name + "\n").utf8)
        }
    }

    /// The console's process, once it is there.
    func console() async throws -> pid_t {
        try await first("a console") { processes("flagdeck").first }
    }

    /// The process that watches over the console's terminal.
    func watcher(of console: pid_t) async throws -> pid_t {
        try await first("a watcher") {
            processes("flagdeck-run", of: console).first { process in
                String(decoding: Files.contents("/proc/\(process)/cmdline") ?? [], as: UTF8.self).contains("--watch")
            }
        }
    }

    /// Takes the terminal away from whoever has it, and waits for the shell.
    func leave() async throws {
        guard !hasLeft else { return }
        hasLeft = true
        close(terminal)
        kill(shell, SIGKILL)
        var status: Int32 = 0
        try await eventually("the shell ends") { waitpid(shell, &status, WNOHANG) != 0 }
    }
}

extension Sitting {
    /// Sits down, does what is to be done there, and leaves whatever happened.
    static func with(
        _ words: String, size: Size = Size(rows: 24, columns: 80), isJobControlled: Bool = false,
        environment: [String: String] = [:], _ work: (Sitting, Workbench) async throws -> Void
    ) async throws {
        try await Workbench.with { bench in
            let sitting = try Sitting(
                bench, words, size: size, isJobControlled: isJobControlled, environment: environment)
            do {
                try await work(sitting, bench)
            } catch {
                try await sitting.leave()
                throw error
            }
            try await sitting.leave()
        }
    }
}

import CNcurses
import CPlatform
import Glibc
public import Screen

/// The terminal of this process: frames go out, keys come in. All of it on one thread; only `Waker` is for others.
///
/// From `init` to `close` the terminal is ours. Whatever ends the process in between, signals and traps included, it is
/// given back first.
public final class Terminal {
    private let descriptor: Int32
    private let input: UnsafeMutablePointer<FILE>
    private let output: UnsafeMutablePointer<FILE>
    private let screen: OpaquePointer
    private var painter: Painter
    private var keyboard = Keyboard()
    private var shown: Frame?
    /// Wakes `nextEvent` from other threads.
    public let waker: Waker

    /// Takes over a terminal, by default the one that controls the process.
    ///
    /// `$TERM` may be missing or unknown: then well-known descriptions are tried. With `usesColor` false only attributes
    /// such as bold are used. `lastWords` is what stands on the screen after a fault ended the process.
    public init(
        path: String = "/dev/tty", type: String?, usesColor: Bool, lastWords: SafeText = .empty
    ) throws(TerminalError) {
        let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw .noTerminal(errno: errno) }
        guard let waker = Waker(), let input = fdopen(dup(descriptor), "r"),
            let output = fdopen(dup(descriptor), "w")
        else {
            Glibc.close(descriptor)
            throw .noTerminal(errno: errno)
        }
        self.waker = waker
        self.descriptor = descriptor
        self.input = input
        self.output = output
        _ = nc_use_locale()
        // Before ncurses looks at signals: it leaves alone what somebody else handles.
        guard restore_arm(descriptor) else {
            fclose(input)
            fclose(output)
            Glibc.close(descriptor)
            throw .noTerminal(errno: errno)
        }
        set_escdelay(25)
        guard let screen = Self.newScreen(type, input, output) else {
            restore_disarm()
            fclose(input)
            fclose(output)
            Glibc.close(descriptor)
            throw .unknownType(type ?? "")
        }
        self.screen = screen
        painter = Painter(usesColor: usesColor)
        Self.setModes()
        arm(lastWords)
        startPaste()
    }

    private static func newScreen(
        _ type: String?, _ input: UnsafeMutablePointer<FILE>, _ output: UnsafeMutablePointer<FILE>
    ) -> OpaquePointer? {
        for name in [type ?? "", "xterm-256color", "xterm", "vt100"] where !name.isEmpty {
            guard let screen = newterm(name, output, input) else { continue }
            var bytes = [CChar](repeating: 0, count: 64)
            if nc_capability("cup", &bytes, Int32(bytes.count)) > 0 { return screen }
            // Known, and known to be unable to place the cursor: nothing else would draw on it either.
            endwin()
            delscreen(screen)
            return nil
        }
        return nil
    }

    private static func setModes() {
        raw()
        noecho()
        nonl()
        intrflush(nc_screen(), false)
        keypad(nc_screen(), true)
        nodelay(nc_screen(), true)
        idlok(nc_screen(), true)
        nc_define_keys()
        curs_set(0)
    }

    /// From here on, a death gives the terminal back with its own sequences.
    private func arm(_ lastWords: SafeText) {
        var farewell = Array("\u{1b}[?2004l".utf8).map { CChar(bitPattern: $0) }
        for name in ["sgr0", "rmacs", "cnorm", "rmkx", "rmcup"] {
            var bytes = [CChar](repeating: 0, count: 64)
            let count = nc_capability(name, &bytes, Int32(bytes.count))
            farewell += bytes.prefix(Int(count))
        }
        if !lastWords.isEmpty { farewell += (lastWords.plain + "\r\n").utf8.map { CChar(bitPattern: $0) } }
        restore_set_farewell(farewell, farewell.count)
    }

    private func startPaste() { send("\u{1b}[?2004h") }

    private func send(_ text: String) {
        fputs(text, output)
        fflush(output)
    }

    /// Rows and columns now.
    public var size: Size { Size(rows: Int(nc_rows()), columns: Int(nc_columns())) }

    /// How many colours are used, by what is known of the terminal's type.
    public var colorDepth: ColorDepth { painter.depth }

    /// True when the terminal fills what it erases with the background in use. Where it does not, as in tmux and screen,
    /// each blank of a coloured background is sent.
    public var erasesInBackgroundColor: Bool { nc_flag("bce") }

    /// Shows a frame; only what differs from the one before goes to the terminal.
    public func show(_ frame: Frame) {
        let isFresh = shown.map { $0.size != frame.size } ?? true
        for row in 0..<min(frame.size.rows, size.rows) {
            let cells = frame.row(row)
            if !isFresh, let shown, shown.row(row) == cells { continue }
            painter.write(cells, row: row)
        }
        if let cursor = frame.cursor {
            curs_set(1)
            wmove(nc_screen(), Int32(clamping: cursor.row), Int32(clamping: cursor.column))
        } else {
            curs_set(0)
        }
        wnoutrefresh(nc_screen())
        doupdate()
        shown = frame
    }

    /// Draws everything anew, for example after another program wrote over the screen.
    public func repaint() {
        shown = nil
        clearok(nc_screen(), true)
    }

    /// Waits for the next event, at most `milliseconds`; nil waits as long as it takes.
    public func nextEvent(milliseconds: Int? = nil) -> InputEvent {
        let deadline = milliseconds.map { Self.now() + $0 }
        while true {
            if let event = keyboard.next() { return event }
            let wait = deadline.map { max(0, $0 - Self.now()) }
            var files = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: restore_signals(), events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&files, 3, Int32(clamping: wait ?? -1))
            if count == 0 { return .timeout }
            guard count > 0 else { continue }
            if files[2].revents != 0, let event = takeSignal() { return event }
            let isGone = Int32(files[0].revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
            if isGone { return .hangup }
            if files[1].revents != 0 {
                waker.hear()
                return .woken
            }
        }
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    private func takeSignal() -> InputEvent? {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(restore_signals(), &bytes, bytes.count)
        guard count > 0 else { return nil }
        let signals = Set(bytes[..<count].map { Int32($0) })
        if signals.contains(SIGHUP) { return .hangup }
        if signals.contains(SIGTERM) || signals.contains(SIGINT) { return .terminate }
        if signals.contains(SIGCONT) { reenter() }
        return resize()
    }

    private func resize() -> InputEvent {
        var rows: Int32 = 0
        var columns: Int32 = 0
        if nc_size(descriptor, &rows, &columns), rows != nc_rows() || columns != nc_columns() {
            resize_term(rows, columns)
            // Terminals move their lines about when they change size: nothing of what was there counts.
            repaint()
        }
        return .resize(size)
    }

    /// Gives the terminal back and stops the process until it is continued.
    public func suspend() {
        leave()
        raise(SIGSTOP)
    }

    private func leave() {
        send("\u{1b}[?2004l")
        endwin()
    }

    private func reenter() {
        repaint()
        wrefresh(nc_screen())
        startPaste()
    }

    /// Gives the terminal back for good.
    public func close() {
        leave()
        restore_disarm()
        delscreen(screen)
        fclose(input)
        fclose(output)
        Glibc.close(descriptor)
    }
}

/// Why the terminal cannot be taken over.
public enum TerminalError: Error, Sendable, Hashable {
    /// The process has none, or it cannot be opened.
    case noTerminal(errno: Int32)
    /// Nothing is known of terminals of this type, nor of any usual one; or they cannot place the cursor.
    case unknownType(String)
}

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
    /// The description of the terminal that is used, which may be another one than was asked for.
    public let type: String
    private var painter: Painter
    var keyboard = Keyboard()
    private var shown: Frame?
    /// What `nextEvent` tells before anything else.
    var news: InputEvent?
    /// When it was taken over again for the last time.
    var lastEntry = Int.min / 2
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
        set_escdelay(Modes.escapeDelay(getenv("ESCDELAY").map { String(cString: $0) }))
        guard let (screen, known) = Self.newScreen(type, input, output) else {
            restore_disarm()
            fclose(input)
            fclose(output)
            Glibc.close(descriptor)
            throw .unknownType(type ?? "")
        }
        self.screen = screen
        self.type = known
        painter = Painter(usesColor: usesColor)
        Modes.setUp()
        // From here on, a death gives the terminal back with its own sequences.
        let farewell = Modes.farewell(lastWords).map { CChar(bitPattern: $0) }
        restore_set_farewell(farewell, farewell.count)
        send(Modes.pasteOn)
    }

    private static func newScreen(
        _ type: String?, _ input: UnsafeMutablePointer<FILE>, _ output: UnsafeMutablePointer<FILE>
    ) -> (screen: OpaquePointer, type: String)? {
        for name in TerminalType.candidates(for: type) {
            guard let screen = newterm(name, output, input) else { continue }
            if !Modes.capability("cup").isEmpty { return (screen, name) }
            // Known, and known to be unable to place the cursor: nothing else would draw on it either.
            endwin()
            delscreen(screen)
            return nil
        }
        return nil
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        fwrite(bytes, 1, bytes.count, output)
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
        let rows = size.rows
        for stretch in frame.changes(since: shown) where stretch.row < rows { painter.write(stretch, of: frame) }
        // Where nobody sees it, it need not be anywhere.
        leaveok(nc_screen(), frame.cursor == nil)
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
        let deadline = milliseconds.map { MonotonicClock.milliseconds() + $0 }
        while true {
            if let event = news ?? keyboard.next() {
                news = nil
                return event
            }
            let wait = deadline.map { max(0, $0 - MonotonicClock.milliseconds()) }
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

    private func takeSignal() -> InputEvent? {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(restore_signals(), &bytes, bytes.count)
        guard count > 0 else { return nil }
        let signals = Set(bytes[..<count].map { Int32($0) })
        if signals.contains(SIGHUP) { return .hangup }
        if signals.contains(SIGTERM) || signals.contains(SIGINT) { return .terminate }
        if signals.contains(SIGTSTP) { suspend() } else if signals.contains(SIGCONT) { afterContinuation() }
        news = nil
        readSize()
        return .resize(size)
    }

    func readSize() {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard nc_size(descriptor, &rows, &columns), rows != nc_rows() || columns != nc_columns() else { return }
        resize_term(rows, columns)
        // Terminals move their lines about when they change size: nothing of what was there counts.
        repaint()
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

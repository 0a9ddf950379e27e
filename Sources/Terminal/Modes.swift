import CNcurses
import Screen

/// What is switched on in the terminal beside what ncurses does; off again in the opposite order.
enum Modes {
    static let pasteOn = "\u{1b}[?2004h"
    static let pasteOff = "\u{1b}[?2004l"
    /// Presses and the wheel, no moves; in the form that has no limit of columns.
    static let mouseOn = "\u{1b}[?1000h\u{1b}[?1006h"
    static let mouseOff = "\u{1b}[?1006l\u{1b}[?1000l"

    /// How long an Escape waits for what belongs to it, in milliseconds: as the environment says, within reason.
    static func escapeDelay(_ wish: String?) -> Int32 {
        guard let wish, let number = Int32(wish), number >= 0 else { return 25 }
        return min(number, 1000)
    }

    /// Modes of ncurses, once it has the terminal.
    static func setUp() {
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

    /// What a death sends in place of all that would have been sent by a proper end.
    static func farewell(_ lastWords: SafeText) -> [UInt8] {
        var bytes = Array((mouseOff + pasteOff).utf8)
        for name in ["sgr0", "rmacs", "cnorm", "rmkx", "rmcup"] { bytes += capability(name) }
        bytes += lastRow
        if !lastWords.isEmpty { bytes += (lastWords.plain + "\r\n").utf8 }
        return bytes
    }

    /// Room for what comes next, where the picture stays because the terminal has no other screen to go back to.
    static var lastRow: [UInt8] { capability("rmcup").isEmpty ? Array("\r\n".utf8) : [] }

    /// The bytes of a capability, none where the terminal does not have it.
    static func capability(_ name: String) -> [UInt8] {
        var bytes = [CChar](repeating: 0, count: 64)
        let count = nc_capability(name, &bytes, Int32(bytes.count))
        return bytes.prefix(Int(count)).map { UInt8(bitPattern: $0) }
    }
}

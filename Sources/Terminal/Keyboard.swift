import CNcurses
import Screen

/// Turns what ncurses reads into events.
struct Keyboard {
    /// Most scalars of one paste; the rest of a longer one is left out.
    private static let pasteLimit = 1 << 20
    private var paste = Paste()

    /// The next event that is there already, nil when there is none.
    mutating func next() -> InputEvent? {
        while true {
            var code: wint_t = 0
            let kind = wget_wch(nc_screen(), &code)
            guard kind == OK || kind == KEY_CODE_YES else { return nil }
            let key = kind == KEY_CODE_YES ? Int32(bitPattern: code) : nil
            if key == nc_key_paste_start {
                paste.begin()
            } else if paste.isOpen {
                if key == nc_key_paste_end { return .paste(paste.end()) }
                if key == nil, let scalar = Unicode.Scalar(code) { paste.append(scalar, limit: Self.pasteLimit) }
            } else if let key {
                if let named = Self.named(key) { return .key(named) }
            } else {
                return .key(Self.key(code))
            }
        }
    }

    private static func key(_ code: wint_t) -> Key {
        switch code {
        case 9: return .tab
        case 10, 13: return .enter
        case 8, 127: return .backspace
        case 27: return afterEscape()
        case 0: return .control(" ")
        case 1...26: return Unicode.Scalar(code + 96).map { .control(Character($0)) } ?? .unknown(Int(code))
        case 28...31: return Unicode.Scalar(code + 64).map { .control(Character($0)) } ?? .unknown(Int(code))
        default: return Unicode.Scalar(code).map { .character(String($0)) } ?? .unknown(Int(code))
        }
    }

    /// Escape by itself, with a letter that came in the same breath (Alt), or the beginning of a key that nobody knows.
    private static func afterEscape() -> Key {
        guard let code = read(), let scalar = Unicode.Scalar(code), code >= 32, code != 127 else { return .escape }
        // What such a key goes on with must not be taken for letters.
        if scalar == "[", let last = skipSequence() { return .unknown(Int(last)) }
        if scalar == "O", let last = read() { return .unknown(Int(last)) }
        return .alt(Character(scalar))
    }

    /// Reads to the end of a control sequence; nil when nothing follows.
    private static func skipSequence() -> wint_t? {
        var last: wint_t?
        while let code = read() {
            last = code
            if (0x40...0x7E).contains(code) { break }
        }
        return last
    }

    private static func read() -> wint_t? {
        var code: wint_t = 0
        return wget_wch(nc_screen(), &code) == OK ? code : nil
    }

    /// The key for a code of ncurses; nil for codes that say nothing, such as that of a resize.
    private static func named(_ code: Int32) -> Key? {
        switch code {
        case KEY_UP: .up
        case KEY_DOWN: .down
        case KEY_LEFT: .left
        case KEY_RIGHT: .right
        case KEY_HOME: .home
        case KEY_END: .end
        case KEY_PPAGE: .pageUp
        case KEY_NPAGE: .pageDown
        case KEY_IC: .insert
        case KEY_DC: .delete
        case KEY_BACKSPACE: .backspace
        case KEY_BTAB: .backTab
        case KEY_ENTER: .enter
        case KEY_RESIZE, KEY_MOUSE: nil
        case nc_key_paste_start, nc_key_paste_end: nil
        case (KEY_F0 + 1)...(KEY_F0 + 24): .function(Int(code - KEY_F0))
        default: .unknown(Int(code))
        }
    }
}

/// Pasted text while it comes in.
private struct Paste {
    private(set) var isOpen = false
    private var scalars = String.UnicodeScalarView()
    private var count = 0
    private var endedWithReturn = false

    mutating func begin() {
        self = Paste()
        isOpen = true
    }

    /// Line ends of every kind become one newline.
    mutating func append(_ scalar: Unicode.Scalar, limit: Int) {
        let completesLineEnd = endedWithReturn && scalar == "\n"
        endedWithReturn = scalar == "\r"
        guard !completesLineEnd, count < limit else { return }
        scalars.append(scalar == "\r" ? "\n" : scalar)
        count += 1
    }

    mutating func end() -> String {
        defer { self = Paste() }
        return String(scalars)
    }
}

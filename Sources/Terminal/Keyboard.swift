import CNcurses
import Screen

/// Turns what ncurses reads into events.
struct Keyboard {
    /// Most scalars of one paste; the rest of a longer one is left out.
    private static let pasteLimit = 1 << 20
    private var pasted: String.UnicodeScalarView?

    /// The next event that is there already, nil when there is none.
    mutating func next() -> InputEvent? {
        while true {
            var code: wint_t = 0
            let kind = wget_wch(nc_screen(), &code)
            guard kind == OK || kind == KEY_CODE_YES else { return nil }
            let isKey = kind == KEY_CODE_YES
            if isKey, Int32(bitPattern: code) == nc_key_paste_start {
                pasted = String.UnicodeScalarView()
            } else if var text = pasted {
                if isKey, Int32(bitPattern: code) == nc_key_paste_end {
                    pasted = nil
                    return .paste(String(text))
                }
                if !isKey, text.count < Self.pasteLimit, let scalar = Unicode.Scalar(code) {
                    text.append(scalar == "\r" ? "\n" : scalar)
                    pasted = text
                }
            } else if isKey {
                if let key = Self.named(Int32(bitPattern: code)) { return .key(key) }
            } else {
                return .key(key(code))
            }
        }
    }

    private func key(_ code: wint_t) -> Key {
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

    /// Escape by itself, or with a letter that came in the same breath: Alt.
    private func afterEscape() -> Key {
        var code: wint_t = 0
        guard wget_wch(nc_screen(), &code) == OK, let scalar = Unicode.Scalar(code), code >= 32, code != 127 else {
            return .escape
        }
        return .alt(Character(scalar))
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
        case (KEY_F0 + 1)...(KEY_F0 + 24): .function(Int(code - KEY_F0))
        default: .unknown(Int(code))
        }
    }
}

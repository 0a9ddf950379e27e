import CNcurses
import Screen

/// Turns what ncurses reads into events.
///
/// ncurses knows the keys; letters are put together here from their bytes, because it drops a letter whose bytes do not
/// come all at once.
struct Keyboard {
    private var paste: Paste?
    private var letters = LetterBytes()
    /// What has begun and not ended yet.
    private var sequence: ControlSequence?
    /// False when reports of the mouse are keys that nobody knows: another program left it on.
    var hearsMouse = false
    /// True when the last key was Escape by itself: what comes next may be the rest of a key that came in two pieces.
    private var isAfterEscape = false

    /// The next event that is there already, nil when there is none.
    mutating func next() -> InputEvent? {
        while let code = Self.read() {
            if let event = paste == nil ? event(code) : pasted(code) { return event }
        }
        return nil
    }

    private static func read() -> Int32? {
        let code = wgetch(nc_screen())
        return code == ERR ? nil : code
    }

    // MARK: - Pastes

    private mutating func pasted(_ code: Int32) -> InputEvent? {
        guard code < 256 else {
            // Keys that somebody pasted are no text.
            return code == nc_key_paste_end ? endPaste() : nil
        }
        for scalar in letters.take(UInt8(truncatingIfNeeded: code)) {
            if paste?.append(scalar) == true { return endPaste() }
        }
        return nil
    }

    private mutating func endPaste() -> InputEvent? {
        defer { paste = nil }
        return paste.map { .paste($0.text) }
    }

    // MARK: - Keys

    private mutating func event(_ code: Int32) -> InputEvent? {
        if let open = sequence, code < 256, !open.isStale(at: MonotonicClock.milliseconds()) {
            return proceed(with: open, code)
        }
        sequence = nil
        let mayGoOn = isAfterEscape
        isAfterEscape = false
        guard code < 256 else { return special(code) }
        let byte = UInt8(truncatingIfNeeded: code)
        if byte == 0x1B { return afterEscape() }
        // A bracket with nothing behind it is a bracket.
        if mayGoOn, byte == 0x5B, let next = Self.read() {
            ungetch(next)
            return begin(.control)
        }
        let scalars = letters.take(byte)
        // A byte that breaks off a letter may be a letter of its own: it comes again.
        if scalars.count > 1 { ungetch(code) }
        return scalars.first.map { .key(Self.key($0)) }
    }

    private mutating func special(_ code: Int32) -> InputEvent? {
        letters = LetterBytes()
        switch code {
        case nc_key_paste_start:
            paste = Paste()
            return nil
        case nc_key_paste_end, KEY_RESIZE: return nil
        case KEY_MOUSE: return beginMouseReport()
        default: return .key(Self.named(code))
        }
    }

    // MARK: - Sequences

    private mutating func begin(_ kind: ControlSequence.Kind, _ body: [UInt8] = []) -> InputEvent? {
        sequence = ControlSequence(kind, body, at: MonotonicClock.milliseconds())
        return nil
    }

    /// ncurses takes the beginning of a mouse report only, in the form that its description of the terminal has.
    private mutating func beginMouseReport() -> InputEvent? {
        var bytes = [CChar](repeating: 0, count: 16)
        let count = Int(nc_capability("kmous", &bytes, Int32(bytes.count)))
        return count > 0 && bytes[count - 1] == 0x3C ? begin(.control, [0x3C]) : begin(.oldMouse)
    }

    private mutating func proceed(with open: ControlSequence, _ code: Int32) -> InputEvent? {
        var open = open
        let step = open.take(UInt8(truncatingIfNeeded: code))
        sequence = nil
        switch step {
        case .more: sequence = open
        case .paste: paste = Paste()
        case .key(let key): return .key(key)
        case .mouse(let report):
            return hearsMouse ? report.mouse.map { .mouse($0) } : .key(.unknown(Int(KEY_MOUSE)))
        case .broken: ungetch(code)
        }
        return nil
    }

    /// Escape by itself, with a letter that came in the same breath (Alt), or the beginning of a longer sequence.
    private mutating func afterEscape() -> InputEvent? {
        guard let code = Self.read() else {
            isAfterEscape = true
            return .key(.escape)
        }
        guard (0x20..<0x7F).contains(code) else {
            ungetch(code)
            return .key(.escape)
        }
        switch code {
        case 0x5B: return begin(.control)
        case 0x4F: return begin(.application)
        default: return .key(.alt(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: code)))))
        }
    }

    // MARK: - Names

    private static func key(_ scalar: Unicode.Scalar) -> Key {
        switch scalar.value {
        case 9: .tab
        case 10, 13: .enter
        case 8, 127: .backspace
        case 0: .control(" ")
        case 1...26: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 96)))
        case 28...31: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 64)))
        default: .character(String(scalar))
        }
    }

    private static func named(_ code: Int32) -> Key {
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
        case (KEY_F0 + 1)...(KEY_F0 + 24): .function(Int(code - KEY_F0))
        default: .unknown(Int(code))
        }
    }
}

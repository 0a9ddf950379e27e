import CNcurses
import Screen

/// Turns what ncurses reads into events.
///
/// ncurses knows the keys; letters are put together here from their bytes, because it drops a letter whose bytes do not
/// come all at once.
struct Keyboard {
    private var paste: Paste?
    private var letters = LetterBytes()
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
        let mayGoOn = isAfterEscape
        isAfterEscape = false
        guard code < 256 else { return special(code) }
        let byte = UInt8(truncatingIfNeeded: code)
        if byte == 0x1B { return afterEscape() }
        if mayGoOn, byte == 0x5B {
            if let event = sequence() { return event }
            if paste != nil { return nil }
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
        case KEY_MOUSE:
            Self.skipMouseReport()
            return .key(.unknown(Int(code)))
        default: return .key(Self.named(code))
        }
    }

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

    /// Escape by itself, with a letter that came in the same breath (Alt), or the beginning of a key that nobody knows.
    private mutating func afterEscape() -> InputEvent? {
        guard let code = Self.read() else {
            isAfterEscape = true
            return .key(.escape)
        }
        guard (0x20..<0x7F).contains(code) else {
            ungetch(code)
            return .key(.escape)
        }
        // What such a key goes on with must not be taken for letters.
        if code == 0x5B {
            if let event = sequence() { return event }
            // A paste has begun, or nothing follows.
            if paste != nil { return nil }
        }
        if code == 0x4F, let last = Self.read() { return .key(.unknown(Int(last))) }
        return .key(.alt(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: code)))))
    }

    /// Reads a control sequence behind its bracket. Nil when nothing follows and when it begins a paste.
    private mutating func sequence() -> InputEvent? {
        let body = Self.body()
        if body == Array("200~".utf8) { paste = Paste() }
        guard let last = body.last, paste == nil else { return nil }
        return .key(.unknown(Int(last)))
    }

    private static func body() -> [UInt8] {
        var body: [UInt8] = []
        while let code = read(), code < 256 {
            body.append(UInt8(truncatingIfNeeded: code))
            if (0x40...0x7E).contains(code) { break }
        }
        // The old form of a mouse report goes on with three bytes of any kind.
        if body == [0x4D] { for _ in 0..<3 { _ = read() } }
        return body
    }

    /// The mouse is off, but a terminal that another program left in a bad state reports it all the same. ncurses takes
    /// only the beginning of a report.
    private static func skipMouseReport() {
        var bytes = [CChar](repeating: 0, count: 16)
        let count = Int(nc_capability("kmous", &bytes, Int32(bytes.count)))
        if count > 0, bytes[count - 1] == 0x3C { _ = body() } else { for _ in 0..<3 { _ = read() } }
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

/// Pasted text while it comes in.
struct Paste {
    /// Most scalars of one paste; the rest of a longer one is left out.
    private static let limit = 1 << 20
    /// How the end of a paste looks when ncurses does not take it for a key, because its bytes came in pieces.
    private static let end = Array("\u{1B}[201~".unicodeScalars)

    private var scalars = String.UnicodeScalarView()
    private var count = 0
    private var endedWithReturn = false
    /// Scalars of what may be the end.
    private var matched = 0

    /// What was pasted; line ends of every kind are newlines.
    var text: String { String(scalars) }

    /// Takes a scalar; true when it was the last one of the end.
    mutating func append(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == Self.end[matched] {
            matched += 1
            return matched == Self.end.count
        }
        let held = matched
        matched = 0
        for scalar in Self.end.prefix(held) { keep(scalar) }
        if scalar == Self.end[0] { matched = 1 } else { keep(scalar) }
        return false
    }

    private mutating func keep(_ scalar: Unicode.Scalar) {
        let completesLineEnd = endedWithReturn && scalar == "\n"
        endedWithReturn = scalar == "\r"
        guard !completesLineEnd, count < Self.limit else { return }
        scalars.append(scalar == "\r" ? "\n" : scalar)
        count += 1
    }
}

/// Puts letters together from the bytes of UTF-8, however few of them come at a time.
struct LetterBytes {
    private var pending: [UInt8] = []
    private var length = 0

    /// The letters that a byte completes; U+FFFD stands for bytes that are none.
    mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
        var done: [Unicode.Scalar] = []
        if !pending.isEmpty {
            if byte & 0xC0 == 0x80 {
                pending.append(byte)
                guard pending.count == length else { return [] }
                return [complete()]
            }
            pending = []
            done.append("\u{FFFD}")
        }
        switch byte {
        case ..<0x80: done.append(Unicode.Scalar(byte))
        case 0xC2...0xDF: begin(byte, 2)
        case 0xE0...0xEF: begin(byte, 3)
        case 0xF0...0xF4: begin(byte, 4)
        default: done.append("\u{FFFD}")
        }
        return done
    }

    private mutating func begin(_ byte: UInt8, _ length: Int) {
        pending = [byte]
        self.length = length
    }

    private mutating func complete() -> Unicode.Scalar {
        defer { pending = [] }
        let text = String(decoding: pending, as: UTF8.self)
        guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return "\u{FFFD}" }
        return scalar
    }
}

/// What can be told of a TOML text without parsing it: how deep it goes, and on which lines its keys stand.
///
/// The parser goes as deep as the text does, so depth is looked at first; and it forgets lines, which people need.
struct TOMLOutline {
    /// The first line that lies deeper than any sensible one, by brackets around it and dots in its keys.
    private(set) var tooDeepLine: Int?
    /// The first line with a table's name that begins with no sign of a key, or with a bracket closed by one of another
    /// kind: the parser takes it for granted that nobody writes that, and ends the program.
    private(set) var unparsableLine: Int?
    /// The first line with a NUL in a text, which the parser would cut off there.
    private(set) var nulLine: Int?
    /// Where the text can be cut: places at which an `[[instance]]` begins that nothing before has to do with, far enough
    /// from each other, with their lines.
    private(set) var cuts: [(place: Int, line: Int)] = []
    private var hasInstance = false
    private static let pieceSize = 1 << 16
    /// The first line of each key outside of brackets, such as `"name"` or `"tags.role"`, in each `[[instance]]`.
    private var lines: [Place: Int] = [:]

    private static let depthLimit = 32

    private struct Place: Hashable {
        /// Number of the entry, 0 before the first.
        let entry: Int
        let key: String
    }

    private let text: ArraySlice<UInt8>
    private var position: Int
    private var line = 1
    private var brackets: [UInt8] = []
    private var dots = 0
    private var entry = 0
    private var prefix = ""
    private let notesLines: Bool

    /// Goes through a text. Lines are wanted only where something is wrong, and cost far more than the rest.
    init(_ text: some Sequence<UInt8>, notesLines: Bool = false) {
        let text = Array(text)
        self.notesLines = notesLines
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        self.text = text.starts(with: mark) ? text.dropFirst(mark.count) : text[...]
        position = self.text.startIndex
        while position < self.text.endIndex { step() }
    }

    /// The line of a key of an entry, or else of the nearest thing around it.
    func line(entry: Int, key: String = "") -> Int? {
        let table = String(key.prefix { $0 != "." })
        let places = [(entry, key), (entry, table), (entry, ""), (0, "instance")]
        return places.lazy.compactMap { lines[Place(entry: $0, key: $1)] }.first
    }

    // MARK: - Scanning

    private var rest: ArraySlice<UInt8> { text[position...] }

    private mutating func step() {
        if brackets.isEmpty, position == text.startIndex || text[position - 1] == UInt8(ascii: "\n") { noteLine() }
        let byte = text[position]
        switch byte {
        case UInt8(ascii: "#"): position = rest.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
        default:
            count(byte)
            position += 1
        }
    }

    private mutating func count(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            brackets.append(byte)
            dots = 0
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            // Each closing sign stands two after its opening one.
            if let last = brackets.popLast(), last + 2 != byte, unparsableLine == nil { unparsableLine = line }
        case UInt8(ascii: "."): dots += 1
        case UInt8(ascii: ","), UInt8(ascii: "="): dots = 0
        case UInt8(ascii: "\n"):
            line += 1
            dots = 0
        default: return
        }
        if brackets.count + dots > Self.depthLimit, tooDeepLine == nil { tooDeepLine = line }
    }

    /// Passes over a text in quotes, in three of them also over several lines.
    private mutating func skipString(_ quote: UInt8) {
        let isLong = rest.starts(with: [quote, quote, quote])
        position += isLong ? 3 : 1
        while position < text.endIndex {
            let byte = text[position]
            if byte == UInt8(ascii: "\n") {
                // A short one that is not closed is the parser's to refuse.
                guard isLong else { return }
                line += 1
            }
            if byte == quote, !isLong || rest.starts(with: [quote, quote, quote]) {
                position += isLong ? 3 : 1
                return
            }
            let isEscape = byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
            if isEscape, nulLine == nil, isNul(rest.dropFirst()) { nulLine = line }
            let next = position + 1
            position += isEscape && next < text.endIndex && text[next] != UInt8(ascii: "\n") ? 2 : 1
        }
        position = min(position, text.endIndex)
    }

    private func isNul(_ escape: ArraySlice<UInt8>) -> Bool {
        escape.starts(with: Array("u0000".utf8)) || escape.starts(with: Array("U00000000".utf8))
    }

    // MARK: - Lines

    /// Remembers what begins on the line at the position.
    private mutating func noteLine() {
        let begin = rest.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        guard notesLines || begin == UInt8(ascii: "[") else { return }
        let line = rest.prefix { $0 != UInt8(ascii: "\n") }.filter {
            $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t")
        }
        let words = String(decoding: line, as: UTF8.self)
        if words.hasPrefix("["), unparsableLine == nil, !Self.isHeader(words) { unparsableLine = self.line }
        if words.hasPrefix("[[instance]]") {
            // The first one stays with what stands before it, which it may contradict.
            if hasInstance, position - (cuts.last?.place ?? 0) >= Self.pieceSize { cuts.append((position, self.line)) }
            hasInstance = true
        }
        if notesLines { noteKey(words) }
    }

    private mutating func noteKey(_ words: String) {
        if words.hasPrefix("[[instance]]") {
            entry += 1
            prefix = ""
            note("")
        } else if words.hasPrefix("[") {
            let name = words.drop { $0 == "[" }.prefix { $0 != "]" }
            guard name.hasPrefix("instance."), entry > 0 else {
                lines[Place(entry: 0, key: String(name.prefix { $0 != "." })), default: line] = line
                return
            }
            note(String(name.dropFirst("instance.".count)))
            prefix = name.dropFirst("instance.".count) + "."
        } else {
            let key = words.prefix { $0 != "=" && $0 != "#" }.filter { $0 != "\"" && $0 != "'" && $0 != "\r" }
            if !key.isEmpty { note(prefix + key) }
        }
    }

    private static func isHeader(_ words: String) -> Bool {
        let brackets = words.hasPrefix("[[") ? 2 : 1
        guard let first = words.unicodeScalars.dropFirst(brackets).first else { return false }
        return switch first {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "\"", "'", "]": true
        default: false
        }
    }

    private mutating func note(_ key: String) {
        for part in [key, String(key.prefix { $0 != "." })] {
            let place = Place(entry: entry, key: part)
            if lines[place] == nil { lines[place] = line }
        }
    }
}

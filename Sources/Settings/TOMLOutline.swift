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
    /// The first line of each key outside of brackets, such as `theme.default` or `instance[2].tags.role`.
    private var lines: [String: Int] = [:]
    /// How many `[[tables]]` of each name there were so far.
    private var counts: [String: Int] = [:]

    private static let depthLimit = 32
    /// Longer keys have no lines of their own: nobody writes them, and each would be kept with the table around it.
    private static let keyLimit = 256

    /// Where the text can be cut: places at which an `[[instance]]` begins that nothing before has to do with, far enough
    /// from each other, with their lines.
    private(set) var cuts: [(place: Int, line: Int)] = []
    private var hasInstance = false
    private static let pieceSize = 1 << 16

    private let text: ArraySlice<UInt8>
    private var position: Int
    private var line = 1
    private var brackets: [UInt8] = []
    private var dots = 0
    /// The table that keys stand in, with a dot at its end; nil where its name is too long.
    private var prefix: String? = ""
    private let notesKeys: Bool

    /// Goes through a text. Lines of keys are wanted only where something is wrong, and cost far more than the rest.
    init(_ text: some Sequence<UInt8>, notesKeys: Bool) {
        let text = Array(text)
        self.notesKeys = notesKeys
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        self.text = text.starts(with: mark) ? text.dropFirst(mark.count) : text[...]
        position = self.text.startIndex
        while position < self.text.endIndex { step() }
    }

    /// The line of a key, or else of the nearest thing around it.
    func line(of key: String) -> Int? {
        var place = Self.plain(String(key.unicodeScalars.prefix(Self.keyLimit * 2)))[...]
        while lines[String(place)] == nil {
            guard let end = place.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
            place = place[..<end]
        }
        return lines[String(place)]
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
        guard notesKeys || begin == UInt8(ascii: "[") else { return }
        let words = Self.plain(String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self), quotes: true)
        guard words.hasPrefix("[") else {
            let key = Self.plain(String(words.prefix { $0 != "=" && $0 != "#" }))
            if let prefix, !key.isEmpty, key.utf8.count <= Self.keyLimit { note(prefix + key) }
            return
        }
        if unparsableLine == nil, !Self.isHeader(words) { unparsableLine = line }
        if words.hasPrefix("[[instance]]") { noteCut() }
        guard notesKeys else { return }
        let name = Self.plain(String(words.drop { $0 == "[" }.prefix { $0 != "]" }))
        prefix = nil
        guard name.utf8.count <= Self.keyLimit else { return }
        let place = place(of: name, words.hasPrefix("[["))
        note(place)
        prefix = place + "."
    }

    /// The first `[[instance]]` stays with what stands before it, which it may contradict.
    private mutating func noteCut() {
        if hasInstance, position - (cuts.last?.place ?? 0) >= Self.pieceSize { cuts.append((position, line)) }
        hasInstance = true
    }

    /// Where a table stands: in the last one of each `[[table]]` that its name begins with.
    private mutating func place(of name: String, _ isEntry: Bool) -> String {
        var place = ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            place += index == 0 ? part : "." + part
            if isEntry, index == parts.count - 1 {
                note(place)
                counts[place, default: 0] += 1
            }
            if let number = counts[place] { place += "[\(number)]" }
        }
        return place
    }

    /// A text without blanks, and without quotes unless they are to be seen.
    private static func plain(_ text: String, quotes: Bool = false) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\t", "\r": continue
            case "\"", "'": if quotes { plain.unicodeScalars.append(scalar) }
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    private static func isHeader(_ words: String) -> Bool {
        let brackets = words.hasPrefix("[[") ? 2 : 1
        guard let first = words.unicodeScalars.dropFirst(brackets).first else { return false }
        return switch first {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "\"", "'", "]": true
        default: false
        }
    }

    /// Remembers the line of a key and of the tables that it makes by its dots.
    private mutating func note(_ key: String) {
        var place = key[...]
        while lines[String(place)] == nil {
            lines[String(place)] = line
            guard let end = place.lastIndex(of: ".") else { return }
            place = place[..<end]
        }
    }
}

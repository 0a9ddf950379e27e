public import Screen

/// The output of one instance on the screen: scrolled, wrapped, searched and followed.
public struct OutputText: Equatable, Sendable {
    /// The lines.
    public private(set) var lines: [SafeText] = []
    /// The rows on a screen of the last known width: the lines, or their parts when they wrap.
    public private(set) var rows: [SafeText] = []
    /// True when the end of a growing output stays in sight.
    public internal(set) var follows = true
    /// True when long lines go on in the next row.
    public internal(set) var wraps = false
    /// Columns that the text is moved to the left.
    public private(set) var shift = 0
    /// What is searched for; empty for nothing.
    public private(set) var pattern = ""
    /// The row of the match that was gone to last.
    public private(set) var match: Int?
    private var top = 0
    private var width = 0
    private var height = 1

    mutating func take(_ output: [UInt8]) {
        lines = SafeText.lines(bytes: output)
        arrange()
    }

    /// Another output: it is shown from where one wants to see it first, its end.
    mutating func takeAnew(_ output: [UInt8]) {
        top = 0
        shift = 0
        follows = true
        match = nil
        take(output)
    }

    /// Tells how large the part of the screen is.
    mutating func fit(width: Int, height: Int) {
        self.height = max(1, height)
        guard self.width != width else { return }
        self.width = width
        arrange()
    }

    /// Stands still where it is, or follows the end again.
    mutating func toggleFollow() {
        top = first
        follows.toggle()
    }

    mutating func toggleWrap() {
        wraps.toggle()
        shift = 0
        arrange()
    }

    private mutating func arrange() {
        rows = wraps && width > 0 ? lines.flatMap { $0.folded(width) } : lines
        if !pattern.isEmpty, let match, match >= rows.count { self.match = nil }
    }

    private var last: Int { max(0, rows.count - height) }

    /// The first row on the screen.
    public var first: Int { follows ? last : min(top, last) }

    /// Scrolls by rows; at the end it follows again.
    mutating func scroll(by count: Int) {
        let (target, overflow) = first.addingReportingOverflow(count)
        top = max(0, min(overflow ? (count < 0 ? 0 : last) : target, last))
        follows = top == last
    }

    /// Moves the text to the left or right, in steps of eight columns.
    mutating func slide(by count: Int) {
        guard !wraps else { return }
        let widest = rows.dropFirst(first).prefix(height).map(\.width).max() ?? 0
        shift = max(0, min(shift + count * 8, max(0, widest - 8)))
    }

    // MARK: - Searching

    /// Looks for a text, from what is on the screen on; true when it is there.
    mutating func search(_ text: String) -> Bool {
        pattern = text
        match = nil
        guard !text.isEmpty else { return true }
        return goToMatch(from: first, forward: true)
    }

    /// Goes to the next or the one before; goes round at the ends. False when there is none.
    mutating func nextMatch(forward: Bool) -> Bool {
        guard !pattern.isEmpty else { return false }
        let start = match ?? (forward ? first - 1 : first + height)
        return goToMatch(from: forward ? start + 1 : start - 1, forward: forward)
    }

    private mutating func goToMatch(from start: Int, forward: Bool) -> Bool {
        let count = rows.count
        guard count > 0 else { return false }
        let search = TextSearch(pattern)
        for step in 0..<count {
            let row = ((forward ? start + step : start - step) % count + count) % count
            guard search.isFound(in: rows[row].plain) else { continue }
            match = row
            if row < first || row >= first + height {
                top = max(0, min(row - height / 2, last))
                follows = false
            } else {
                top = first
                follows = top == last
            }
            return true
        }
        return false
    }

    /// How many rows hold what is searched for.
    public var matchCount: Int {
        guard !pattern.isEmpty else { return 0 }
        let search = TextSearch(pattern)
        return rows.count { search.isFound(in: $0.plain) }
    }
}

/// Finds a text in lines; capital letters count when it has some.
struct TextSearch {
    private let pattern: [UInt8]
    private let respectsCase: Bool

    init(_ text: String) {
        respectsCase = text.contains(where: \.isUppercase)
        pattern = Array((respectsCase ? text : text.asciiLowerCase).utf8)
    }

    func isFound(in line: String) -> Bool { ranges(in: line).first != nil }

    /// Where it is found, as bytes of the line.
    func ranges(in line: String) -> [Range<Int>] {
        let bytes = Array((respectsCase ? line : line.asciiLowerCase).utf8)
        var found: [Range<Int>] = []
        var start = 0
        guard !pattern.isEmpty else { return [] }
        while start + pattern.count <= bytes.count {
            if bytes[start] == pattern[0], bytes[start..<(start + pattern.count)].elementsEqual(pattern) {
                found.append(start..<(start + pattern.count))
                start += pattern.count
            } else {
                start += 1
            }
        }
        return found
    }
}

extension String {
    /// The text with the letters of ASCII in lower case: as many bytes as before.
    fileprivate var asciiLowerCase: String {
        String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

extension SafeText {
    /// The text in rows of at most `width` columns, at least one.
    func folded(_ width: Int) -> [SafeText] {
        guard self.width > width, width > 1 else { return [self] }
        var rows: [SafeText] = []
        var rest = self
        while !rest.isEmpty {
            let head = rest.prefix(width: width)
            guard !head.isEmpty else { break }
            rows.append(head)
            rest = rest.dropping(width: head.width)
        }
        return rows
    }
}

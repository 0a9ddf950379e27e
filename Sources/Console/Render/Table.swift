import CloudAssistant
import Screen

/// One column of a list.
struct Column {
    let heading: Word
    /// Columns on the screen that it needs.
    let least: Int
    /// Columns that it takes where there is room.
    let most: Int

    init(_ heading: Word, _ least: Int, _ most: Int? = nil) {
        self.heading = heading
        self.least = least
        self.most = most ?? least
    }

    /// The widths in a room: each column has its least, and what is left goes round to those that take more. From the
    /// first one that does not fit, columns are left out.
    static func widths(_ columns: [Column], _ room: Int) -> [Int] {
        var widths: [Int] = []
        var left = room
        for column in columns {
            let gap = widths.isEmpty ? 0 : 1
            guard left >= column.least + gap || widths.isEmpty else { break }
            let width = max(0, min(column.least, left))
            widths.append(width)
            left -= width + gap
        }
        while left > 0 {
            let growing = widths.indices.filter { widths[$0] < columns[$0].most }
            guard !growing.isEmpty else { break }
            for index in growing.prefix(left) { widths[index] += 1 }
            left -= min(left, growing.count)
        }
        return widths
    }
}

/// One cell of a list.
struct TableCell {
    let text: SafeText
    let role: Role

    init(_ text: String, _ role: Role = .text) {
        self.text = SafeText(text)
        self.role = role
    }

    init(_ text: SafeText, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}

/// Where a list is drawn and how.
struct ListPlace {
    let rect: Rect
    /// True when the keys go to it.
    let hasFocus: Bool
    /// True when its columns have headings.
    let hasHeading: Bool
}

extension Canvas {
    /// Where the text of an entry begins: before it are the cursor, the mark and a blank.
    static let indent = 3

    /// Draws a list under a heading, the part of it that is on the screen.
    mutating func table<Entry>(
        _ listing: Listing<Entry>, _ columns: [Column], in place: ListPlace, empty: SafeText,
        marked: (Entry) -> Bool = { _ in false }, cells: (Entry) -> [TableCell]
    ) {
        let rect = place.rect
        let widths = Column.widths(columns, rect.columns - Self.indent)
        var column = rect.column + Self.indent
        for (index, width) in widths.enumerated() where place.hasHeading {
            write(words(columns[index].heading), row: rect.row, column: column, width: width, as: .columnHeading)
            column += width + 1
        }
        let top = place.hasHeading ? 1 : 0
        let body = Rect(row: rect.row + top, column: rect.column, rows: rect.rows - top, columns: rect.columns)
        guard note(listing, in: body, empty: empty) else { return }
        for (offset, entry) in listing.shown.dropFirst(listing.top).prefix(max(0, body.rows)).enumerated() {
            let row = body.row + offset
            var column = rect.column + Self.indent
            for (index, cell) in cells(entry).prefix(widths.count).enumerated() {
                write(cell.text, row: row, column: column, width: widths[index], as: cell.role)
                column += widths[index] + 1
            }
            lead(listing, offset, isMarked: marked(entry), hasFocus: place.hasFocus, in: body)
        }
    }

    /// The signs before an entry, and the bar over the one under the cursor.
    mutating func lead<Entry>(
        _ listing: Listing<Entry>, _ offset: Int, isMarked: Bool, hasFocus: Bool, in rect: Rect
    ) {
        let row = rect.row + offset
        if isMarked { write(glyphs.marked, row: row, column: rect.column + 1, as: .marked) }
        guard listing.top + offset == listing.index else { return }
        write(glyphs.pointer, row: row, column: rect.column, as: hasFocus ? .text : .accent)
        let line = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
        lay(hasFocus ? .selection : .selectionInactive, over: line)
    }

    /// What stands in place of entries; true when there are some.
    mutating func note<Entry>(_ listing: Listing<Entry>, in rect: Rect, empty: SafeText) -> Bool {
        func say(_ text: SafeText, _ role: Role) {
            let lines = wrapped(text, width: rect.columns - Self.indent - 1, lines: rect.rows)
            for (offset, line) in lines.enumerated() {
                write(line, row: rect.row + offset, column: rect.column + Self.indent, as: role)
            }
        }
        switch listing.availability {
        case .loading where listing.entries.isEmpty: say(words(.loading), .muted)
        case .failed(let error) where listing.entries.isEmpty:
            say(SafeText("\(error.code): \(ErrorSentences.message(error))"), .error)
        default:
            guard listing.shown.isEmpty else { return true }
            say(listing.filter.isEmpty ? empty : words(.nothingMatches), .muted)
        }
        return false
    }
}

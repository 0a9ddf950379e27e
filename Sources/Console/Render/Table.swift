import CloudAssistant
import Screen

/// One column of a list.
struct Column {
    let heading: Word
    /// Columns on the screen; 0 takes what is left.
    let width: Int
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

extension Canvas {
    /// Draws a list under a heading, the part of it that is on the screen.
    mutating func table<Entry>(
        _ listing: Listing<Entry>, _ columns: [Column], in rect: Rect, hasFocus: Bool, empty: Word,
        marked: (Entry) -> Bool = { _ in false }, cells: (Entry) -> [TableCell]
    ) {
        let widths = widths(columns, rect.columns - 2)
        var column = rect.column + 2
        for (index, width) in widths.enumerated() {
            write(words(columns[index].heading), row: rect.row, column: column, width: width, as: .columnHeading)
            column += width + 1
        }
        let body = Rect(row: rect.row + 1, column: rect.column, rows: rect.rows - 1, columns: rect.columns)
        guard note(listing, in: body, empty: empty) else { return }
        for (offset, entry) in listing.shown.dropFirst(listing.top).prefix(max(0, body.rows)).enumerated() {
            let row = body.row + offset
            if marked(entry) { write(glyphs.marked, row: row, column: rect.column, as: .marked) }
            var column = rect.column + 2
            for (index, cell) in cells(entry).prefix(widths.count).enumerated() {
                write(cell.text, row: row, column: column, width: widths[index], as: cell.role)
                column += widths[index] + 1
            }
            if listing.top + offset == listing.index {
                let line = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
                lay(hasFocus ? .selection : .selectionInactive, over: line)
            }
        }
    }

    /// What stands in place of entries; true when there are some.
    mutating func note<Entry>(_ listing: Listing<Entry>, in rect: Rect, empty: Word) -> Bool {
        func say(_ text: SafeText, _ role: Role) {
            for (offset, line) in wrapped(text, width: rect.columns - 2, lines: rect.rows).enumerated() {
                write(line, row: rect.row + offset, column: rect.column + 2, as: role)
            }
        }
        switch listing.availability {
        case .loading where listing.entries.isEmpty: say(words(.loading), .muted)
        case .failed(let error) where listing.entries.isEmpty:
            say(SafeText("\(error.code): \(ErrorSentences.message(error))"), .error)
        default:
            guard listing.shown.isEmpty else { return true }
            say(words(listing.filter.isEmpty ? empty : .nothingMatches), .muted)
        }
        return false
    }

    private func widths(_ columns: [Column], _ room: Int) -> [Int] {
        let fixed = columns.reduce(0) { $0 + $1.width } + columns.count - 1
        let open = columns.count { $0.width == 0 }
        let share = max(0, room - fixed) / max(1, open)
        var widths: [Int] = []
        var used = 0
        for column in columns {
            // What does not fit any more is left out.
            let width = min(column.width == 0 ? share : column.width, room - used)
            guard width > 0 else { break }
            widths.append(width)
            used += width + 1
        }
        return widths
    }
}

extension Frame {
    /// Writes text from a place to the right, clipped to the frame and the width, and gives the columns used.
    @discardableResult
    public mutating func write(_ text: SafeText, at position: Position, style: Style, width: Int? = nil) -> Int {
        guard position.row >= 0, position.row < size.rows else { return 0 }
        let limit = position.column.plus(max(0, width ?? size.columns.minus(position.column)))
        let end = min(size.columns, limit)
        let style = PackedStyle(style)
        if text.isASCII { return write(letters: text, at: position, end: end, style: style) }
        var column = position.column
        for cluster in text.clusters {
            guard column < end else { break }
            column += put(cluster, row: position.row, column: column, end: end, style: style)
        }
        return max(0, column.minus(position.column))
    }

    private mutating func write(letters text: SafeText, at position: Position, end: Int, style: PackedStyle) -> Int {
        let used = min(text.width, max(0, end.minus(position.column)))
        let hidden = min(used, max(0, 0.minus(position.column)))
        guard hidden < used else { return used }
        var plain = text.plain
        plain.withUTF8 { letters in
            put(letters: letters[hidden..<used], row: position.row, column: position.column + hidden, style: style)
        }
        return used
    }

    /// Fills a rectangle with the first grapheme of a text, or with blanks when it has none.
    public mutating func fill(_ rect: Rect, style: Style, with text: SafeText = .blank) {
        let area = rect.clipped(to: size)
        guard !area.isEmpty else { return }
        var clusters = text.clusters
        let cluster = clusters.next() ?? .blank
        let style = PackedStyle(style)
        for row in area.row..<area.endRow {
            guard cluster.width == 2 else {
                fill(row: row, columns: area.column..<area.endColumn, with: cluster, style: style)
                continue
            }
            var column = area.column
            while column < area.endColumn {
                column += max(1, put(cluster, row: row, column: column, end: area.endColumn, style: style))
            }
        }
    }

    /// Draws a border along the inside of a rectangle, with a title in its top edge.
    public mutating func box(
        _ rect: Rect, style: Style, glyphs: Glyphs, title: SafeText? = nil, titleStyle: Style? = nil
    ) {
        guard rect.rows >= 2, rect.columns >= 2 else { return }
        let bottom = rect.endRow - 1
        let right = rect.endColumn - 1
        for row in [rect.row, bottom] {
            let edge = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
            fill(edge, style: style, with: glyphs.horizontal)
        }
        for column in [rect.column, right] {
            let edge = Rect(row: rect.row, column: column, rows: rect.rows, columns: 1)
            fill(edge, style: style, with: glyphs.vertical)
        }
        write(glyphs.cornerTopLeft, at: Position(row: rect.row, column: rect.column), style: style)
        write(glyphs.cornerTopRight, at: Position(row: rect.row, column: right), style: style)
        write(glyphs.cornerBottomLeft, at: Position(row: bottom, column: rect.column), style: style)
        write(glyphs.cornerBottomRight, at: Position(row: bottom, column: right), style: style)
        guard let title, !title.isEmpty, rect.columns > 6 else { return }
        let shown = .blank + title.truncated(to: rect.columns - 6, ellipsis: glyphs.ellipsis) + .blank
        let start = Position(row: rect.row, column: rect.column.plus(2))
        write(shown, at: start, style: titleStyle ?? style, width: rect.columns - 4)
    }

    /// Changes the style of every cell in a rectangle, taking wide graphemes as a whole.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = rect.clipped(to: size)
        guard !area.isEmpty else { return }
        for row in area.row..<area.endRow {
            restyle(row: row, columns: area.column..<area.endColumn, change)
        }
    }
}

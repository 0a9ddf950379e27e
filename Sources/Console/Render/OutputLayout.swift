import Screen

/// Where in the output pane its parts are: how the targets add up, the list of results, the one that is shown, its text.
struct OutputLayout {
    /// The row that says how the targets add up; nil with one target or too little room.
    let sum: Int?
    /// The list of results; nil while the text has the pane.
    let list: Rect?
    /// The row that says what came of the result that is shown.
    let facts: Int
    /// The text.
    let text: Rect

    init(_ state: State) {
        let rect = state.layout.rect(.output) ?? state.layout.body
        let inside = rect.inset(rows: 1, columns: 1)
        var row = inside.row
        let end = inside.row + inside.rows
        let count = state.output.results.count
        let hasSum = count > 1 && inside.rows >= 3
        sum = hasSum ? row : nil
        if hasSum { row += 1 }
        let room = end - row - 1
        if count > 1, !state.output.isReading, room >= 6 {
            let rows = min(count + 1, max(4, room / 2))
            list = Rect(row: row, column: inside.column, rows: rows, columns: inside.columns)
            row += rows
        } else {
            list = nil
        }
        facts = row
        row += 1
        text = Rect(
            row: row, column: inside.column + 1, rows: max(0, end - row), columns: max(0, inside.columns - 2))
    }
}

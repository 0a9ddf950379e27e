import CloudAssistant
import Screen

extension Canvas {
    /// A dialog over the middle of the body, at most `rows` and `columns` large; returns what is inside.
    mutating func dialog(_ title: SafeText, rows: Int, columns: Int, in body: Rect, _ border: Role) -> Rect {
        let rect = Self.place(rows: rows, columns: columns, in: body)
        let inside = box(rect, title: title, border: border, title: .dialogTitle, fill: .dialog)
        return inside.inset(rows: 0, columns: 1)
    }

    /// Where a dialog is, with its border.
    static func place(rows: Int, columns: Int, in body: Rect) -> Rect {
        let rows = min(rows, body.rows)
        // A border right beside that of a pane would look like a mistake.
        let columns = columns + 4 > body.columns ? body.columns : columns
        return Rect(
            row: body.row + (body.rows - rows) / 2, column: body.column + (body.columns - columns) / 2, rows: rows,
            columns: columns)
    }

    /// Buttons beside each other.
    mutating func buttons(_ buttons: [(text: SafeText, role: Role)], row: Int, in rect: Rect) {
        let framed = buttons.map { (SafeText("[ ") + $0.text + SafeText(" ]"), $0.role) }
        write(framed, row: row, column: rect.column, width: rect.columns)
    }
}

extension State {
    func draw(_ question: StopQuestion, in body: Rect, on canvas: inout Canvas) {
        let rect = canvas.dialog(canvas.words(.stopTitle), rows: 6, columns: 76, in: body, .dialogDanger)
        let text = canvas.words(.stopText, SafeText(question.invokeID.text), SafeText("\(question.open)"))
        for (offset, line) in canvas.wrapped(text, width: rect.columns, lines: 2).enumerated() {
            canvas.write(line, row: rect.row + offset, column: rect.column)
        }
        let buttons = [
            (canvas.words(.keepRunning), question.isOnStop ? Role.button : .buttonActive),
            (
                canvas.words(.stopButton, SafeText("\(question.open)")),
                question.isOnStop ? .buttonActive : .buttonDanger
            ),
        ]
        canvas.buttons(buttons, row: rect.row + rect.rows - 1, in: rect)
    }
}

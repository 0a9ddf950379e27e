import CloudAssistant
import Screen

/// Where a menu is and how many lines it has.
struct MenuLayout {
    /// Rows for entries.
    let rows: Int
    /// The whole dialog.
    let size: Size

    init(_ menu: Menu, _ state: State) {
        let body = state.layout.body
        rows = max(1, min(menu.kind == .columns ? TargetColumn.allCases.count : 22, body.rows - 3))
        size = Size(rows: rows + 3, columns: 78)
    }
}

extension State {
    func draw(_ menu: Menu, on canvas: inout Canvas) {
        let layout = MenuLayout(menu, self)
        let entries = entries(of: menu)
        let title = canvas.words(menu.kind.word)
        let count = SafeText(" \(min(menu.index + 1, entries.count))/\(entries.count)")
        let rect = canvas.dialog(
            title + count, rows: layout.size.rows, columns: layout.size.columns, in: self.layout.body, .dialogBorder)
        let lead = canvas.write(
            SafeText(menu.kind == .palette ? ": " : "/ "), row: rect.row, column: rect.column, as: .inputLabel)
        canvas.field(
            menu.query, row: rect.row, column: rect.column + lead, width: rect.columns - lead, isActive: true)
        if entries.isEmpty {
            canvas.write(canvas.words(.nothingMatches), row: rect.row + 1, column: rect.column, as: .muted)
        }
        for (offset, entry) in entries.dropFirst(menu.top).prefix(layout.rows).enumerated() {
            let line = Rect(row: rect.row + 1 + offset, column: rect.column, rows: 1, columns: rect.columns)
            draw(entry, menu.kind, in: line, on: &canvas)
            if menu.top + offset == menu.index { canvas.lay(.selection, over: line) }
        }
    }

    private func draw(_ entry: MenuEntry, _ kind: Menu.Kind, in line: Rect, on canvas: inout Canvas) {
        let first = kind == .help ? entry.keys : entry.choice.shownName
        let mark = entry.isOn.map { $0 ? canvas.glyphs.marked : SafeText(" ") } ?? SafeText(" ")
        canvas.write(mark, row: line.row, column: line.column, as: .marked)
        let start = line.column + 2
        let width = min(28, line.columns / 2)
        canvas.write(first, row: line.row, column: start, width: width - 3, as: .hintKey)
        let end = kind == .help ? SafeText("") : entry.keys
        let room = line.columns - width - end.width - 1
        canvas.write(entry.words, row: line.row, column: line.column + width, width: room)
        if end.width < room {
            canvas.write(end, row: line.row, column: line.column + line.columns - end.width, as: .muted)
        }
    }

    /// Which lines are in sight, where they are not all; empty where they are.
    static func range(_ scroll: Int, _ count: Int, rows: Int) -> SafeText {
        guard count > rows else { return .empty }
        return SafeText(" \(scroll + 1)-\(min(scroll + rows, count))/\(count)")
    }

    func drawMessages(_ scroll: Int, in body: Rect, on canvas: inout Canvas) {
        let title = canvas.words(.messages) + Self.range(scroll, messages.count, rows: body.rows - 2)
        let rect = canvas.dialog(title, rows: body.rows, columns: 120, in: body, .dialogBorder)
        for (offset, message) in messages.dropFirst(scroll).prefix(rect.rows).enumerated() {
            let row = rect.row + offset
            let used =
                canvas.write(SafeText(message.time.shortText(on: now)), row: row, column: rect.column, as: .time) + 2
            canvas.write(
                message.text, row: row, column: rect.column + used, width: rect.columns - used, as: message.role)
        }
        if messages.isEmpty { canvas.write(canvas.words(.noMessages), row: rect.row, column: rect.column, as: .muted) }
    }

    func draw(_ unsaved: UnsavedCommand, in body: Rect, on canvas: inout Canvas) {
        let name = SafeText(CommandSheet(unsaved.text).name)
        let rect = canvas.dialog(canvas.words(.saveTitle, name), rows: 11, columns: 84, in: body, .dialogDanger)
        guard let error = unsaved.error else {
            canvas.write(canvas.words(.saving), row: rect.row, column: rect.column, as: .info)
            return
        }
        let (cause, fix) = ErrorSentences.explanation(error, in: language)
        let parts: [(SafeText, Role)] = [
            (canvas.glyphs.failed + SafeText(" \(error.code)"), .error), (canvas.words(.why, SafeText(cause)), .text),
            (canvas.words(.fix, SafeText(fix)), .info), (canvas.words(.textIsKept), .muted),
        ]
        var row = rect.row
        for (text, role) in parts {
            for line in canvas.wrapped(text, width: rect.columns, lines: 2) where row < rect.row + rect.rows - 1 {
                canvas.write(line, row: row, column: rect.column, as: role)
                row += 1
            }
        }
        canvas.buttons(
            [
                (canvas.words(.editAgain), unsaved.isOnDiscard ? .button : .buttonActive),
                (canvas.words(.discard), unsaved.isOnDiscard ? .buttonActive : .buttonDanger),
            ], row: rect.row + rect.rows - 1, in: rect)
    }
}

extension Choice {
    /// Its name where it is clear what kind of choice it is.
    fileprivate var shownName: SafeText {
        if case .column(let column) = self { return SafeText(column.rawValue) }
        return SafeText(name)
    }
}

extension Menu.Kind {
    /// Its title.
    var word: Word {
        switch self {
        case .palette: .paletteTitle
        case .help: .help
        case .columns: .columnsTitle
        }
    }
}

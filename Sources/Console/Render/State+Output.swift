import CloudAssistant
import Screen

extension State {
    func drawOutput(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        guard let result = output.current else {
            let text = output.invokeID == nil ? nothingRun(canvas) : canvas.words(.loading)
            let lines = canvas.wrapped(text, width: rect.columns - 2, lines: rect.rows)
            for (offset, line) in lines.enumerated() {
                canvas.write(line, row: rect.row + offset, column: rect.column + 1, as: .muted)
            }
            return
        }
        let layout = OutputLayout(self)
        if let row = layout.sum { drawSum(row: row, in: rect, on: &canvas) }
        if let list = layout.list { drawResults(in: list, hasFocus, on: &canvas) }
        canvas.write(
            facts(of: result, canvas), row: layout.facts, column: rect.column + 1, width: rect.columns - 2)
        drawText(result, in: layout.text, on: &canvas)
    }

    /// How the instances add up: `3 = 1 ok + 2 running`. Every one of them is in one term.
    private func drawSum(row: Int, in rect: Rect, on canvas: inout Canvas) {
        let conservation = Conservation(output.results.lazy.map(\.state))
        let terms = Conservation.Term.allCases.filter { conservation[$0] > 0 }
        var column = rect.column + 1
        column += canvas.write(SafeText("\(conservation.total) = "), row: row, column: column)
        for (index, term) in terms.enumerated() {
            if index > 0 { column += canvas.write(SafeText(" + "), row: row, column: column, as: .muted) }
            let text = SafeText("\(conservation[term]) ") + canvas.words(term.word)
            column += canvas.write(
                text, row: row, column: column, width: rect.column + rect.columns - column, as: term.role)
        }
    }

    private func drawResults(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        let columns = [
            Column(.name, 12, 28), output.showsHistory ? Column(.time, 14) : nil, Column(.status, 13),
            Column(.exitCode, 6), Column(.took, 11),
            Column(.code, 18, .max), Column(.instance, 20, 28),
        ].compactMap(\.self)
        let widths = Column.widths(columns, rect.columns - Canvas.indent)
        var column = rect.column + Canvas.indent
        for (index, width) in widths.enumerated() {
            canvas.write(
                canvas.words(columns[index].heading), row: rect.row, column: column, width: width, as: .columnHeading)
            column += width + 1
        }
        let rows = max(1, rect.rows - 1)
        // In pages: the list stands still while the cursor goes through it.
        let top = max(0, min(output.index / rows * rows, output.results.count - rows))
        for (offset, result) in output.results.dropFirst(top).prefix(rows).enumerated() {
            let row = rect.row + 1 + offset
            var column = rect.column + Canvas.indent
            for (cell, width) in zip(cells(of: result, canvas.look), widths) {
                canvas.write(cell.text, row: row, column: column, width: width, as: cell.role)
                column += width + 1
            }
            guard top + offset == output.index else { continue }
            canvas.write(canvas.glyphs.pointer, row: row, column: rect.column, as: hasFocus ? .text : .accent)
            canvas.lay(
                hasFocus ? .selection : .selectionInactive,
                over: Rect(row: row, column: rect.column, rows: 1, columns: rect.columns))
        }
    }

    private func cells(of result: InvocationResult, _ look: Look) -> [TableCell] {
        let (sign, role) = look.sign(result.state)
        return [
            TableCell(name(result.instanceID)),
            output.showsHistory ? TableCell(result.runTime.shortText(on: now), .time) : nil,
            TableCell(sign + SafeText(" \(result.state.rawValue)"), role),
            TableCell(result.exitCode.map { "\($0)" } ?? "-", .number),
            TableCell(took(result, look), .time), TableCell(result.errorCode ?? "", .error),
            TableCell(result.instanceID.text, .identifier),
        ].compactMap(\.self)
    }

    private func took(_ result: InvocationResult, _ look: Look) -> SafeText {
        guard let started = result.started else { return SafeText("-") }
        return look.span((result.finished ?? now).seconds(since: started))
    }

    /// Where it runs and what came of it.
    private func facts(of result: InvocationResult, _ canvas: Canvas) -> [(SafeText, Role)] {
        let count = output.results.count > 1 ? " (\(output.index + 1)/\(output.results.count))" : ""
        let (sign, role) = canvas.look.sign(result.state)
        var pieces = [
            (SafeText(name(result.instanceID) + count), Role.accent),
            (sign + SafeText(" \(result.state.rawValue)"), role),
        ]
        if let due = result.due, result.state == .scheduled {
            pieces.append((canvas.words(.nextRuns, SafeText(due.shortText(on: now))), .time))
        }
        if result.started != nil { pieces.append((took(result, canvas.look), .time)) }
        if let code = result.exitCode { pieces.append((canvas.words(.exit, SafeText("\(code)")), .number)) }
        if let code = result.errorCode { pieces.append((SafeText(code), .error)) }
        if result.droppedBytes > 0 {
            let key = setup.keys.key(for: .pager)?.name ?? ":pager"
            pieces.append((canvas.words(.leftOut, SafeText("\(result.droppedBytes)"), SafeText(key)), .truncated))
        }
        return pieces + textMarks(canvas)
    }

    /// How the text is looked at.
    private func textMarks(_ canvas: Canvas) -> [(SafeText, Role)] {
        var marks: [(SafeText, Role)] = []
        let text = output.text
        if !text.follows, text.rows.count > 0 {
            marks.append((SafeText("\(text.first + 1)/\(text.rows.count)"), .muted))
        }
        if text.shift > 0 { marks.append((canvas.words(.column, SafeText("\(text.shift + 1)")), .muted)) }
        if !text.pattern.isEmpty {
            marks.append(
                (SafeText("/\(text.pattern) ") + canvas.words(.matches, SafeText("\(text.matchCount)")), .muted))
        }
        return marks
    }

    private func drawText(_ result: InvocationResult, in rect: Rect, on canvas: inout Canvas) {
        let text = output.text
        guard !text.lines.isEmpty else {
            let word: Word = result.state.isFinal ? .noOutput : .noOutputYet
            if rect.rows > 0 {
                canvas.write(canvas.words(word), row: rect.row, column: rect.column, width: rect.columns, as: .muted)
            }
            return
        }
        let search = text.pattern.isEmpty ? nil : TextSearch(text.pattern)
        for (offset, line) in text.rows.dropFirst(text.first).prefix(max(0, rect.rows)).enumerated() {
            let row = rect.row + offset
            let shown = line.dropping(width: text.shift)
            canvas.write(shown, row: row, column: rect.column, width: rect.columns, as: .outputText)
            guard let search else { continue }
            for range in search.columns(in: line) {
                let start = range.lowerBound - text.shift
                let place = Rect(
                    row: row, column: rect.column + max(0, start), rows: 1, columns: range.count + min(0, start))
                guard place.columns > 0, start < rect.columns else { continue }
                canvas.lay(text.first + offset == text.match ? .matchCurrent : .match, over: place.clipped(to: rect))
            }
        }
    }

    /// The name of an instance, or its id when the region's list does not hold it.
    func name(_ id: InstanceID) -> String { targets.entry(id.text)?.instance.name ?? id.text }
}

extension InvocationResult {
    /// When it began, or was to begin.
    fileprivate var runTime: Timestamp { started ?? due ?? created }
}

extension Rect {
    /// The part of it that is within another one's columns.
    fileprivate func clipped(to other: Rect) -> Rect {
        let end = min(column + columns, other.column + other.columns)
        return Rect(row: row, column: column, rows: rows, columns: max(0, end - column))
    }
}

extension TextSearch {
    /// Where it is found, as columns of the line.
    func columns(in line: SafeText) -> [Range<Int>] {
        ranges(in: line.plain).map { range in
            let bytes = Array(line.plain.utf8)
            let before = SafeText(String(decoding: bytes[..<range.lowerBound], as: UTF8.self)).width
            let found = SafeText(String(decoding: bytes[range], as: UTF8.self)).width
            return before..<(before + found)
        }
    }
}

extension Conservation.Term {
    /// Its name.
    var word: Word {
        switch self {
        case .ok: .termOK
        case .failed: .termFailed
        case .timedOut: .termTimedOut
        case .undelivered: .termUndelivered
        case .interrupted: .termInterrupted
        case .stopped: .termStopped
        case .running: .termRunning
        case .waiting: .termWaiting
        }
    }

    /// Its colour.
    var role: Role {
        switch self {
        case .ok: .stateSuccess
        case .failed: .stateFailed
        case .timedOut: .stateTimeout
        case .undelivered: .stateUndelivered
        case .interrupted: .stateInterrupted
        case .stopped: .stateStopped
        case .running: .stateRunning
        case .waiting: .statePending
        }
    }
}

extension Look {
    /// A length of time in the operator's language.
    func span(_ seconds: Int) -> SafeText {
        func number(_ value: Int) -> SafeText { SafeText("\(value)") }
        let seconds = max(0, seconds)
        if seconds < 60 { return words(.seconds, number(seconds)) }
        if seconds < 3600 { return words(.minutes, number(seconds / 60), number(seconds % 60)) }
        return words(.hours, number(seconds / 3600), number(seconds / 60 % 60))
    }
}

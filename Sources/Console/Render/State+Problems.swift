import CloudAssistant
import Screen

extension State {
    func drawProblems(in place: ListPlace, _ explanation: Int, on canvas: inout Canvas) {
        let rect = place.rect
        let columns = [Column(.time, 11), Column(.code, 20, 36), Column(.about, 14, .max)]
        let rows = problems.current == nil ? 0 : explanation
        let list = Rect(
            row: rect.row, column: rect.column, rows: max(1, rect.rows - rows), columns: rect.columns)
        let upper = ListPlace(rect: list, hasFocus: place.hasFocus, hasHeading: place.hasHeading)
        canvas.table(problems, columns, in: upper, empty: canvas.words(.noErrors)) { problem in
            [
                TableCell(problem.time.shortText(on: now), .time), TableCell(problem.code, .error),
                TableCell(about(problem), .muted),
            ]
        }
        guard let problem = problems.current else { return }
        var row = list.row + list.rows
        let end = rect.row + rect.rows
        guard row < end else { return }
        let rule = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
        canvas.frame.fill(rule, style: canvas.theme[.border], with: canvas.glyphs.horizontal)
        row += 1
        for (line, role) in explained(problem, canvas, width: rect.columns - 2, rows: end - row) {
            canvas.write(line, row: row, column: rect.column + 1, as: role)
            row += 1
        }
    }

    private func about(_ problem: Problem) -> String {
        switch problem.kind {
        case .refused(let error): error.facts[.parameter] ?? ErrorSentences.message(error)
        case .failed(let invocation, let instance, _, _): "\(name(instance))  \(invocation)"
        }
    }

    /// The API's sentence, why, and what to do; what to do is the last to be left out where rows are few.
    private func explained(_ problem: Problem, _ canvas: Canvas, width: Int, rows: Int) -> [(SafeText, Role)] {
        let text = problem.explanation(language)
        var parts = [(SafeText(text.message), Role.text)]
        if !text.cause.isEmpty { parts.append((canvas.words(.why, SafeText(text.cause)), .muted)) }
        if !text.fix.isEmpty { parts.append((canvas.words(.fix, SafeText(text.fix)), .info)) }
        // What to do is to be read whole before anything else is.
        func lines() -> Int { parts.reduce(0) { $0 + canvas.wrapped($1.0, width: width, lines: 3).count } }
        while parts.count > 1, lines() > rows { parts.removeFirst() }
        var lines: [(SafeText, Role)] = []
        for (index, (text, role)) in parts.enumerated() {
            let left = rows - lines.count - (parts.count - 1 - index)
            lines += canvas.wrapped(text, width: width, lines: max(0, min(3, left))).map { ($0, role) }
        }
        return lines
    }
}

extension Problem {
    /// The API's sentence, why, and what to do.
    func explanation(_ language: Language) -> (message: String, cause: String, fix: String) {
        switch kind {
        case .refused(let error):
            let (cause, fix) = ErrorSentences.explanation(error, in: language)
            return (ErrorSentences.message(error), cause, fix)
        case .failed(_, _, let code, let info):
            guard let known = ResultErrorCode(rawValue: code)?.entry else { return (info, "", "") }
            return (info, known.cause[language], known.fix[language])
        }
    }
}

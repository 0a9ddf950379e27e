import CloudAssistant
import Screen

extension State {
    func drawOutput(in rect: Rect, on canvas: inout Canvas) {
        guard let result = output.current else {
            let word: Word = output.invokeID == nil ? .noInvocations : .loading
            canvas.write(
                canvas.words(word), row: rect.row, column: rect.column + 1, width: rect.columns - 2, as: .muted)
            return
        }
        var top = rect.row
        if output.results.count > 1 {
            canvas.write(sum, row: top, column: rect.column + 1, width: rect.columns - 2, as: .muted)
            top += 1
        }
        canvas.write(pieces(of: result, canvas), row: top, column: rect.column + 1, width: rect.columns - 2)
        top += 1
        let lines = Rect(
            row: top, column: rect.column, rows: rect.row + rect.rows - top, columns: rect.columns)
        drawLines(result, in: lines, on: &canvas)
    }

    /// How the instances add up: `3 = 1 Success + 2 Running`.
    private var sum: SafeText {
        let states = output.results.map(\.state)
        let parts = InvocationState.allCases.compactMap { state in
            let count = states.count { $0 == state }
            return count > 0 ? "\(count) \(state.rawValue)" : nil
        }
        return SafeText("\(states.count) = " + parts.joined(separator: " + "))
    }

    /// Where it runs and what came of it.
    private func pieces(of result: InvocationResult, _ canvas: Canvas) -> [(SafeText, Role)] {
        let count = output.results.count > 1 ? " (\(output.index + 1)/\(output.results.count))" : ""
        let (sign, role) = canvas.look.sign(result.state)
        var pieces = [
            (SafeText(name(result.instanceID) + count), Role.text),
            (sign + SafeText(" \(result.state.rawValue)"), role),
        ]
        if let started = result.started {
            pieces.append((canvas.look.span((result.finished ?? now).seconds(since: started)), .time))
        }
        if let code = result.exitCode { pieces.append((canvas.words(.exit, SafeText("\(code)")), .number)) }
        if let code = result.errorCode { pieces.append((SafeText(code), .error)) }
        if result.droppedBytes > 0 {
            pieces.append((canvas.words(.leftOut, SafeText("\(result.droppedBytes)")), .warning))
        }
        return pieces
    }

    private func drawLines(_ result: InvocationResult, in rect: Rect, on canvas: inout Canvas) {
        guard !output.lines.isEmpty else {
            let word: Word = result.state.isFinal ? .noOutput : .noOutputYet
            canvas.write(
                canvas.words(word), row: rect.row, column: rect.column + 1, width: rect.columns - 2, as: .muted)
            return
        }
        let first = output.first(height: rect.rows)
        for (offset, line) in output.lines.dropFirst(first).prefix(max(0, rect.rows)).enumerated() {
            canvas.write(
                line, row: rect.row + offset, column: rect.column + 1, width: rect.columns - 2, as: .outputText)
        }
    }

    /// The name of an instance, or its id when the region's list does not hold it.
    func name(_ id: InstanceID) -> String {
        targets.entry(id.text)?.instance.name ?? id.text
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

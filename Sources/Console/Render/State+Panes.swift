import CloudAssistant
import Screen

extension State {
    func draw(_ pane: Pane, in rect: Rect, _ layout: Layout, on canvas: inout Canvas) {
        let hasFocus = pane == focus && modal == nil
        let inside = canvas.box(
            rect, title: title(pane, canvas), border: hasFocus ? .borderActive : .border,
            title: hasFocus ? .title : .titleInactive)
        switch pane {
        case .regions: drawRegions(in: inside, hasFocus, on: &canvas)
        case .targets: drawTargets(in: inside, hasFocus, on: &canvas)
        case .commands: drawCommands(in: inside, hasFocus, on: &canvas)
        case .invocations: drawInvocations(in: inside, hasFocus, on: &canvas)
        case .output: drawOutput(in: inside, on: &canvas)
        case .errors: drawProblems(in: inside, layout.explanationRows, hasFocus, on: &canvas)
        }
    }

    private func title(_ pane: Pane, _ canvas: Canvas) -> SafeText {
        let name = SafeText("\(pane.rawValue) ") + canvas.words(pane.word)
        func count<Entry>(_ listing: Listing<Entry>) -> SafeText {
            guard listing.availability == .ready else { return name }
            let all = listing.entries.count
            guard !listing.filter.isEmpty else { return name + SafeText(" \(all)") }
            return name + SafeText(" \(listing.shown.count)/\(all) [\(listing.filter)]")
        }
        switch pane {
        case .regions: return count(regions)
        case .targets:
            guard !marks.isEmpty else { return count(targets) }
            return count(targets) + SafeText(", ") + canvas.words(.marked, SafeText("\(marks.count)"))
        case .commands: return count(commands)
        case .invocations: return count(invocations)
        case .errors: return count(problems)
        case .output:
            guard let id = output.invokeID else { return name }
            return name + SafeText(" ") + SafeText(id.text)
        }
    }

    private func drawRegions(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        guard canvas.note(regions, in: rect, empty: .noRegions) else { return }
        for (offset, entry) in regions.shown.dropFirst(regions.top).prefix(rect.rows).enumerated() {
            let row = rect.row + offset
            if entry.id == region { canvas.write(canvas.glyphs.marked, row: row, column: rect.column, as: .marked) }
            let used = canvas.write(SafeText(entry.id.text), row: row, column: rect.column + 2, as: .regionName)
            canvas.write(
                SafeText(entry.localName), row: row, column: rect.column + 4 + used, width: rect.columns - 5 - used,
                as: .muted)
            if regions.top + offset == regions.index {
                let line = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
                canvas.lay(hasFocus ? .selection : .selectionInactive, over: line)
            }
        }
    }

    private func drawTargets(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        // Where there is little room, tags say more than an address.
        let isWide = rect.columns >= 100
        var columns: [Column] = [
            .init(heading: .name, width: 14), .init(heading: .status, width: 15), .init(heading: .instance, width: 28),
            .init(heading: .tags, width: 0),
        ]
        if isWide { columns.insert(.init(heading: .address, width: 15), at: 3) }
        let look = canvas.look
        canvas.table(
            targets, columns, in: rect, hasFocus: hasFocus, empty: .noInstances,
            marked: { marks.contains($0.instance.id) },
            cells: { target in
                let instance = target.instance
                let link = look.words(target.isOnline ? .online : .offline)
                let status = SafeText("\(instance.status.rawValue) ") + link
                let isReady = target.isOnline && instance.status == .running
                var name = SafeText(instance.name)
                if instance.isPractice { name = look.words(.practice) + SafeText(" ") + name }
                let address = TableCell(instance.privateAddresses.first ?? "-", .muted)
                return [
                    TableCell(name), TableCell(status, isReady ? .stateSuccess : .stateStopped),
                    TableCell(instance.id.text, .identifier),
                ] + (isWide ? [address] : []) + [
                    TableCell(instance.tags.map { "\($0.key)=\($0.value)" }.joined(separator: " "), .tagValue)
                ]
            })
    }

    private func drawCommands(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        let columns: [Column] = [.init(heading: .name, width: 20), .init(heading: .command, width: 0)]
        canvas.table(commands, columns, in: rect, hasFocus: hasFocus, empty: .noCommands) { command in
            let about = command.description.isEmpty ? command.firstLine : command.description
            return [TableCell(command.name, .identifier), TableCell(about, .muted)]
        }
    }

    private func drawInvocations(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        let columns: [Column] = [
            .init(heading: .started, width: 8), .init(heading: .status, width: 15), .init(heading: .ended, width: 7),
            .init(heading: .by, width: 8), .init(heading: .command, width: 0), .init(heading: .instance, width: 28),
        ]
        let look = canvas.look
        canvas.table(invocations, columns, in: rect, hasFocus: hasFocus, empty: .noInvocations) { invocation in
            let (sign, role) = look.sign(invocation.state)
            let ended = invocation.results.count(where: \.state.isFinal)
            return [
                TableCell(invocation.created.clockText, .time),
                TableCell(sign + SafeText(" \(invocation.state.rawValue)"), role),
                TableCell("\(ended)/\(invocation.results.count)", .number), TableCell(invocation.caller.name, .muted),
                TableCell(invocation.command.title), TableCell(invocation.id.text, .identifier),
            ]
        }
    }

    private func drawOutput(in rect: Rect, on canvas: inout Canvas) {
        guard let result = output.current else {
            let word: Word = output.invokeID == nil ? .noInvocations : .loading
            canvas.write(
                canvas.words(word), row: rect.row, column: rect.column + 1, width: rect.columns - 2, as: .muted)
            return
        }
        let (sign, role) = canvas.look.sign(result.state)
        var column = rect.column + 1
        let end = rect.column + rect.columns
        let count = output.results.count > 1 ? " (\(output.index + 1)/\(output.results.count))" : ""
        column +=
            canvas.write(
                SafeText(name(result.instanceID) + count), row: rect.row, column: column, width: end - column, as: .text
            ) + 2
        column +=
            canvas.write(
                sign + SafeText(" \(result.state.rawValue)"), row: rect.row, column: column, width: end - column,
                as: role) + 2
        if let code = result.exitCode {
            column +=
                canvas.write(
                    canvas.words(.exit, SafeText("\(code)")), row: rect.row, column: column, width: end - column,
                    as: .number) + 2
        }
        if let code = result.errorCode {
            column += canvas.write(SafeText(code), row: rect.row, column: column, width: end - column, as: .error) + 2
        }
        if result.droppedBytes > 0 {
            let note = canvas.words(.leftOut, SafeText("\(result.droppedBytes)"))
            canvas.write(note, row: rect.row, column: column, width: end - column, as: .warning)
        }
        drawLines(
            result, in: Rect(row: rect.row + 1, column: rect.column, rows: rect.rows - 1, columns: rect.columns),
            on: &canvas)
    }

    private func drawLines(_ result: InvocationResult, in rect: Rect, on canvas: inout Canvas) {
        guard !output.lines.isEmpty else {
            let word: Word = result.state.isFinal ? .noOutput : .stillRunning
            canvas.write(canvas.words(word), row: rect.row, column: rect.column + 1, as: .muted)
            return
        }
        let first = output.first(height: rect.rows)
        for (offset, line) in output.lines.dropFirst(first).prefix(max(0, rect.rows)).enumerated() {
            canvas.write(
                line, row: rect.row + offset, column: rect.column + 1, width: rect.columns - 2, as: .outputText)
        }
    }

    private func name(_ id: InstanceID) -> String {
        targets.entries.first { $0.instance.id == id }?.instance.name ?? id.text
    }

    private func drawProblems(in rect: Rect, _ explanation: Int, _ hasFocus: Bool, on canvas: inout Canvas) {
        let columns: [Column] = [
            .init(heading: .time, width: 8), .init(heading: .code, width: 32), .init(heading: .onTargets, width: 0),
        ]
        let list = Rect(
            row: rect.row, column: rect.column, rows: max(2, rect.rows - explanation), columns: rect.columns)
        canvas.table(problems, columns, in: list, hasFocus: hasFocus, empty: .noErrors) { problem in
            let about =
                switch problem.kind {
                case .refused(let error): error.facts[.parameter] ?? ErrorSentences.message(error)
                case .failed(let invocation, let instance, _, _): "\(name(instance)) \(invocation)"
                }
            return [
                TableCell(problem.time.clockText, .time), TableCell(problem.code, .error), TableCell(about, .muted),
            ]
        }
        guard let problem = problems.current else { return }
        let text = problem.explanation(language)
        var row = list.row + list.rows
        let lines = [(text.message, Role.text), (text.cause, Role.muted), (text.fix, Role.info)]
        for (index, (line, role)) in lines.enumerated() {
            let left = rect.row + rect.rows - row - (lines.count - 1 - index)
            for part in canvas.wrapped(SafeText(line), width: rect.columns - 2, lines: max(0, min(2, left))) {
                canvas.write(part, row: row, column: rect.column + 1, as: role)
                row += 1
            }
        }
    }
}

extension Command {
    /// The first line of its script that is no `#!`.
    var firstLine: String {
        content.split(separator: "\n").first { !$0.hasPrefix("#!") }.map(String.init) ?? ""
    }

    /// Its name, or what it does when it has none.
    var title: String { name.isEmpty || name == id.text && provider == nil ? firstLine : name }
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

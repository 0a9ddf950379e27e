import CloudAssistant
public import Screen

extension State {
    /// What the screen is to show.
    public func frame(theme: Theme, glyphs: Glyphs) -> Frame {
        var canvas = Canvas(
            frame: Frame(size: size, style: theme[.text]), look: Look(theme: theme, glyphs: glyphs, language: language))
        let layout = Layout(size: size, focus: focus)
        guard layout.kind != .tooSmall else {
            for (row, line) in canvas.wrapped(canvas.words(.tooSmall), width: size.columns, lines: size.rows)
                .enumerated()
            {
                canvas.write(line, row: row, column: 0, as: .warning)
            }
            return canvas.frame
        }
        drawHeader(on: &canvas)
        if layout.kind == .steps { drawSteps(on: &canvas) }
        for pane in Pane.allCases {
            if let rect = layout.rect(pane) { draw(pane, in: rect, layout, on: &canvas) }
        }
        drawFooter(on: &canvas)
        switch modal {
        case .form(let form): draw(form, in: layout.body, on: &canvas)
        case .preview(let preview): draw(preview, in: layout.body, on: &canvas)
        case .stop(let question): draw(question, in: layout.body, on: &canvas)
        case .help(let scroll): drawHelp(scroll, in: layout.body, on: &canvas)
        case nil: break
        }
        return canvas.frame
    }

    // MARK: - The bars

    private func drawHeader(on canvas: inout Canvas) {
        canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: size.columns), as: .headerBar)
        let mode = canvas.words(mayOnlyLook ? .readOnly : .readWrite)
        let clock = running > 0 ? now.clockText : String(now.clockText.dropLast(3))
        let right: [(SafeText, Role)] = [
            (running > 0 ? canvas.words(.running, SafeText("\(running)")) : SafeText(""), .headerBar),
            (mode, mayOnlyLook ? .readOnly : .headerBar), (SafeText(identity), .headerBar),
            (SafeText(clock + "Z"), .headerBar),
        ].filter { !$0.0.isEmpty }
        let rightWidth = right.reduce(0) { $0 + $1.0.width + 2 }
        var column = 1
        let arrow = SafeText(" ") + canvas.glyphs.arrowRight + SafeText(" ")
        let path = [SafeText("flagdeck"), SafeText(region?.text ?? "-"), canvas.words(focus.word)]
        for (index, part) in path.enumerated() {
            let role: Role = index < 2 ? .headerKey : .headerBar
            if index > 0 { column += canvas.write(arrow, row: 0, column: column, as: .headerBar) }
            let room = size.columns - rightWidth - column
            column += canvas.write(part, row: 0, column: column, width: room, as: role)
        }
        var place = max(column + 1, size.columns - rightWidth)
        for (text, role) in right {
            canvas.write(text, row: 0, column: place, as: role)
            place += text.width + 2
        }
        canvas.lay(.headerBar, over: Rect(row: 0, column: 0, rows: 1, columns: size.columns))
    }

    private func drawSteps(on canvas: inout Canvas) {
        var column = 1
        for pane in Pane.allCases {
            var title = SafeText("\(pane.rawValue) ") + canvas.words(pane.word)
            if pane == .errors, !problems.entries.isEmpty { title = title + SafeText(" \(problems.entries.count)") }
            let room = size.columns - column
            guard room > 2 else { return }
            let hasErrors = pane == .errors && !problems.entries.isEmpty
            column += canvas.write(
                title, row: 1, column: column, width: room,
                as: pane == focus ? .tabActive : hasErrors ? .error : .tab)
            column += 2
        }
    }

    private func drawFooter(on canvas: inout Canvas) {
        let row = size.rows - 1
        if let filter {
            var column =
                1 + canvas.write(canvas.words(.filterLabel) + SafeText(": "), row: row, column: 1, as: .inputLabel)
            column += canvas.write(
                SafeText(filter.text), row: row, column: column, width: size.columns - column - 1, as: .input)
            canvas.frame.cursor = Position(row: row, column: min(column, size.columns - 1))
            return
        }
        if let toast {
            canvas.write(toast.text, row: row, column: 1, width: size.columns - 2, as: toast.role)
            return
        }
        var column = 1
        for binding in Binding.all where binding.hints.contains(focus) {
            let key = SafeText(binding.keys.first?.name ?? "")
            let words = SafeText(" ") + canvas.words(binding.words)
            guard column + key.width + words.width < size.columns else { break }
            column += canvas.write(key, row: row, column: column, as: .hintKey)
            column += canvas.write(words, row: row, column: column, as: .hintText) + 2
        }
    }
}

extension Pane {
    /// Its title.
    var word: Word {
        switch self {
        case .regions: .regions
        case .targets: .targets
        case .commands: .commands
        case .invocations: .invocations
        case .output: .output
        case .errors: .errors
        }
    }
}

import CloudAssistant
import Screen

extension State {
    /// A dialog over the middle of the body, at most `rows` and `columns` large.
    private func dialog(
        _ title: SafeText, rows: Int, columns: Int, in body: Rect, _ border: Role = .dialogBorder,
        on canvas: inout Canvas
    ) -> Rect {
        let rows = min(rows, body.rows)
        let columns = min(columns, body.columns)
        let rect = Rect(
            row: body.row + (body.rows - rows) / 2, column: body.column + (body.columns - columns) / 2, rows: rows,
            columns: columns)
        let inside = canvas.box(rect, title: title, border: border, title: .dialogTitle, fill: .dialog)
        return inside.inset(rows: 0, columns: 1)
    }

    // MARK: - The form

    func draw(_ form: Form, in body: Rect, on canvas: inout Canvas) {
        var title = canvas.words(.formTitle) + SafeText(": ")
        title = title + (form.command.map { SafeText($0.name) } ?? canvas.words(.adHoc))
        let rect = dialog(title, rows: 24, columns: 100, in: body, on: &canvas)
        let label = 15
        var row = rect.row
        row += drawTargets(form.targets, label, at: row, in: rect, on: &canvas)
        let fixed = 4 + form.parameterNames.count + 3
        if form.command == nil {
            let height = max(3, min(10, rect.rows - (row - rect.row) - fixed))
            drawContent(
                form, label, Rect(row: row, column: rect.column, rows: height, columns: rect.columns), on: &canvas)
            row += height
        }
        for place in form.places where place != .content && place != .cancel && place != .preview {
            guard row < rect.row + rect.rows - 2 else { break }
            drawField(place, form, label, row, rect, on: &canvas)
            row += 1
        }
        drawEnd(of: form, in: rect, on: &canvas)
    }

    private func drawTargets(_ targets: [Instance], _ label: Int, at row: Int, in rect: Rect, on canvas: inout Canvas)
        -> Int
    {
        canvas.write(canvas.words(.onTargets), row: row, column: rect.column, as: .inputLabel)
        var text = SafeText("\(targets.count): ")
        for (index, target) in targets.enumerated() {
            let name = SafeText(target.name) + SafeText(index == targets.count - 1 ? "" : ", ")
            let rest = canvas.words(.andMore, SafeText("\(targets.count - index)"))
            guard text.width + name.width + rest.width <= rect.columns - label || index == targets.count - 1 else {
                text = text + rest
                break
            }
            text = text + name
        }
        canvas.write(text, row: row, column: rect.column + label, width: rect.columns - label)
        return 1
    }

    private func drawContent(_ form: Form, _ label: Int, _ rect: Rect, on canvas: inout Canvas) {
        canvas.write(canvas.words(.content), row: rect.row, column: rect.column, as: .inputLabel)
        let column = rect.column + label
        let width = rect.columns - label
        let (lines, cursorRow, cursorColumn) = form.content.layout
        let isActive = form.place == .content
        canvas.fill(Rect(row: rect.row, column: column, rows: rect.rows, columns: width), as: .input)
        if form.content.letters.isEmpty {
            canvas.write(canvas.words(.contentHint), row: rect.row, column: column, width: width, as: .inputPlaceholder)
        }
        let top = max(0, cursorRow - rect.rows + 1)
        for (offset, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
            // The line with the cursor moves so that the cursor stays in sight.
            let before = top + offset == cursorRow ? SafeText(String(line.prefix(cursorColumn))).width : 0
            let skipped = max(0, before - width + 1)
            canvas.write(
                SafeText(line).dropping(width: skipped), row: rect.row + offset, column: column,
                width: width, as: .code)
            if isActive, top + offset == cursorRow {
                canvas.frame.cursor = Position(row: rect.row + offset, column: column + before - skipped)
            }
        }
    }

    private func drawField(
        _ place: Form.Place, _ form: Form, _ label: Int, _ row: Int, _ rect: Rect, on canvas: inout Canvas
    ) {
        let column = rect.column + label
        let width = rect.columns - label
        let isActive = form.place == place
        let (name, placeholder): (SafeText, SafeText) =
            switch place {
            case .parameter(let name): (SafeText(name), SafeText(describe(name, form)))
            case .timeout: (canvas.words(.timeout), SafeText(""))
            case .username: (canvas.words(.username), canvas.words(.serviceUser))
            case .workingDirectory: (canvas.words(.workingDirectory), canvas.words(.homeDirectory))
            default: (canvas.words(.terminationMode), SafeText(""))
            }
        canvas.write(name, row: row, column: rect.column, width: label - 1, as: .inputLabel)
        guard let field = form[place] else {
            let role: Role = isActive ? .buttonActive : .button
            canvas.write(SafeText("< \(form.terminationMode.rawValue) >"), row: row, column: column, as: role)
            return
        }
        canvas.fill(Rect(row: row, column: column, rows: 1, columns: width), as: .input)
        if field.letters.isEmpty {
            canvas.write(placeholder, row: row, column: column, width: width, as: .inputPlaceholder)
        }
        let before = SafeText(String(field.letters[..<field.cursor])).width
        let skipped = max(0, before - width + 1)
        canvas.write(SafeText(field.text).dropping(width: skipped), row: row, column: column, width: width, as: .input)
        if isActive { canvas.frame.cursor = Position(row: row, column: column + before - skipped) }
    }

    private func describe(_ name: String, _ form: Form) -> String {
        form.command?.parameters.first { $0.name == name }?.description ?? ""
    }

    private func drawEnd(of form: Form, in rect: Rect, on canvas: inout Canvas) {
        let last = rect.row + rect.rows - 1
        if let error = form.error {
            let (cause, fix) = ErrorSentences.explanation(error, in: language)
            let lines = canvas.wrapped(SafeText("\(error.code): \(cause) \(fix)"), width: rect.columns, lines: 2)
            for (offset, line) in lines.enumerated() {
                canvas.fill(
                    Rect(row: last - lines.count + offset, column: rect.column, rows: 1, columns: rect.columns),
                    as: .dialog)
                canvas.write(line, row: last - lines.count + offset, column: rect.column, as: .error)
            }
        } else {
            canvas.write(
                canvas.words(.formKeys), row: last - 1, column: rect.column, width: rect.columns, as: .hintText)
        }
        var column = rect.column
        for (place, word) in [(Form.Place.cancel, Word.cancel), (.preview, .previewButton)] {
            let text = SafeText("[ ") + canvas.words(word) + SafeText(" ]")
            column +=
                canvas.write(text, row: last, column: column, as: form.place == place ? .buttonActive : .button) + 2
        }
    }

    // MARK: - The preview

    func draw(_ preview: Preview, in body: Rect, on canvas: inout Canvas) {
        let form = preview.form
        let title = canvas.words(.previewTitle) + SafeText(": ") + canvas.words(.nothingSent)
        let rect = dialog(title, rows: 24, columns: 100, in: body, .dialogDanger, on: &canvas)
        let label = 15
        var row = rect.row
        func line(_ word: Word, _ text: SafeText, _ role: Role = .text) {
            canvas.write(canvas.words(word), row: row, column: rect.column, as: .inputLabel)
            canvas.write(text, row: row, column: rect.column + label, width: rect.columns - label, as: role)
            row += 1
        }
        line(.who, SafeText(identity))
        line(.region, SafeText(form.region.text), .regionName)
        row += drawTargets(form.targets, label, at: row, in: rect, on: &canvas)
        let user = form.username.text.isEmpty ? canvas.words(.serviceUser) : SafeText(form.username.text)
        let directory =
            form.workingDirectory.text.isEmpty ? canvas.words(.homeDirectory) : SafeText(form.workingDirectory.text)
        line(
            .runAs,
            user + SafeText(", ") + directory + SafeText(", \(form.timeout.text) s, \(form.terminationMode.rawValue)"))
        line(.shell, SafeText(ShellLine.text(form)), .muted)
        let last = rect.row + rect.rows - 1
        let height = max(1, last - 1 - row)
        let lines = SafeText.lines(bytes: Array(preview.script.utf8))
        for (offset, text) in lines.dropFirst(preview.scroll).prefix(height).enumerated() {
            let isCut = offset == height - 1 && preview.scroll + height < lines.count
            let rest = canvas.words(.andMore, SafeText("\(lines.count - preview.scroll - offset)"))
            canvas.write(
                isCut ? rest : text, row: row + offset, column: rect.column, width: rect.columns,
                as: isCut ? .muted : .code)
        }
        guard !preview.isSending else {
            canvas.write(canvas.words(.sending), row: last, column: rect.column, as: .info)
            return
        }
        let expected = SafeText(preview.expected)
        var column = rect.column
        column +=
            canvas.write(
                canvas.words(.typeToSend, expected, expected), row: last, column: column, width: rect.columns - 4,
                as: .warning) + 1
        column += canvas.write(SafeText(preview.answer.text), row: last, column: column, as: .input)
        canvas.frame.cursor = Position(row: last, column: min(column, rect.column + rect.columns - 1))
    }

    // MARK: - Stop and help

    func draw(_ question: StopQuestion, in body: Rect, on canvas: inout Canvas) {
        let rect = dialog(canvas.words(.stopTitle), rows: 6, columns: 76, in: body, .dialogDanger, on: &canvas)
        let text = canvas.words(.stopText, SafeText(question.invokeID.text), SafeText("\(question.open)"))
        for (offset, line) in canvas.wrapped(text, width: rect.columns, lines: 2).enumerated() {
            canvas.write(line, row: rect.row + offset, column: rect.column)
        }
        var column = rect.column
        let row = rect.row + rect.rows - 1
        let keep = SafeText("[ ") + canvas.words(.keepRunning) + SafeText(" ]")
        let stop = SafeText("[ ") + canvas.words(.stopButton, SafeText("\(question.open)")) + SafeText(" ]")
        column += canvas.write(keep, row: row, column: column, as: question.isOnStop ? .button : .buttonActive) + 2
        canvas.write(stop, row: row, column: column, as: question.isOnStop ? .buttonActive : .buttonDanger)
    }

    func drawHelp(_ scroll: Int, in body: Rect, on canvas: inout Canvas) {
        let rect = dialog(canvas.words(.help), rows: Binding.all.count + 2, columns: 60, in: body, on: &canvas)
        let first = max(0, min(scroll, Binding.all.count - rect.rows))
        for (offset, binding) in Binding.all.dropFirst(first).prefix(rect.rows).enumerated() {
            let keys = binding.keys.map(\.name).joined(separator: " ")
            canvas.write(SafeText(keys), row: rect.row + offset, column: rect.column, width: 24, as: .hintKey)
            canvas.write(canvas.words(binding.words), row: rect.row + offset, column: rect.column + 26)
        }
    }
}

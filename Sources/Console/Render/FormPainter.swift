import CloudAssistant
import Screen

extension State {
    func draw(_ form: Form, in body: Rect, on canvas: inout Canvas) {
        let name = form.command.map { SafeText($0.name) } ?? canvas.words(.adHoc)
        let rect = canvas.dialog(canvas.words(.formTitle, name), rows: 26, columns: 100, in: body, .dialogBorder)
        let view = Rect(row: rect.row, column: rect.column, rows: rect.rows - 1, columns: rect.columns)
        var painter = FormPainter(form, in: view, on: canvas)
        painter.draw()
        canvas = painter.canvas
        canvas.buttons(
            [
                (canvas.words(.cancel), form.place == .cancel ? .buttonActive : .button),
                (canvas.words(.previewButton), form.place == .preview ? .buttonActive : .button),
            ], row: rect.row + rect.rows - 1, in: rect)
    }
}

/// Draws the parts of a form.
struct FormPainter {
    private(set) var canvas: Canvas
    private let form: Form
    private let view: Rect
    private let error: [(text: SafeText, role: Role)]
    private let label = 15

    init(_ form: Form, in view: Rect, on canvas: Canvas) {
        self.form = form
        self.view = view
        self.canvas = canvas
        error = form.error.map { Self.lines($0, canvas, width: view.columns - 2) } ?? []
    }

    /// Code, cause and fix.
    private static func lines(_ error: APIError, _ canvas: Canvas, width: Int)
        -> [(text: SafeText, role: Role)]
    {
        let (cause, fix) = ErrorSentences.explanation(error, in: canvas.look.language)
        let code = canvas.glyphs.failed + SafeText(" \(error.code)")
        let parts = [
            (code, Role.error, 1), (canvas.words(.why, SafeText(cause)), .text, 3),
            (canvas.words(.fix, SafeText(fix)), .info, 3),
        ]
        return parts.flatMap { text, role, lines in
            canvas.wrapped(text, width: width, lines: lines).map { ($0, role) }
        }
    }

    mutating func draw() {
        let blocks = FormBlocks(form, error: error.count, rows: view.rows)
        for (block, row, rows) in blocks.blocks {
            let rect = Rect(row: view.row + row, column: view.column, rows: rows, columns: view.columns)
            if block == .error {
                drawError(in: rect)
            } else if row >= 0, row + rows <= view.rows {
                draw(block, in: rect)
            }
        }
        let right = view.column + view.columns - 1
        if blocks.isCut.above { canvas.write(canvas.glyphs.ellipsis, row: view.row - 1, column: right) }
        if blocks.isCut.below { canvas.write(canvas.glyphs.ellipsis, row: view.row + view.rows, column: right) }
    }

    private mutating func drawError(in rect: Rect) {
        for (offset, line) in error.enumerated() where (view.row..<(view.row + view.rows)).contains(rect.row + offset) {
            canvas.write(line.text, row: rect.row + offset, column: rect.column + 2, as: line.role)
        }
    }

    private mutating func draw(_ block: FormBlock, in rect: Rect) {
        let look = canvas.look
        switch block {
        case .error: break
        case .targets: draw(.onTargets, list(form.targets.map { SafeText($0.instance.name) }), in: rect)
        case .notReady:
            let names = form.unready.map { SafeText("\($0.instance.name) ") + look.readiness($0) }
            draw(.notReady, list(names), in: rect, as: .warning)
        case .summary: draw(.purpose, SafeText(form.command?.summary ?? ""), in: rect, as: .muted)
        case .place(.content): drawContent(in: rect)
        case .place(let place): drawField(place, in: rect)
        case .script: drawScript(in: rect)
        }
    }

    private mutating func draw(_ word: Word, _ text: SafeText, in rect: Rect, as role: Role = .text) {
        canvas.write(canvas.words(word), row: rect.row, column: rect.column, width: label - 1, as: .inputLabel)
        canvas.write(text, row: rect.row, column: rect.column + label, width: rect.columns - label, as: role)
    }

    private func list(_ names: [SafeText]) -> SafeText { canvas.list(names, width: view.columns - label) }

    // MARK: - Fields

    private mutating func drawContent(in rect: Rect) {
        canvas.write(canvas.words(.content), row: rect.row, column: rect.column, as: .inputLabel)
        let isActive = form.place == .content
        let bar = Rect(row: rect.row, column: rect.column + label - 2, rows: rect.rows, columns: 1)
        canvas.frame.fill(
            bar, style: canvas.theme[isActive ? .borderActive : .border], with: canvas.glyphs.vertical)
        let column = rect.column + label
        let width = rect.columns - label
        let (lines, cursorRow, cursorColumn) = form.content.layout
        let top = max(0, cursorRow - rect.rows + 1)
        for (offset, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
            let before = isActive && top + offset == cursorRow ? String(line.prefix(cursorColumn)) : nil
            canvas.line(line, before: before, row: rect.row + offset, column: column, width: width, as: .code)
        }
        if form.content.letters.isEmpty {
            let hint = canvas.words(.contentHint)
            canvas.write(hint, row: rect.row, column: column, width: width, as: .inputPlaceholder)
        }
    }

    private mutating func drawField(_ place: Form.Place, in rect: Rect) {
        let isActive = form.place == place
        let isWrong = form.errorPlace == place
        let (name, placeholder) = words(place)
        let column = rect.column + label
        let width = rect.columns - label
        canvas.write(
            name, row: rect.row, column: rect.column, width: label - 1, as: isWrong ? .error : .inputLabel)
        guard let field = form[place] else {
            let role: Role = isActive ? .buttonActive : .button
            canvas.write(SafeText("< \(form.terminationMode.rawValue) >"), row: rect.row, column: column, as: role)
            return
        }
        canvas.field(
            field, row: rect.row, column: column, width: width, isActive: isActive,
            as: isWrong ? .inputError : .input)
        if field.letters.isEmpty {
            canvas.write(placeholder, row: rect.row, column: column, width: width, as: .inputPlaceholder)
        }
    }

    /// The name of a field and what it shows while it is empty.
    private func words(_ place: Form.Place) -> (name: SafeText, placeholder: SafeText) {
        switch place {
        case .parameter(let name): (SafeText(name), placeholder(name))
        case .timeout: (canvas.words(.timeout), SafeText("\(Limits().defaultTimeout)"))
        case .username: (canvas.words(.username), canvas.words(.serviceUser))
        case .workingDirectory: (canvas.words(.workingDirectory), canvas.words(.homeDirectory))
        default: (canvas.words(.terminationMode), SafeText(""))
        }
    }

    private func placeholder(_ name: String) -> SafeText {
        guard let known = form.command?.parameters.first(where: { $0.name == name }) else { return SafeText("") }
        let about = SafeText(known.description)
        return known.isRequired ? canvas.words(.required) + SafeText(": ") + about : about
    }

    private mutating func drawScript(in rect: Rect) {
        let lines = ScriptLines.wrapped(form.command?.content ?? "", width: rect.columns)
        for (offset, line) in lines.prefix(max(0, rect.rows - 1)).enumerated() {
            canvas.write(line, row: rect.row + 1 + offset, column: rect.column, as: .muted)
        }
    }
}

extension Canvas {
    /// Their number and as many of them as there is room for.
    func list(_ names: [SafeText], width: Int) -> SafeText {
        var text = SafeText("\(names.count): ")
        for (index, name) in names.enumerated() {
            let isLast = index == names.count - 1
            let name = isLast ? name : name + SafeText(", ")
            let rest = words(.andMore, SafeText("\(names.count - index)"))
            // Before the last one, there must be room to say how many more there are.
            guard text.width + name.width + (isLast ? 0 : rest.width) <= width || index == 0 else { return text + rest }
            text = text + name
        }
        return text
    }
}

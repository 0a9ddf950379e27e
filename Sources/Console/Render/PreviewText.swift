import CloudAssistant
import Screen

/// What a preview says, laid out for a terminal: the same numbers count for drawing and for scrolling.
struct PreviewText {
    /// Columns of the labels.
    static let label = 15

    /// Where the dialog is, with its border.
    let rect: Rect
    /// What is to be known beside the script; an empty label goes on with the line before.
    let facts: [(label: SafeText, text: SafeText, role: Role)]
    /// The script, line by line.
    let lines: [SafeText]
    /// Rows for the script.
    let height: Int
    /// The line of the script that is shown first.
    let first: Int

    /// The first line when the end of the script is in sight.
    var lastFirst: Int { max(0, lines.count - height) }

    init(_ preview: Preview, _ state: State) {
        let body = Layout(size: state.size, focus: state.focus).body
        rect = Canvas.place(rows: 32, columns: 110, in: body)
        let width = max(1, rect.columns - 4)
        // The glyphs matter only for what does not fit.
        let canvas = Canvas(
            frame: Frame(size: Size(rows: 0, columns: 0)),
            look: Look(theme: .mono, glyphs: .ascii, language: state.language))
        // Of the rows within the border, one is for the heading of the script and one for the answer.
        let room = max(1, rect.rows - 4)
        lines = ScriptLines.wrapped(preview.script, width: width)
        let known = Self.facts(preview, state, canvas, width: width - Self.label)
        // The script comes first; of what it leaves, the shell line takes what it needs.
        let spare = room - known.count - min(lines.count, room / 2)
        let shell = Self.shell(preview, canvas, width: width - Self.label, lines: max(2, spare))
        facts = Array((known + shell).prefix(max(0, room - 3)))
        height = max(1, room - self.facts.count)
        first = max(0, min(preview.scroll, lines.count - height))
    }

    private typealias Fact = (label: SafeText, text: SafeText, role: Role)

    private static func fact(
        _ word: Word, _ text: SafeText, _ role: Role, _ canvas: Canvas, width: Int, lines: Int
    ) -> [Fact] {
        canvas.wrapped(text, width: width, lines: lines).enumerated().map { index, line in
            (index == 0 ? canvas.words(word) : SafeText(""), line, role)
        }
    }

    private static func shell(_ preview: Preview, _ canvas: Canvas, width: Int, lines: Int) -> [Fact] {
        fact(.shell, SafeText(ShellLine.text(preview.form)), .muted, canvas, width: width, lines: lines)
    }

    private static func facts(_ preview: Preview, _ state: State, _ canvas: Canvas, width: Int) -> [Fact] {
        let form = preview.form
        var facts: [Fact] = []
        func add(_ word: Word, _ text: SafeText, _ role: Role = .text, lines: Int = 1) {
            facts += fact(word, text, role, canvas, width: width, lines: lines)
        }
        let names = form.targets.map { SafeText($0.instance.name) }
        add(.onTargets, canvas.list(names, width: width * 3 - 30), .accent, lines: 3)
        if !form.unready.isEmpty {
            let unready = form.unready.map { SafeText("\($0.instance.name) ") + canvas.look.readiness($0) }
            add(.notReady, canvas.list(unready, width: width), .warning)
        }
        if !form.emptyParameters.isEmpty {
            add(.leftEmpty, canvas.list(form.emptyParameters.map { SafeText("{{\($0)}}") }, width: width), .warning)
        }
        add(.region, SafeText(form.region.text), .regionName)
        add(.who, SafeText(state.identity))
        let user = form.username.text.isEmpty ? canvas.words(.serviceUser) : SafeText(form.username.text)
        let directory = form.workingDirectory.text
        add(.runAs, user + SafeText(", ") + (directory.isEmpty ? canvas.words(.homeDirectory) : SafeText(directory)))
        let seconds = form.timeout.text.isEmpty ? "\(form.command?.timeoutSeconds ?? 60)" : form.timeout.text
        add(.timeout, canvas.words(.endsAfter, SafeText(seconds), SafeText(form.terminationMode.rawValue)))
        return facts
    }
}

extension State {
    func draw(_ preview: Preview, in body: Rect, on canvas: inout Canvas) {
        let text = PreviewText(preview, self)
        let title = canvas.words(.previewTitle, canvas.words(.nothingSent))
        let rect = canvas.dialog(
            title, rows: text.rect.rows, columns: text.rect.columns, in: body, .dialogDanger)
        var row = rect.row
        for (label, fact, role) in text.facts {
            canvas.write(label, row: row, column: rect.column, width: PreviewText.label - 1, as: .inputLabel)
            canvas.write(
                fact, row: row, column: rect.column + PreviewText.label, width: rect.columns - PreviewText.label,
                as: role)
            row += 1
        }
        drawScript(preview, text, row, in: rect, on: &canvas)
        drawAnswer(preview, row: rect.row + rect.rows - 1, in: rect, on: &canvas)
    }

    private func drawScript(_ preview: Preview, _ text: PreviewText, _ row: Int, in rect: Rect, on canvas: inout Canvas)
    {
        var heading = canvas.words(.script, SafeText("\(ScriptLines.count(preview.script))"))
        if text.lastFirst > 0 {
            let end = min(text.first + text.height, text.lines.count)
            heading = heading + SafeText("  \(text.first + 1)-\(end)/\(text.lines.count)")
        }
        canvas.write(heading, row: row, column: rect.column, width: rect.columns, as: .columnHeading)
        for (offset, line) in text.lines.dropFirst(text.first).prefix(text.height).enumerated() {
            canvas.write(line, row: row + 1 + offset, column: rect.column, width: rect.columns, as: .code)
        }
    }

    private func drawAnswer(_ preview: Preview, row: Int, in rect: Rect, on canvas: inout Canvas) {
        guard !preview.isSending else {
            canvas.write(canvas.words(.sending), row: row, column: rect.column, as: .info)
            return
        }
        let prompt = canvas.words(.typeToSend, SafeText(preview.expected))
        let used = canvas.write(prompt, row: row, column: rect.column, width: rect.columns - 5, as: .warning) + 1
        canvas.field(
            preview.answer, row: row, column: rect.column + used, width: min(6, rect.columns - used), isActive: true)
    }
}

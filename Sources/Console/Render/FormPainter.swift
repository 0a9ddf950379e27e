import CloudAssistant
import Screen

extension State {
    func drawParameters(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        let view = rect.inset(rows: 0, columns: 1)
        guard let form else {
            for (offset, line) in canvas.wrapped(canvas.words(.noForm), width: view.columns, lines: view.rows)
                .enumerated()
            {
                canvas.write(line, row: view.row + offset, column: view.column, as: .muted)
            }
            return
        }
        var painter = FormPainter(form, self, in: view, hasFocus: hasFocus, on: canvas)
        painter.draw()
        canvas = painter.canvas
    }
}

/// Draws the parts of a form.
struct FormPainter {
    private(set) var canvas: Canvas
    private let form: Form
    private let state: State
    private let view: Rect
    private let hasFocus: Bool
    private let error: [(text: SafeText, role: Role)]
    private let help: [SafeText]
    private let label = 15

    init(_ form: Form, _ state: State, in view: Rect, hasFocus: Bool, on canvas: Canvas) {
        self.form = form
        self.state = state
        self.view = view
        self.hasFocus = hasFocus
        self.canvas = canvas
        error = form.error.map { Self.lines($0, canvas, width: view.columns - 2) } ?? []
        help = hasFocus ? Self.help(form, state, canvas, width: view.columns - 15) : []
    }

    /// Code, cause and fix.
    private static func lines(_ error: APIError, _ canvas: Canvas, width: Int) -> [(text: SafeText, role: Role)] {
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

    /// What the field under the cursor is for, and the values that it takes or took.
    private static func help(_ form: Form, _ state: State, _ canvas: Canvas, width: Int) -> [SafeText] {
        var text = SafeText("")
        func add(_ more: SafeText) { text = text.isEmpty ? more : text + SafeText("  ") + more }
        switch form.place {
        case .parameter(let name):
            if let definition = form.definition(name) {
                // While it is empty, the field itself says so.
                if definition.isRequired, !form.text(form.place).isEmpty { add(canvas.words(.required)) }
                if !definition.description.isEmpty { add(SafeText(definition.description)) }
            }
            let choices = form.choices(form.place)
            if !choices.isEmpty { add(canvas.words(.oneOf, SafeText(choices.joined(separator: " ")))) }
            let recents = state.memory.recents(name, of: form.command)
            if !recents.isEmpty { add(canvas.words(.recent, SafeText(recents.joined(separator: " ")))) }
        case .repeatMode: add(canvas.words(.repeatHelp))
        case .frequency:
            if let runs = UpcomingRuns(form.text(.frequency), now: state.now, state.setup.zones, state.language) {
                add(runs.explanation)
                add(canvas.words(.nextRuns, runs.line))
            } else {
                add(canvas.words(.frequencyHelp))
            }
        case .timeout:
            add(
                canvas.words(
                    .timeoutHelp, SafeText("\(state.setup.limits.shortestTimeout)"),
                    SafeText("\(state.setup.limits.longestTimeout)")))
        case .terminationMode: add(canvas.words(.terminationHelp))
        case .launcher: add(canvas.words(.launcherHelp))
        case .tags: add(canvas.words(.tagsHelp))
        case .content, .more, .username, .workingDirectory, .resourceGroup, .preview: break
        }
        return text.isEmpty ? [] : canvas.wrapped(text, width: width, lines: form.place == .frequency ? 4 : 2)
    }

    mutating func draw() {
        let blocks = FormBlocks(form, error: error.count, help: help.count, rows: view.rows)
        for (block, row, rows) in blocks.blocks {
            let rect = Rect(row: view.row + row, column: view.column, rows: rows, columns: view.columns)
            switch block {
            case .error: draw(error, in: rect, indent: 2)
            case .help: draw(help.map { ($0, .muted) }, in: rect, indent: label)
            case .targets where row >= 0: drawTargets(in: rect)
            case .place(let place) where row >= 0 && row + rows <= view.rows: draw(place, in: rect)
            case .targets, .place: break
            }
        }
        let right = view.column + view.columns
        if blocks.isCut.above { canvas.write(canvas.glyphs.ellipsis, row: view.row, column: right) }
        if blocks.isCut.below { canvas.write(canvas.glyphs.ellipsis, row: view.row + view.rows - 1, column: right) }
    }

    private mutating func draw(_ lines: [(text: SafeText, role: Role)], in rect: Rect, indent: Int) {
        for (offset, line) in lines.enumerated() where (view.row..<(view.row + view.rows)).contains(rect.row + offset) {
            canvas.write(line.text, row: rect.row + offset, column: rect.column + indent, as: line.role)
        }
    }

    private mutating func drawTargets(in rect: Rect) {
        canvas.write(canvas.words(.onTargets), row: rect.row, column: rect.column, width: label - 1, as: .inputLabel)
        let aim = state.preview?.aim ?? state.aim
        let unready = aim.obstructed(form.type).count
        let note = unready == 0 ? SafeText("") : canvas.words(.unreadyCount, SafeText("\(unready)"))
        let width = view.columns - label - (note.isEmpty ? 0 : note.width + 2)
        let names = canvas.list(
            aim.targets.lazy.map { SafeText($0.instance.name) }, count: aim.targets.count, width: width)
        let used = canvas.write(
            aim.isByTags ? state.aimText(canvas) : names, row: rect.row, column: rect.column + label, width: width,
            as: .accent)
        canvas.write(note, row: rect.row, column: rect.column + label + used + 2, as: .warning)
    }

    // MARK: - Fields

    private mutating func draw(_ place: Form.Place, in rect: Rect) {
        let isHere = hasFocus && form.place == place
        switch place {
        case .content: drawContent(in: rect)
        case .more: drawMore(in: rect, isHere)
        case .preview:
            let text = SafeText("[ ") + canvas.words(.previewButton) + SafeText(" ]")
            canvas.write(
                text, row: rect.row, column: rect.column, width: rect.columns, as: isHere ? .buttonActive : .button)
        default: drawField(place, in: rect, isHere)
        }
    }

    private mutating func drawMore(in rect: Rect, _ isHere: Bool) {
        let sign = form.isFolded ? canvas.glyphs.pointer : canvas.glyphs.pointerDown
        let used = canvas.write(
            sign + SafeText(" ") + canvas.words(.more), row: rect.row, column: rect.column, width: label - 1,
            as: isHere ? .buttonActive : .inputLabel)
        guard form.isFolded, used > 0 else { return }
        canvas.write(
            summary, row: rect.row, column: rect.column + label, width: rect.columns - label, as: .muted)
    }

    /// What the folded fields hold, as far as it is not the usual.
    private var summary: SafeText {
        var parts: [SafeText] = []
        if form.effectiveMode != .once { parts.append(SafeText(form.effectiveMode.rawValue)) }
        if !form.text(.frequency).isEmpty { parts.append(SafeText(form.text(.frequency))) }
        parts.append(canvas.words(.secondsLong, SafeText(form.text(.timeout))))
        let user = form.text(.username)
        parts.append(user.isEmpty ? canvas.words(.serviceUser) : SafeText(user))
        let directory = form.text(.workingDirectory)
        parts.append(directory.isEmpty ? canvas.words(.homeDirectory) : SafeText(directory))
        parts.append(SafeText(form.text(.terminationMode)))
        for place in [Form.Place.launcher, .tags, .resourceGroup] where !form.text(place).isEmpty {
            parts.append(SafeText(form.text(place)))
        }
        return parts.dropFirst().reduce(parts[0]) { $0 + SafeText(", ") + $1 }
    }

    private mutating func drawContent(in rect: Rect) {
        canvas.write(canvas.words(.content), row: rect.row, column: rect.column, as: .inputLabel)
        let isActive = hasFocus && form.place == .content
        let bar = Rect(row: rect.row, column: rect.column + label - 2, rows: rect.rows, columns: 1)
        canvas.frame.fill(
            bar, style: canvas.theme[isActive ? .borderActive : .border], with: canvas.glyphs.vertical)
        let column = rect.column + label
        let width = rect.columns - label
        let field = form[.content] ?? TextField()
        let (lines, cursorRow, cursorColumn) = field.layout
        let top = max(0, cursorRow - rect.rows + 1)
        for (offset, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
            let isCursorLine = isActive && form.isEditing && top + offset == cursorRow
            let before = isCursorLine ? String(line.prefix(cursorColumn)) : nil
            canvas.line(line, before: before, row: rect.row + offset, column: column, width: width, as: .code)
        }
        if field.letters.isEmpty {
            let hint = canvas.words(.contentHint)
            canvas.write(hint, row: rect.row, column: column, width: width, as: .inputPlaceholder)
        }
    }

    private mutating func drawField(_ place: Form.Place, in rect: Rect, _ isHere: Bool) {
        let isEditing = isHere && form.isEditing
        let isWrong = form.errorPlace == place
        let column = rect.column + label
        let width = rect.columns - label
        let name = isHere && !isEditing ? canvas.glyphs.pointer + SafeText(" ") + name(place) : name(place)
        let labelRole: Role = isWrong ? .error : isHere ? .accent : .inputLabel
        canvas.write(name, row: rect.row, column: rect.column, width: label - 1, as: labelRole)
        let choices = form.choices(place)
        if !choices.isEmpty {
            let role: Role = isHere ? .buttonActive : .button
            canvas.write(
                SafeText("< \(place == .repeatMode ? form.effectiveMode.rawValue : form.text(place)) >"), row: rect.row,
                column: column, width: width, as: role)
            return
        }
        guard var field = form[place] else { return }
        if case .parameter(let name) = place, form.isSecret(name) { field = field.masked }
        let role: Role = isWrong ? .inputError : isHere ? .inputActive : .input
        canvas.field(field, row: rect.row, column: column, width: width, isActive: isEditing, as: role)
        if field.letters.isEmpty {
            canvas.write(placeholder(place), row: rect.row, column: column, width: width, as: .inputPlaceholder)
        }
    }

    private func name(_ place: Form.Place) -> SafeText {
        switch place {
        case .parameter(let name): SafeText(name)
        case .repeatMode: canvas.words(.repeatMode)
        case .frequency: canvas.words(.frequency)
        case .timeout: canvas.words(.timeout)
        case .username: canvas.words(.username)
        case .workingDirectory: canvas.words(.workingDirectory)
        case .terminationMode: canvas.words(.terminationMode)
        case .launcher: canvas.words(.launcher)
        case .tags: canvas.words(.runTags)
        case .resourceGroup: canvas.words(.resourceGroup)
        case .content, .more, .preview: .empty
        }
    }

    /// What a field shows while it is empty.
    private func placeholder(_ place: Form.Place) -> SafeText {
        switch place {
        case .parameter(let name): form.definition(name)?.isRequired == true ? canvas.words(.required) : .empty
        case .timeout: SafeText("\(state.setup.limits.defaultTimeout)")
        case .username: canvas.words(.serviceUser)
        case .workingDirectory: canvas.words(.homeDirectory)
        case .launcher: canvas.words(.usualLauncher)
        case .frequency: canvas.words(.noFrequency)
        default: .empty
        }
    }
}

extension TextField {
    /// The same number of letters, none of which can be read.
    var masked: TextField {
        var field = TextField(String(repeating: "*", count: letters.count))
        field.move(by: cursor - letters.count)
        return field
    }
}

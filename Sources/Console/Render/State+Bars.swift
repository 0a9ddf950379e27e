import CloudAssistant
import Screen

/// The bars at the top and the bottom: where we are, who we are, what may be done.
extension State {
    func drawHeader(on canvas: inout Canvas) {
        canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: size.columns), as: .headerBar)
        let right = standing(canvas)
        let rightWidth = right.reduce(0) { $0 + $1.0.width + 2 }
        let room = size.columns - rightWidth - 1
        let arrow = SafeText(" ") + canvas.glyphs.arrowRight + SafeText(" ")
        var column = 1
        for (index, (part, role)) in path(room, canvas).enumerated() {
            guard room - column > 4 else { break }
            if index > 0 { column += canvas.write(arrow, row: 0, column: column, as: .headerBar) }
            column += canvas.write(part, row: 0, column: column, width: room - column, as: role)
        }
        var place = max(1, size.columns - rightWidth)
        for (text, role) in right {
            canvas.write(text, row: 0, column: place, as: role)
            place += text.width + 2
        }
    }

    /// The service, the region, what a run would go to and the command: where room is short, each in fewer letters.
    private func path(_ room: Int, _ canvas: Canvas) -> [(SafeText, Role)] {
        let service =
            engineProcess.map { canvas.words(.besideEngine, SafeText("\($0)")) } ?? canvas.words(.embeddedService)
        let names = [SafeText("flagdeck (") + service + SafeText(")"), service]
        let region = SafeText(region?.text ?? "-")
        let command = form.map { canvas.name(of: $0).truncated(to: 24, ellipsis: canvas.glyphs.ellipsis) }
        let others = region.width + (command.map { $0.width + 3 } ?? 0) + 8
        let aim = aimText(canvas)
        let name = names.first { $0.width + others + aim.width <= room } ?? service
        // What is left for it; a word of it says enough.
        let left = max(8, room - name.width - others)
        let path = [
            (name, Role.headerBar), (region, .headerKey),
            (aim.truncated(to: left, ellipsis: canvas.glyphs.ellipsis), .headerBar),
        ]
        return path + (command.map { [($0, Role.headerKey)] } ?? [])
    }

    /// What a run would go to, in a few words.
    func aimText(_ canvas: Canvas) -> SafeText {
        let aim = preview?.aim ?? aim
        switch aim.kind {
        case .tags(let filters):
            return canvas.words(.byTags, SafeText(TagWords.text(filters)), SafeText("\(aim.targets.count)"))
        case .marks: return canvas.words(.marked, SafeText("\(aim.targets.count)"))
        case .cursor: return SafeText(aim.targets.first?.instance.name ?? "-")
        }
    }

    /// What runs, what we may do, who we are and what time it is.
    private func standing(_ canvas: Canvas) -> [(SafeText, Role)] {
        let clock = running > 0 && size.columns >= 70 ? now.clockText : String(now.clockText.dropLast(3))
        var parts: [(SafeText, Role)] = []
        if running > 0 { parts.append((canvas.words(.running, SafeText("\(running)")), .headerBar)) }
        if setup.isPractice { parts.append((SafeText(" ") + canvas.words(.practice) + SafeText(" "), .practice)) }
        if let environment = setup.environment {
            let name = SafeText(" \(environment) ").truncated(to: 18, ellipsis: canvas.glyphs.ellipsis)
            parts.append((name, Self.badge(environment, isProtected: setup.isProtected)))
        }
        parts.append((canvas.words(mayOnlyLook ? .readOnly : .readWrite), mayOnlyLook ? .readOnly : .headerBar))
        parts.append((SafeText(setup.identity).truncated(to: 16, ellipsis: canvas.glyphs.ellipsis), .headerBar))
        // Where room is short, whoever needs the time has another clock.
        if size.columns >= 90 || (setup.environment == nil && !setup.isPractice) {
            parts.append((SafeText(clock + "Z"), .headerBar))
        }
        return parts
    }

    /// How an environment's badge looks: by what its name says, and as one to be careful in when it is protected.
    private static func badge(_ environment: String, isProtected: Bool) -> Role {
        let name = environment.lowercased()
        if isProtected || name.contains("prod") || name.contains("prd") || name.contains("生产") { return .badgeProd }
        if name.contains("stag") || name.contains("uat") || name.contains("pre") { return .badgeStaging }
        return .badgeDev
    }

    // MARK: - The bottom

    func drawFooter(on canvas: inout Canvas) {
        if let prompt { return draw(prompt, on: &canvas) }
        let row = size.rows - 1
        if let toast {
            let text = toast.message.text
            canvas.write(text, row: row, column: 1, width: size.columns - 2, as: toast.message.role)
        } else if let word = ownKeys {
            let text = Self.shortened(canvas.words(word), to: size.columns - 2)
            canvas.write(text, row: row, column: 1, width: size.columns - 2, as: .hintText)
        } else {
            drawHints(row, on: &canvas)
        }
    }

    /// Hints without those that have no room; the last one, which leads out, stays.
    private static func shortened(_ hints: SafeText, to width: Int) -> SafeText {
        var parts = hints.plain.split(separator: "  ")
        while parts.count > 1, SafeText(parts.joined(separator: "  ")).width > width {
            parts.remove(at: parts.count - 2)
        }
        return SafeText(parts.joined(separator: "  "))
    }

    /// The keys that count while something takes them that is no pane.
    private var ownKeys: Word? {
        switch modal {
        case .menu(let menu): return menu.kind == .columns ? .columnKeys : .menuKeys
        case .messages, .detail: return .textKeys
        case .stop: return .stopKeys
        case .unsaved(let unsaved): return unsaved.error == nil ? .sendingKeys : .unsavedKeys
        case nil: break
        }
        if let preview { return preview.isSending ? .sendingKeys : .previewKeys }
        guard focus == .parameters, let form else { return nil }
        if !form.isEditing { return form.choices(form.place).isEmpty || mayOnlyLook ? nil : .choiceKeys }
        switch form.place {
        case .content: return .contentKeys
        case .parameter(let name) where !memory.recents(name, of: form.command).isEmpty: return .recentKeys
        default: return .fieldKeys
        }
    }

    private func draw(_ prompt: Prompt, on canvas: inout Canvas) {
        let row = size.rows - 1
        let label = canvas.words(prompt.kind.word) + SafeText(": ")
        let (full, role) = note(prompt, canvas)
        let isLong = role == .hintText && full.width > size.columns / 2
        let note = isLong ? canvas.words(prompt.kind.shortKeys) : full
        let column = 1 + canvas.write(label, row: row, column: 1, as: .inputLabel)
        let showsNote = size.columns - column - note.width > 20
        let width = max(1, size.columns - column - 1 - (showsNote ? note.width + 2 : 0))
        canvas.field(
            prompt.field, row: row, column: column, width: width, isActive: modal == nil,
            as: prompt.error == nil ? .input : .inputError)
        if showsNote { canvas.write(note, row: row, column: size.columns - note.width - 1, as: role) }
    }

    /// What there is to say of what is being typed.
    private func note(_ prompt: Prompt, _ canvas: Canvas) -> (SafeText, Role) {
        if let error = prompt.error {
            guard case .frequency = prompt.kind else { return (SafeText(error.code.text), .error) }
            let cause = SafeText(ErrorSentences.explanation(error, in: language).cause)
            return (cause.width < size.columns / 2 ? cause : SafeText(error.code.text), .error)
        }
        switch prompt.kind {
        case .filter:
            let unknown = filterProblem
            guard unknown.isEmpty else {
                return (canvas.words(.noColumn, SafeText(unknown.joined(separator: " "))), .warning)
            }
            return (canvas.words(.filterKeys), .hintText)
        case .search:
            guard !output.text.pattern.isEmpty else { return (canvas.words(.searchKeys), .hintText) }
            return (canvas.words(.matches, SafeText("\(output.text.matchCount)")), .hintText)
        case .tags:
            guard let count = typedTagMatches else { return (canvas.words(.tagKeys), .hintText) }
            return (canvas.words(.matches, SafeText("\(count)")), count == 0 ? .warning : .info)
        case .paste: return (canvas.words(.pasteKeys), .hintText)
        case .frequency:
            guard let runs = UpcomingRuns(prompt.field.text, now: now, setup.zones, language),
                let first = runs.times.first
            else { return (canvas.words(.frequencyKeys), .hintText) }
            return (canvas.words(.nextRuns, first), .info)
        }
    }

    /// Words of the filter that look like columns and are none.
    private var filterProblem: [String] {
        switch focus {
        case .regions: regions.unknownColumns
        case .targets: targets.unknownColumns
        case .commands: commands.unknownColumns
        case .invocations: invocations.unknownColumns
        case .errors: problems.unknownColumns
        case .parameters, .preview, .output: []
        }
    }

    private func drawHints(_ row: Int, on canvas: inout Canvas) {
        var column = 1
        var hints: [(action: Action, key: SafeText, words: SafeText)] = []
        for binding in setup.keys.bindings where binding.hints.contains(focus) {
            if mayOnlyLook, binding.action.acts || binding.action == .mark { continue }
            guard let name = binding.keys.first?.name else { continue }
            hints.append((binding.action, SafeText(name), SafeText(" ") + canvas.words(binding.words)))
        }
        // Whoever does not find a key here finds it in the help.
        var kept = hints.first { $0.action == .help }.map { $0.key.width + $0.words.width + 2 } ?? 0
        for (action, key, words) in hints {
            if action == .help { kept = 0 }
            guard column + key.width + words.width + kept < size.columns else { continue }
            column += canvas.write(key, row: row, column: column, as: .hintKey)
            column += canvas.write(words, row: row, column: column, as: .hintText) + 2
        }
    }
}

extension Prompt.Kind {
    /// What stands before the line.
    var word: Word {
        switch self {
        case .filter: .filterLabel
        case .search: .searchLabel
        case .tags: .tagsLabel
        case .paste: .pasteLabel
        case .frequency: .frequencyLabel
        }
    }
}

extension Prompt.Kind {
    /// The keys that end the line, where more has no room.
    fileprivate var shortKeys: Word {
        switch self {
        case .filter, .search: .searchKeys
        case .tags: .tagShortKeys
        case .paste: .pasteShortKeys
        case .frequency: .frequencyShortKeys
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
        case .parameters: .parameters
        case .preview: .preview
        case .invocations: .invocations
        case .output: .output
        case .errors: .errors
        }
    }
}

extension Pane {
    /// Its title where room is short.
    var shortWord: Word {
        switch self {
        case .parameters: .shortParameters
        case .invocations: .shortInvocations
        default: word
        }
    }
}

extension Canvas {
    /// The name of what a form runs.
    func name(of form: Form) -> SafeText { form.command.map { SafeText($0.title) } ?? words(.adHoc) }
}

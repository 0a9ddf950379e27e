import CloudAssistant
import Screen

extension State {
    /// True while the preview pane shows the command under the cursor of the library.
    var showsLibrary: Bool { focus == .commands && commands.current != nil }
}

/// What the preview pane says, laid out for its room: the same numbers count for drawing and for scrolling.
struct PreviewText {
    /// A line: its label, or nothing where it goes on with the line before.
    typealias Fact = (label: SafeText, text: SafeText, role: Role)

    /// Columns of the labels.
    static let label = 15

    /// What is to be known beside the script.
    private(set) var facts: [Fact] = []
    /// The script, row by row, under a heading.
    private(set) var script: ScriptLines?
    /// Rows for facts and script.
    let height: Int
    private let width: Int
    private let canvas: Canvas
    private let scroll: Int

    /// Rows of facts, the heading of the script and the script.
    var count: Int { facts.count + (script.map { $0.rows.count + 1 } ?? 0) }
    /// The row that is shown first.
    var first: Int { max(0, min(scroll, lastFirst)) }
    /// The first row when the end is in sight.
    var lastFirst: Int { max(0, count - height) }

    init(_ state: State, _ glyphs: Glyphs = .ascii) {
        let inside = (state.layout.rect(.preview) ?? state.layout.body).inset(rows: 1, columns: 2)
        width = max(1, inside.columns)
        height = max(1, inside.rows - (state.preview == nil ? 0 : 1))
        // All signs are one column wide: neither they nor colours matter for what fits where.
        canvas = Canvas(
            frame: Frame(size: Size(rows: 0, columns: 0)),
            look: Look(theme: .mono, glyphs: glyphs, language: state.language))
        scroll = state.preview?.scroll ?? state.previewScroll
        if state.preview == nil, state.showsLibrary, let command = state.commands.current {
            describe(command)
        } else if let form = state.preview?.form ?? state.form {
            describe(form, state.preview?.aim ?? state.aim, state)
        }
    }

    private mutating func add(_ word: Word, _ text: SafeText, _ role: Role = .text, lines: Int = 1) {
        for (index, line) in canvas.wrapped(text, width: width - Self.label, lines: lines).enumerated() {
            facts.append((index == 0 ? canvas.words(word) : .empty, line, role))
        }
    }

    // MARK: - A command of the library

    private mutating func describe(_ command: Command) {
        if !command.description.isEmpty { add(.purpose, SafeText(command.description), lines: 2) }
        add(.from, command.provider.map { SafeText($0) } ?? canvas.words(.own), .muted)
        for parameter in command.parameters where command.enablesParameters {
            var text = parameter.isRequired ? canvas.words(.required) : SafeText("= \(parameter.defaultValue)")
            if !parameter.description.isEmpty { text = text + SafeText("  \(parameter.description)") }
            facts.append((SafeText(parameter.name), text, parameter.isRequired ? .accent : .text))
        }
        add(
            .timeout, canvas.words(.secondsLong, SafeText("\(command.timeoutSeconds)")),
            .muted)
        script = ScriptLines(
            command.enablesParameters
                ? RenderedScript(command.content) { ("{{\($0)}}", false) } : RenderedScript(plain: command.content),
            width: width)
    }

    // MARK: - A run

    private mutating func describe(_ form: Form, _ aim: Aim, _ state: State) {
        describe(aim, form.type)
        warn(form, aim, state)
        describeTimes(form, state)
        add(.region, SafeText(form.region.text), .regionName)
        add(.who, SafeText(state.setup.identity))
        let user = form.text(.username)
        let directory = form.text(.workingDirectory)
        let runAs = user.isEmpty ? canvas.words(.serviceUser) : SafeText(user)
        add(.runAs, runAs + SafeText(", ") + (directory.isEmpty ? canvas.words(.homeDirectory) : SafeText(directory)))
        let seconds = form.text(.timeout).isEmpty ? "\(form.command?.timeoutSeconds ?? 60)" : form.text(.timeout)
        add(.timeout, canvas.words(.endsAfter, SafeText(seconds), SafeText(form.text(.terminationMode))))
        if !form.text(.launcher).isEmpty { add(.launcher, SafeText(form.text(.launcher)), lines: 2) }
        if !form.text(.tags).isEmpty { add(.runTags, SafeText(form.text(.tags)), .tagValue, lines: 2) }
        if !form.text(.resourceGroup).isEmpty { add(.resourceGroup, SafeText(form.text(.resourceGroup))) }
        // Nobody reads a hundred ids here; copied, the line has them all.
        var few = aim
        few.targets = Array(aim.targets.prefix(30))
        let line = SafeText(ShellLine.text(form, to: few))
        add(.shell, line, .muted, lines: state.preview == nil ? 2 : max(3, height / 3))
        script = ScriptLines(form.script, width: width)
    }

    /// When it runs, if that is not now and once.
    private mutating func describeTimes(_ form: Form, _ state: State) {
        let mode = form.effectiveMode
        guard mode != .once else { return }
        let text = form.text(.frequency)
        let words: Word? =
            switch mode {
            case .once, .period: nil
            case .dryRun: .runsNothing
            case .nextRebootOnly: .runsAtNextReboot
            case .everyReboot: .runsAtEveryReboot
            }
        add(.repeatMode, words.map { canvas.words($0) } ?? SafeText("\(mode.rawValue)  \(text)"), .info, lines: 2)
        guard let runs = UpcomingRuns(text, now: state.now, state.setup.zones, state.language) else { return }
        add(.frequency, runs.explanation, lines: 2)
        add(.nextRunsLabel, runs.line, .time, lines: 3)
    }

    private mutating func describe(_ aim: Aim, _ type: CommandType) {
        let names = aim.targets.lazy.map { SafeText($0.instance.name) }
        let list = canvas.list(names, count: aim.targets.count, width: (width - Self.label) * 3 - 30)
        if case .tags(let filters) = aim.kind {
            add(.onTargets, canvas.words(.tagsAtSending, SafeText(TagWords.text(filters))), .accent, lines: 2)
            add(.matchNow, list, lines: 3)
        } else {
            add(.onTargets, list, .accent, lines: 3)
        }
        let unready = aim.obstructed(type)
        guard !unready.isEmpty else { return }
        let look = canvas.look
        let reasons = unready.lazy.map { target in
            SafeText("\(target.instance.name) ") + look.readiness(target, for: type)
        }
        add(.notReady, canvas.list(reasons, count: unready.count, width: width - Self.label), .warning)
    }

    /// What whoever sends should look at twice.
    private mutating func warn(_ form: Form, _ aim: Aim, _ state: State) {
        if let error = form.problem {
            let cause = ErrorSentences.explanation(error, in: canvas.look.language).cause
            add(.notYet, SafeText("\(error.code): \(cause)"), .warning, lines: 2)
        }
        if !form.emptyParameters.isEmpty {
            let names = form.emptyParameters.map { SafeText("{{\($0)}}") }
            add(.leftEmpty, canvas.list(names, count: names.count, width: width - Self.label), .warning)
        }
        for danger in form.dangers.prefix(4) {
            add(
                .danger, canvas.words(danger.word, SafeText("\(danger.line)"), SafeText(danger.found)),
                .error, lines: 2)
        }
        if let run = state.preview?.earlier {
            let age = canvas.look.span(state.now.seconds(since: run.created))
            let facts = [
                SafeText(run.caller), SafeText("\(run.shared)"), SafeText("\(aim.targets.count)"), age,
                SafeText(run.state.rawValue), SafeText(run.invokeID.text),
            ]
            add(.ranBefore, Word.ranBeforeText.filled(canvas.look.language, facts), .warning, lines: 2)
        }
    }
}

extension State {
    func drawPreview(in rect: Rect, on canvas: inout Canvas) {
        let view = rect.inset(rows: 0, columns: 1)
        let text = PreviewText(self, canvas.glyphs)
        guard text.count > 0 else {
            for (offset, line) in canvas.wrapped(canvas.words(.noPreview), width: view.columns, lines: view.rows)
                .enumerated()
            {
                canvas.write(line, row: view.row + offset, column: view.column, as: .muted)
            }
            return
        }
        for offset in 0..<min(text.height, text.count - text.first) {
            draw(
                text, text.first + offset, at: Position(row: view.row + offset, column: view.column), view.columns,
                on: &canvas)
        }
        if text.lastFirst > 0 {
            let end = min(text.first + text.height, text.count)
            let range = SafeText(" \(text.first + 1)-\(end)/\(text.count) ")
            canvas.write(
                range, row: rect.row + rect.rows, column: rect.column + rect.columns - range.width - 1, as: .muted)
        }
        if let preview { drawAnswer(preview, row: rect.row + rect.rows - 1, in: view, on: &canvas) }
    }

    private func draw(_ text: PreviewText, _ line: Int, at place: Position, _ width: Int, on canvas: inout Canvas) {
        if line < text.facts.count {
            let (label, fact, role) = text.facts[line]
            canvas.write(label, row: place.row, column: place.column, width: PreviewText.label - 1, as: .inputLabel)
            canvas.write(
                fact, row: place.row, column: place.column + PreviewText.label, width: width - PreviewText.label,
                as: role)
        } else if let script = text.script {
            let row = line - text.facts.count - 1
            if row < 0 {
                let heading = canvas.words(.script, SafeText("\(script.count)"))
                canvas.write(heading, row: place.row, column: place.column, width: width, as: .columnHeading)
            } else {
                canvas.write(script.rows[row], row: place.row, column: place.column, width: width)
            }
        }
    }

    private func drawAnswer(_ preview: Preview, row: Int, in rect: Rect, on canvas: inout Canvas) {
        guard !preview.isSending else {
            canvas.write(canvas.words(.sending), row: row, column: rect.column, as: .info)
            return
        }
        let word: Word = preview.environment == nil ? .typeToSend : .typeNameToSend
        let expected = SafeText(preview.expected)
        let room = max(6, min(20, expected.width + 3))
        let full = canvas.words(word, expected)
        // What is to be typed must not be cut off.
        let prompt = full.width <= rect.columns - room - 1 ? full : canvas.words(.typeShort, expected)
        let used = canvas.write(prompt, row: row, column: rect.column, width: rect.columns - room - 1, as: .warning) + 1
        canvas.field(
            preview.answer, row: row, column: rect.column + used, width: min(room, rect.columns - used),
            isActive: modal == nil)
    }
}

extension Danger {
    /// What it may do, in words.
    var word: Word {
        switch kind {
        case .removesRoot: .dangerRemovesRoot
        case .removesVariable: .dangerRemovesVariable
        case .writesDevice: .dangerWritesDevice
        case .formats: .dangerFormats
        case .reboots: .dangerReboots
        case .killsAll: .dangerKillsAll
        case .forkBomb: .dangerForkBomb
        case .opensAll: .dangerOpensAll
        case .firewall: .dangerFirewall
        case .remoteAccess: .dangerRemoteAccess
        case .removesUser: .dangerRemovesUser
        case .runsDownload: .dangerRunsDownload
        case .dropsData: .dangerDropsData
        case .unquotedValue: .dangerUnquoted
        }
    }
}

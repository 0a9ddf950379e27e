import CloudAssistant
import Screen

extension State {
    func draw(_ pane: Pane, in rect: Rect, _ layout: Layout, on canvas: inout Canvas) {
        let hasFocus = pane == focus && modal == nil
        let isArmed = pane == .preview && preview != nil
        let inside = canvas.box(
            rect, title: title(pane, canvas),
            border: isArmed ? .dialogDanger : hasFocus ? .borderActive : .border,
            title: hasFocus ? .title : .titleInactive)
        let place = ListPlace(rect: inside, hasFocus: hasFocus, hasHeading: layout.hasHeading(pane))
        switch pane {
        case .regions: drawRegions(in: place, on: &canvas)
        case .targets: drawTargets(in: place, on: &canvas)
        case .commands: drawCommands(in: place, on: &canvas)
        case .parameters: drawParameters(in: inside, hasFocus, on: &canvas)
        case .preview: drawPreview(in: inside, on: &canvas)
        case .invocations: drawInvocations(in: place, on: &canvas)
        case .output: drawOutput(in: inside, hasFocus, on: &canvas)
        case .errors: drawProblems(in: place, layout.explanationRows, on: &canvas)
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
        case .targets: return count(targets) + targetsRemark(canvas)
        case .commands: return count(commands)
        case .parameters: return form.map { name + SafeText(": ") + canvas.name(of: $0) } ?? name
        case .preview: return name + SafeText(": ") + previewTitle(canvas)
        case .invocations: return count(invocations)
        case .errors: return count(problems)
        case .output: return output.invokeID.map { name + SafeText(" \($0.text)") } ?? name
        }
    }

    /// How the targets are chosen, and in which order they stand.
    private func targetsRemark(_ canvas: Canvas) -> SafeText {
        var text = SafeText("")
        if !tagFilters.isEmpty {
            text = text + SafeText(", ") + aimText(canvas)
        } else if !marks.isEmpty {
            text = text + SafeText(", ") + canvas.words(.marked, SafeText("\(marks.count)"))
            if hiddenMarks > 0 { text = text + SafeText(" ") + canvas.words(.hidden, SafeText("\(hiddenMarks)")) }
        }
        if let sort = targets.sort {
            text = text + SafeText(", ") + SafeText(sort.isDescending ? "-\(sort.column)" : "+\(sort.column)")
        }
        return text
    }

    private func previewTitle(_ canvas: Canvas) -> SafeText {
        if preview?.isSending == true { return canvas.words(.sending) }
        if preview == nil, showsLibrary, let command = commands.current { return SafeText(command.title) }
        return canvas.words(.nothingSent)
    }

    private func drawRegions(in place: ListPlace, on canvas: inout Canvas) {
        let rect = place.rect
        guard canvas.note(regions, in: rect, empty: canvas.words(.noRegions)) else { return }
        let rows = regions.shown.dropFirst(regions.top).prefix(rect.rows)
        let widest = rows.map { SafeText($0.id.text).width }.max() ?? 0
        for (offset, entry) in rows.enumerated() {
            let row = rect.row + offset
            let start = rect.column + Canvas.indent
            canvas.write(
                SafeText(entry.id.text), row: row, column: start, width: rect.columns - Canvas.indent, as: .regionName)
            var end = rect.columns - 1
            if let count = counts[entry.id] {
                let text = canvas.words(.instances, SafeText("\(count)"))
                end -= text.width + 1
                if end > Canvas.indent + widest + 2 {
                    canvas.write(text, row: row, column: rect.column + end, as: .number)
                }
            }
            canvas.write(
                SafeText(entry.localName), row: row, column: start + widest + 2,
                width: end - Canvas.indent - widest - 3, as: .muted)
            canvas.lead(regions, offset, isMarked: entry.id == region, hasFocus: place.hasFocus, in: rect)
        }
    }

    private func drawCommands(in place: ListPlace, on canvas: inout Canvas) {
        let columns = [Column(.name, 16, 24), Column(.command, 10, .max)]
        canvas.table(
            commands, columns, in: place, empty: canvas.words(.noCommands), marked: { $0.id == form?.command?.id }
        ) { command in
            let isOwn = command.provider == nil
            return [TableCell(command.title, isOwn ? .accent : .identifier), TableCell(command.summary, .muted)]
        }
    }

    /// What stands where runs will be, with the key that leads to one where there may be one.
    func nothingRun(_ canvas: Canvas) -> SafeText {
        guard !mayOnlyLook, let key = setup.keys.key(for: .prepare) else { return canvas.words(.noInvocations) }
        return canvas.words(.noInvocations) + canvas.words(.pressToPrepare, SafeText(key.name))
    }

    private func drawInvocations(in place: ListPlace, on canvas: inout Canvas) {
        if showsSchedules { return drawSchedules(in: place, on: &canvas) }
        let columns = [
            Column(.created, 11), Column(.status, 15), Column(.ended, 5), Column(.by, 4, 8), Column(.command, 12, .max),
            Column(.invocation, 12, 28),
        ]
        let look = canvas.look
        canvas.table(
            invocations, columns, in: place, empty: nothingRun(canvas), marked: { $0.id == output.invokeID }
        ) { invocation in
            let (sign, role) = look.sign(invocation.state)
            let ended = invocation.results.count(where: \.state.isFinal)
            let title = invocation.modeMark(look) + SafeText(invocation.command.title)
            return [
                TableCell(invocation.created.shortText(on: now), .time),
                TableCell(sign + SafeText(" \(invocation.state.rawValue)"), role),
                TableCell("\(ended)/\(invocation.results.count)", .number), TableCell(invocation.caller.name, .muted),
                TableCell(title), TableCell(invocation.id.text, .identifier),
            ]
        }
    }
}

extension Invocation {
    /// What stands before its title when it is not an ordinary run.
    fileprivate func modeMark(_ look: Look) -> SafeText {
        switch repeatMode {
        case .once: .empty
        case .dryRun: look.words(.dryRun) + SafeText(" ")
        case .period: SafeText("\(frequency ?? repeatMode.rawValue)  ")
        case .nextRebootOnly, .everyReboot: SafeText("\(repeatMode.rawValue)  ")
        }
    }
}

extension Timestamp {
    /// The time of the day; what was not on the day of `now` has its date too, which is more than the seconds.
    func shortText(on now: Timestamp) -> String {
        let (day, today) = (civil.text.prefix(10), now.civil.text.prefix(10))
        return day == today ? clockText : day.suffix(5) + " " + clockText.dropLast(3)
    }
}

extension Command {
    /// The first line of its script that is no `#!`.
    private var firstLine: String {
        RenderedScript.lines(content).first { !$0.isEmpty && !$0.hasPrefix("#!") } ?? ""
    }

    /// What it is for, or how it begins.
    var summary: String { description.isEmpty ? firstLine : description }

    /// Its name, or how it begins when it has none.
    var title: String { name.isEmpty || name == id.text && provider == nil ? firstLine : name }
}

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
        let widest = regions.shown.map { SafeText($0.id.text).width }.max() ?? 0
        for (offset, entry) in regions.shown.dropFirst(regions.top).prefix(rect.rows).enumerated() {
            let row = rect.row + offset
            let start = rect.column + Canvas.indent
            canvas.write(
                [(SafeText(entry.id.text), .regionName)], row: row, column: start, width: rect.columns - Canvas.indent)
            canvas.write(
                SafeText(entry.localName), row: row, column: start + widest + 2,
                width: rect.columns - Canvas.indent - widest - 3, as: .muted)
            canvas.lead(regions, offset, isMarked: entry.id == region, hasFocus: hasFocus, in: rect)
        }
    }

    private func drawTargets(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        // Where there is little room, tags say more than an address.
        let isWide = rect.columns >= 110
        let columns =
            [Column(.name, 12, 30), Column(.status, 9)] + (isWide ? [Column(.address, 15)] : [])
            + [Column(.tags, 12, .max), Column(.instance, 20, 28)]
        let look = canvas.look
        canvas.table(
            targets, columns, in: rect, hasFocus: hasFocus, empty: .noInstances,
            marked: { marks.contains($0.instance.id) },
            cells: { target in
                let instance = target.instance
                var name = SafeText(instance.name)
                if instance.isPractice { name = look.words(.practice) + SafeText(" ") + name }
                let address = TableCell(instance.privateAddresses.first ?? "-", .muted)
                return [
                    TableCell(name), TableCell(look.readiness(target), target.isReady ? .stateSuccess : .stateStopped),
                ] + (isWide ? [address] : []) + [
                    TableCell(instance.tags.map { "\($0.key)=\($0.value)" }.joined(separator: " "), .tagValue),
                    TableCell(instance.id.text, .identifier),
                ]
            })
    }

    private func drawCommands(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        let columns = [Column(.name, 16, 24), Column(.command, 10, .max)]
        canvas.table(commands, columns, in: rect, hasFocus: hasFocus, empty: .noCommands) { command in
            [TableCell(command.name, .identifier), TableCell(command.summary, .muted)]
        }
    }

    private func drawInvocations(in rect: Rect, _ hasFocus: Bool, on canvas: inout Canvas) {
        let columns = [
            Column(.created, 11), Column(.status, 15), Column(.ended, 5), Column(.by, 4, 8), Column(.command, 12, .max),
            Column(.invocation, 12, 28),
        ]
        let look = canvas.look
        canvas.table(invocations, columns, in: rect, hasFocus: hasFocus, empty: .noInvocations) { invocation in
            let (sign, role) = look.sign(invocation.state)
            let ended = invocation.results.count(where: \.state.isFinal)
            return [
                TableCell(invocation.created.shortText(on: now), .time),
                TableCell(sign + SafeText(" \(invocation.state.rawValue)"), role),
                TableCell("\(ended)/\(invocation.results.count)", .number), TableCell(invocation.caller.name, .muted),
                TableCell(invocation.command.title), TableCell(invocation.id.text, .identifier),
            ]
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

extension Look {
    /// One word for whether commands reach a target: what keeps them off, or that nothing does.
    func readiness(_ target: Target) -> SafeText {
        guard target.instance.status == .running else { return SafeText(target.instance.status.rawValue) }
        return words(target.isOnline ? .online : .offline)
    }
}

extension Command {
    /// The first line of its script that is no `#!`.
    private var firstLine: String {
        content.split(separator: "\n").first { !$0.hasPrefix("#!") }.map(String.init) ?? ""
    }

    /// What it is for, or how it begins.
    var summary: String { description.isEmpty ? firstLine : description }

    /// Its name, or how it begins when it has none.
    var title: String { name.isEmpty || name == id.text && provider == nil ? firstLine : name }
}

public import CloudAssistant
import Screen

extension State {
    /// Takes an event at a moment; what is to be done because of it comes back as data.
    public mutating func update(_ event: Event, at moment: Timestamp) -> [Effect] {
        now = moment
        if let until = toast?.until, until <= now { toast = nil }
        defer { reveal() }
        switch event {
        case .key(let key): return press(key)
        case .paste(let text): return paste(text)
        case .resize(let size):
            self.size = size
            return []
        case .tick: return running > 0 ? reread(results: true) : []
        case .opened(let process):
            engineProcess = process
            if let process {
                say(.sharedEngine, [SafeText("\(process)")], as: .warning)
            }
            return [.readRegions]
        case .reply(let reply): return take(reply)
        case .change(let change): return take(change)
        }
    }

    /// Keeps every cursor on the screen.
    private mutating func reveal() {
        let layout = Layout(size: size, focus: focus)
        targets.reveal(height: layout.rows(.targets))
        regions.reveal(height: layout.rows(.regions))
        commands.reveal(height: layout.rows(.commands))
        invocations.reveal(height: layout.rows(.invocations))
        problems.reveal(height: layout.rows(.errors))
    }

    mutating func say(_ word: Word, _ facts: [SafeText] = [], as role: Role = .info) {
        let isLasting = role == .error || role == .warning
        toast = Toast(text: word.filled(language, facts), role: role, until: isLasting ? nil : now.adding(seconds: 4))
    }

    // MARK: - Keys

    private mutating func press(_ key: Key) -> [Effect] {
        if key != .control("c") { quitsUntil = nil }
        toast = nil
        switch key {
        case .control("c"): return interrupt()
        case .control("l"): return [.repaint]
        case .control("z"): return [.suspend]
        default: break
        }
        if modal != nil { return pressInModal(key) }
        if filter != nil { return pressInFilter(key) }
        guard let action = Binding.action(key) else { return [] }
        return perform(action, key)
    }

    /// Ctrl-C: first leaves what is being typed, then asks for a second one; it never stops a run.
    private mutating func interrupt() -> [Effect] {
        if modal != nil || filter != nil {
            modal = nil
            filter = nil
            return []
        }
        if let until = quitsUntil, now <= until { return [.quit] }
        quitsUntil = now.adding(seconds: 2)
        say(.pressAgain, [SafeText("\(running)")])
        return []
    }

    private mutating func paste(_ text: String) -> [Effect] {
        toast = nil
        switch modal {
        case .form(var form):
            if var field = form[form.place] {
                field.insert(form.place == .content ? text : text.filter { $0 != "\n" })
                form[form.place] = field
                form.error = nil
                modal = .form(form)
            }
        case .preview, .stop, .help: break
        case nil:
            filter?.insert(text.filter { $0 != "\n" })
            applyFilter()
        }
        return []
    }

    // MARK: - The panes

    private mutating func perform(_ action: Action, _ key: Key) -> [Effect] {
        switch action {
        case .nextPane: turnPane(by: 1)
        case .previousPane: turnPane(by: -1)
        case .pane:
            if case .character(let digit) = key, let pane = Int(digit).flatMap(Pane.init) { focus = pane }
        case .down: move(by: 1)
        case .up: move(by: -1)
        case .pageDown: move(by: max(1, Layout(size: size, focus: focus).rows(focus) - 1))
        case .pageUp: move(by: -max(1, Layout(size: size, focus: focus).rows(focus) - 1))
        case .first: move(by: -.max)
        case .last: move(by: .max)
        case .open: return open()
        case .back: back()
        case .mark: mark()
        case .markAll: marks.formUnion(targets.shown.map(\.instance.id))
        case .unmarkAll: marks = []
        case .filter: filter = focus == .output || focus == .regions ? nil : TextField(currentFilter, limit: 200)
        case .prepare: return prepare()
        case .stop: askForStop()
        case .nextInstance: turnInstance(by: 1)
        case .previousInstance: turnInstance(by: -1)
        case .help: modal = .help(scroll: 0)
        case .reread: return reread(results: true) + [.readRegions] + rereadRegion()
        case .repaint: return [.repaint]
        case .suspend: return [.suspend]
        case .quit: return [.quit]
        }
        return []
    }

    private mutating func turnPane(by count: Int) {
        let panes = Pane.allCases
        let index = panes.firstIndex(of: focus) ?? 0
        focus = panes[(index + count + panes.count) % panes.count]
    }

    private mutating func move(by rows: Int) {
        switch focus {
        case .regions: regions.move(by: rows)
        case .targets: targets.move(by: rows)
        case .commands: commands.move(by: rows)
        case .invocations: invocations.move(by: rows)
        case .output: output.scroll(by: rows, height: Layout(size: size, focus: focus).rows(.output))
        case .errors: problems.move(by: rows)
        }
    }

    private mutating func turnInstance(by count: Int) {
        if focus == .output { output.turn(by: count) }
    }

    private mutating func mark() {
        guard focus == .targets, let id = targets.current?.instance.id else { return }
        if marks.remove(id) == nil { marks.insert(id) }
        targets.move(by: 1)
    }

    /// Enter opens and never sends: the region's instances, the form of a command, the output of an invocation, what
    /// an error is about.
    private mutating func open() -> [Effect] {
        switch focus {
        case .regions:
            guard let region = regions.current?.id else { return [] }
            focus = .targets
            return choose(region)
        case .targets:
            mark()
            return []
        case .commands: return prepare()
        case .invocations:
            guard let id = invocations.current?.id else { return [] }
            return show(id)
        case .output: return []
        case .errors:
            guard case .failed(let id, let instance, _, _) = problems.current?.kind else { return [] }
            let effects = show(id)
            output.turn(to: instance)
            return effects
        }
    }

    mutating func choose(_ region: RegionID) -> [Effect] {
        guard self.region != region else { return [] }
        self.region = region
        marks = []
        targets = Listing()
        commands = Listing()
        invocations = Listing()
        output = OutputView()
        invocationReading = Reading()
        return rereadRegion() + reread(results: false)
    }

    private func rereadRegion() -> [Effect] {
        guard let region else { return [] }
        return [.readTargets(region), .readCommands(region)]
    }

    private mutating func show(_ id: InvokeID) -> [Effect] {
        focus = .output
        output.open(id)
        return reread(results: true)
    }

    private mutating func back() {
        if !currentFilter.isEmpty {
            filter = TextField("")
            applyFilter()
            filter = nil
        } else if focus == .output {
            focus = .invocations
        }
    }

    // MARK: - Filters

    private var currentFilter: String {
        switch focus {
        case .targets: targets.filter
        case .commands: commands.filter
        case .invocations: invocations.filter
        case .errors: problems.filter
        case .regions, .output: ""
        }
    }

    private mutating func pressInFilter(_ key: Key) -> [Effect] {
        guard var field = filter else { return [] }
        switch key {
        case .enter:
            filter = nil
            return []
        case .escape:
            filter = TextField("")
            applyFilter()
            filter = nil
            return []
        default: field.press(key)
        }
        filter = field
        applyFilter()
        return []
    }

    private mutating func applyFilter() {
        guard let text = filter?.text else { return }
        switch focus {
        case .targets: targets.setFilter(text)
        case .commands: commands.setFilter(text)
        case .invocations: invocations.setFilter(text)
        case .errors: problems.setFilter(text)
        case .regions, .output: break
        }
    }

    // MARK: - Reading

    /// Asks for the invocations, and for the open output when `results` says so.
    mutating func reread(results: Bool) -> [Effect] {
        guard let region else { return [] }
        var effects: [Effect] = []
        if invocationReading.ask() { effects.append(.readInvocations(region)) }
        if results, let id = output.invokeID, resultReading.ask() { effects.append(.readResults(region, id)) }
        return effects
    }
}

extension TextField {
    /// What editing keys do in every field.
    mutating func press(_ key: Key) {
        switch key {
        case .character(let text): insert(text)
        case .backspace: deleteBackward()
        case .delete: deleteForward()
        case .left: move(by: -1)
        case .right: move(by: 1)
        case .home, .control("a"): moveToStart()
        case .end, .control("e"): moveToEnd()
        case .control("u"): deleteLine()
        default: break
        }
    }
}

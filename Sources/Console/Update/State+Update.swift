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

    /// Ctrl-C: first leaves what is open as Escape does, then asks for a second one; it never stops a run.
    private mutating func interrupt() -> [Effect] {
        if modal != nil, !isSending { return pressInModal(.escape) }
        if filter != nil { return pressInFilter(.escape) }
        if let until = quitsUntil, now <= until { return [.quit] }
        quitsUntil = now.adding(seconds: 2)
        say(.pressAgain, [SafeText("\(running)")])
        return []
    }

    private mutating func paste(_ text: String) -> [Effect] {
        toast = nil
        switch modal {
        case .form(let form): paste(text, into: form)
        case .preview, .stop, .help: break
        case nil:
            filter?.insert(text.filter { !$0.isNewline })
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
        case .pageDown: move(by: page)
        case .pageUp: move(by: -page)
        case .first: move(by: -.max)
        case .last: move(by: .max)
        case .open: return open()
        case .back: back()
        case .mark: mark()
        case .markAll: if focus == .targets { marks.formUnion(targets.shown.map(\.instance.id)) }
        case .unmarkAll: if focus == .targets { marks = [] }
        case .filter: if focus != .output, focus != .regions { filter = TextField(currentFilter, limit: 200) }
        case .prepare: return prepare()
        case .stop: askForStop()
        case .nextInstance: turnInstance(by: 1)
        case .previousInstance: turnInstance(by: -1)
        case .help: modal = .help(scroll: 0)
        case .reread: return reread(results: true) + [.readRegions] + rereadRegion()
        case .interrupt: return interrupt()
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
        case .output: output.scroll(by: rows, height: outputRows)
        case .errors: problems.move(by: rows)
        }
    }

    private var page: Int { max(1, (focus == .output ? outputRows : Layout(size: size, focus: focus).rows(focus)) - 1) }

    /// Rows for the lines of an output; results of several instances have a line of their own above it.
    var outputRows: Int {
        max(0, Layout(size: size, focus: focus).rows(.output) - (output.results.count > 1 ? 1 : 0))
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
            clearFilter()
        } else if focus == .output {
            focus = .invocations
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

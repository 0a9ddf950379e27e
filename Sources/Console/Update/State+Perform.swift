import CloudAssistant
import Screen

/// What the keys do in the panes.
extension State {
    mutating func perform(_ action: Action, _ key: Key? = nil) -> [Effect] {
        if action.acts, !mayAct() { return [] }
        switch action {
        case .prepare: return prepare()
        case .script: return openForm(nil)
        case .newCommand: return editNewCommand()
        case .edit: return edit()
        case .open: return open()
        case .stop: askForStop()
        case .retry: return retry()
        case .schedules: toggleSchedules()
        case .changeFrequency: askForFrequency()
        case .history: return toggleHistory()
        case .tags: prompt = Prompt(kind: .tags, field: TextField(TagWords.text(tagFilters), limit: 2000))
        case .paste: prompt = Prompt(kind: .paste, field: TextField(limit: 100_000))
        case .filter: openFilter()
        case .palette: modal = .menu(Menu(kind: .palette))
        case .help: modal = .menu(Menu(kind: .help))
        case .columns: modal = .menu(Menu(kind: .columns))
        case .messages: modal = .messages(scroll: 0)
        case .zoom: isZoomed.toggle()
        case .mouse: return toggleMouse()
        case .copyID: return copyID()
        case .copyShellLine: return copyShellLine()
        case .reread: return reread(results: true) + [.readRegions] + rereadRegion()
        case .repaint: return [.repaint]
        case .suspend: return [.suspend]
        case .quit: return quit(again: false)
        case .interrupt: break
        case .pane: goToPane(key)
        case .nextPane: turnPane(by: 1)
        case .previousPane: turnPane(by: -1)
        case .back: back()
        case .mark, .markRange, .markAll, .invertMarks, .unmarkAll, .dropUnready, .sort, .reverseSort:
            changeTargets(action)
        case .nextInstance, .previousInstance, .follow, .wrap, .pager, .nextMatch, .previousMatch:
            return look(action)
        case .down, .up, .left, .right, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last: move(action)
        }
        return []
    }

    private mutating func goToPane(_ key: Key?) {
        guard case .character(let digit) = key, let pane = Int(digit).flatMap(Pane.init) else { return }
        focus = pane
    }

    /// Goes to a neighbouring pane; inside a form through its fields first.
    private mutating func turnPane(by count: Int) {
        if focus == .parameters, let form, form.place != (count > 0 ? form.places.last : form.places.first) {
            var form = form
            advance(&form, by: count)
            self.form = form
            return
        }
        let panes = Pane.allCases
        let index = panes.firstIndex(of: focus) ?? 0
        focus = panes[(index + count + panes.count) % panes.count]
    }

    private mutating func toggleMouse() -> [Effect] {
        usesMouse.toggle()
        say(usesMouse ? .mouseOn : .mouseOff)
        return [.setMouse(usesMouse)]
    }

    // MARK: - Moving

    private mutating func move(_ action: Action) {
        switch action {
        case .down: move(by: 1)
        case .up: move(by: -1)
        case .pageDown: move(by: page)
        case .pageUp: move(by: -page)
        case .halfPageDown: move(by: max(1, page / 2))
        case .halfPageUp: move(by: -max(1, page / 2))
        case .first: move(by: -.max)
        case .last: move(by: .max)
        case .left: slide(by: -1)
        default: slide(by: 1)
        }
    }

    mutating func move(by rows: Int) {
        switch focus {
        case .regions: regions.move(by: rows)
        case .targets: targets.move(by: rows)
        case .commands:
            commands.move(by: rows)
            previewScroll = 0
        case .parameters: form?.move(by: rows)
        case .preview: scrollPreview(by: rows)
        case .invocations: invocations.move(by: rows)
        case .output:
            if output.isReading { output.withText { $0.scroll(by: rows) } } else { output.move(by: rows) }
        case .errors: problems.move(by: rows)
        }
    }

    private mutating func slide(by count: Int) {
        switch focus {
        case .parameters:
            form?.turnChoice(by: count)
            recheckForm()
        case .output: output.withText { $0.slide(by: count) }
        default: break
        }
    }

    private var page: Int {
        let rows = focus == .output && output.isReading ? OutputLayout(self).text.rows : layout.rows(focus)
        return max(1, rows - 1)
    }

    // MARK: - In and out

    /// Enter opens and never sends: the region's instances, all of an instance, the form of a command, the output of an
    /// invocation, what an error is about.
    private mutating func open() -> [Effect] {
        switch focus {
        case .regions:
            guard let region = regions.current?.id else { return [] }
            focus = .targets
            return choose(region)
        case .targets:
            if let id = targets.current?.instance.id { modal = .detail(id, scroll: 0) }
        case .commands: return mayAct() ? commands.current.map { openForm($0) } ?? [] : []
        case .parameters: return openPlace()
        case .preview: return mayAct() ? arm() : []
        case .invocations: return invocations.current.map { show($0.id) } ?? []
        case .output: output.read()
        case .errors: return openCause()
        }
        return []
    }

    mutating func choose(_ region: RegionID) -> [Effect] {
        guard self.region != region else { return [] }
        self.region = region
        clearMarks()
        tagFilters = []
        tagged = []
        if form?.region != region { dropForm() }
        targets = Listing()
        commands = Listing()
        invocations = Listing()
        output = OutputView()
        pendingInstance = nil
        invocationReading = Reading()
        resultReading = Reading()
        running = 0
        memory.region = region
        return rereadRegion() + reread(results: false) + [.readEarlierInvocations(region), .remember(memory)]
    }

    func rereadRegion() -> [Effect] {
        guard let region else { return [] }
        return [.readTargets(region), .readCommands(region)]
    }

    mutating func show(_ id: InvokeID) -> [Effect] {
        focus = .output
        pendingInstance = nil
        output.open(id)
        return reread(results: true)
    }

    /// One step out: a filter, a search, the whole screen, a text, a form.
    private mutating func back() {
        if !currentFilter.isEmpty {
            setFilter("")
        } else if focus == .output, !output.text.pattern.isEmpty {
            output.withText { _ = $0.search("") }
        } else if focus == .targets, isMarkingRange {
            isMarkingRange = false
        } else if isZoomed {
            isZoomed = false
        } else if focus == .output {
            if !output.leaveText() { focus = .invocations }
        } else if focus == .parameters {
            focus = form?.command == nil ? .targets : .commands
        } else if focus == .preview, form != nil {
            focus = .parameters
        }
    }

    // MARK: - Reading

    /// Asks for the invocations, and for the open output when `results` says so.
    mutating func reread(results: Bool) -> [Effect] {
        guard let region else { return [] }
        var effects: [Effect] = []
        if invocationReading.ask() { effects.append(.readInvocations(region)) }
        if results, let id = output.invokeID, resultReading.ask() { effects.append(readResults(region, id)) }
        return effects
    }

    /// True when something may be sent or stopped from here; says why not.
    mutating func mayAct() -> Bool {
        guard mayOnlyLook else { return true }
        if let engineProcess {
            say(.sharedEngine, [SafeText("\(engineProcess)")], as: .warning)
        } else {
            say(.readOnlyRefusal, as: .warning)
        }
        return false
    }
}

import CloudAssistant
import Screen

/// What lies over the panes takes the keys first.
extension State {
    mutating func pressInModal(_ key: Key) -> [Effect] {
        switch modal {
        case .form(let form): press(key, in: form)
        case .preview(let preview): return press(key, in: preview)
        case .stop(let question): return press(key, in: question)
        case .help(let scroll): pressInHelp(key, scroll)
        case nil: break
        }
        return []
    }

    /// True while a form is on its way: what was sent cannot be called back by leaving.
    var isSending: Bool {
        if case .preview(let preview) = modal { return preview.isSending }
        return false
    }

    // MARK: - Help

    private mutating func pressInHelp(_ key: Key, _ scroll: Int) {
        let page = max(1, helpRows - 1)
        let last = max(0, Binding.all.count - helpRows)
        func turn(by rows: Int) { modal = .help(scroll: max(0, min(min(scroll, last) + rows, last))) }
        switch Binding.action(key) {
        case .down: turn(by: 1)
        case .up: turn(by: -1)
        case .pageDown: turn(by: page)
        case .pageUp: turn(by: -page)
        case .first: turn(by: -last)
        case .last: turn(by: last)
        default: modal = nil
        }
    }

    /// Rows that the help has for its lines.
    var helpRows: Int { max(1, min(Binding.all.count, Layout(size: size, focus: focus).body.rows - 2)) }

    // MARK: - Stopping

    mutating func askForStop() {
        let id = focus == .output ? output.invokeID : invocations.current?.id
        guard focus == .output || focus == .invocations,
            let invocation = invocations.entries.first(where: { $0.id == id })
        else { return }
        guard mayAct() else { return }
        let open = invocation.results.count { !$0.state.isFinal }
        guard open > 0 else { return say(.nothingToStop, [SafeText(invocation.id.text)]) }
        modal = .stop(StopQuestion(invokeID: invocation.id, open: open))
    }

    private mutating func press(_ key: Key, in question: StopQuestion) -> [Effect] {
        var question = question
        switch key {
        case .left, .right, .tab, .backTab:
            question.isOnStop.toggle()
            modal = .stop(question)
        case .enter:
            modal = nil
            if question.isOnStop, let region { return [.stop(region, question.invokeID)] }
        case .escape, .character("q"): modal = nil
        default: break
        }
        return []
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

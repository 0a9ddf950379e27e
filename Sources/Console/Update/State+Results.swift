import CloudAssistant
import Screen

/// What is done with what was run: looking, stopping, trying again.
extension State {
    /// The invocation that the keys are about.
    var chosenInvocation: Invocation? {
        guard focus == .output else { return invocations.current }
        return invocations.entries.first { $0.id == output.invokeID }
    }

    // MARK: - Looking

    mutating func look(_ action: Action) -> [Effect] {
        switch action {
        case .nextInstance: output.turn(by: 1)
        case .previousInstance: output.turn(by: -1)
        case .follow: output.withText { $0.toggleFollow() }
        case .wrap:
            output.withText { $0.toggleWrap() }
            say(output.text.wraps ? .wrapOn : .wrapOff)
        case .pager:
            guard let result = output.current else { return [] }
            return [.findWhole(result.key)]
        default:
            var isFound = false
            output.withText { isFound = $0.nextMatch(forward: action == .nextMatch) }
            guard isFound else {
                say(.notFound, [SafeText(output.text.pattern)], as: .warning)
                return []
            }
            output.read()
        }
        return []
    }

    /// Shows the whole output: the file that has it, or what is known here.
    mutating func page(_ key: AttemptKey, _ path: String?) -> [Effect] {
        if let path {
            say(.wholeIn, [SafeText(path)])
            return [.page(.file(path))]
        }
        return output.results.first { $0.key == key }.map { [.page(.bytes($0.output))] } ?? []
    }

    // MARK: - Stopping

    mutating func askForStop() {
        guard let invocation = chosenInvocation else { return }
        let open = invocation.results.count { !$0.state.isFinal }
        guard open > 0 else { return say(.nothingToStop, [SafeText(invocation.id.text)]) }
        modal = .stop(StopQuestion(invokeID: invocation.id, open: open))
    }

    mutating func press(_ key: Key, in question: StopQuestion) -> [Effect] {
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

    // MARK: - Trying again

    /// Prepares the same run on the instances where it did not succeed, and nowhere else.
    mutating func retry() -> [Effect] {
        guard let invocation = chosenInvocation else { return [] }
        let states = focus == .output && output.invokeID == invocation.id ? output.results : invocation.results
        let failed = states.filter { Conservation.isRetried($0.state) }.map(\.instanceID)
        guard !failed.isEmpty else {
            say(.nothingFailed, [SafeText(invocation.id.text)])
            return []
        }
        let known = failed.filter { targets.entry($0.text) != nil }
        guard !known.isEmpty else {
            say(.targetsGone, as: .warning)
            return []
        }
        dropForm()
        tagFilters = []
        tagged = []
        clearMarks()
        marks.mark(known)
        form = Form(again: invocation, library: commands.entries)
        refreshMarked()
        focus = .parameters
        if known.count < failed.count {
            say(.retryPartly, [SafeText("\(known.count)"), SafeText("\(failed.count - known.count)")], as: .warning)
        } else {
            say(.retryReady, [SafeText("\(known.count)"), SafeText(setup.keys.key(for: .prepare)?.name ?? "-")])
        }
        return [.drawToken]
    }

    // MARK: - Errors

    /// Goes to what an error is about: the field, the targets, or the output of the instance.
    mutating func openCause() -> [Effect] {
        switch problems.current?.kind {
        case .failed(let id, let instance, _, _):
            let effects = show(id)
            output.turn(to: instance)
            pendingInstance = instance
            return effects
        case .refused(let error):
            if form == nil { say(.noFormToCorrect) } else { goToField(of: error) }
        case nil: break
        }
        return []
    }
}

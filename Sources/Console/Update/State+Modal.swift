import CloudAssistant
import Screen

/// Preparing, confirming and stopping: the only ways to something that cannot be taken back.
extension State {
    mutating func prepare() -> [Effect] {
        guard let region else { return [] }
        guard !mayOnlyLook else {
            say(engineProcess == nil ? .readOnlyRefusal : .sharedEngine, holder, as: .warning)
            return []
        }
        let marked = targets.entries.filter { marks.contains($0.instance.id) }
        let chosen = marked.isEmpty ? targets.current.map { [$0] } ?? [] : marked
        guard !chosen.isEmpty else {
            say(.noTargets, as: .warning)
            return []
        }
        let command = focus == .commands ? commands.current : nil
        modal = .form(Form(command, on: chosen.map(\.instance), in: region))
        return [.drawToken]
    }

    private var holder: [SafeText] { engineProcess.map { [SafeText("\($0)")] } ?? [] }

    mutating func askForStop() {
        let id = focus == .output ? output.invokeID : invocations.current?.id
        guard focus == .output || focus == .invocations,
            let invocation = invocations.entries.first(where: { $0.id == id })
        else { return }
        guard !mayOnlyLook else {
            return say(engineProcess == nil ? .readOnlyRefusal : .sharedEngine, holder, as: .warning)
        }
        let open = invocation.results.count { !$0.state.isFinal }
        guard open > 0 else { return say(.nothingToStop, [SafeText(invocation.id.text)]) }
        modal = .stop(StopQuestion(invokeID: invocation.id, open: open))
    }

    mutating func pressInModal(_ key: Key) -> [Effect] {
        switch modal {
        case .form(let form): return press(key, in: form)
        case .preview(let preview): return press(key, in: preview)
        case .stop(let question): return press(key, in: question)
        case .help(let scroll): pressInHelp(key, scroll)
        case nil: break
        }
        return []
    }

    private mutating func pressInHelp(_ key: Key, _ scroll: Int) {
        switch key {
        case .down, .character("j"): modal = .help(scroll: min(scroll + 1, Binding.all.count))
        case .up, .character("k"): modal = .help(scroll: max(0, scroll - 1))
        default: modal = nil
        }
    }

    // MARK: - The form

    private mutating func press(_ key: Key, in form: Form) -> [Effect] {
        var form = form
        switch (key, form.place) {
        case (.escape, _), (.enter, .cancel):
            modal = nil
            return []
        case (.enter, .preview):
            preview(form)
            return []
        case (.enter, .content): edit(.character("\n"), &form)
        case (.tab, _), (.enter, _): form.move(by: 1)
        case (.backTab, _): form.move(by: -1)
        case (.down, .content), (.up, .content):
            var field = form.content
            if field.moveLine(by: key == .down ? 1 : -1) {
                form.content = field
            } else {
                form.move(by: key == .down ? 1 : -1)
            }
        case (.down, _): form.move(by: 1)
        case (.up, _): form.move(by: -1)
        case (.left, .preview), (.right, .cancel): form.place = form.place == .preview ? .cancel : .preview
        case (.left, .terminationMode), (.right, .terminationMode), (.character(" "), .terminationMode):
            form.terminationMode = form.terminationMode == .process ? .processTree : .process
        default: edit(key, &form)
        }
        modal = .form(form)
        return []
    }

    private func edit(_ key: Key, _ form: inout Form) {
        guard var field = form[form.place] else { return }
        let before = field.letters
        field.press(key)
        form[form.place] = field
        if field.letters != before { form.error = nil }
    }

    private mutating func preview(_ form: Form) {
        do throws(APIError) {
            let script = try form.script(limits)
            modal = .preview(Preview(form: form, script: script))
        } catch {
            refuse(error, form)
        }
    }

    /// A refusal goes to the errors, and the cursor to the field that it is about.
    private mutating func refuse(_ error: APIError, _ form: Form) {
        var form = form
        form.show(error)
        modal = .form(form)
        note(error)
    }

    mutating func note(_ error: APIError) {
        refusals.insert(Problem(kind: .refused(error), time: now, number: refusals.count), at: 0)
        listProblems()
        problems.move(by: -.max)
    }

    // MARK: - The preview

    private mutating func press(_ key: Key, in preview: Preview) -> [Effect] {
        var preview = preview
        switch key {
        case .escape:
            // What was sent cannot be called back by leaving.
            guard !preview.isSending else { return [] }
            modal = .form(preview.form)
            return []
        case .enter:
            guard !preview.isSending, preview.form.token != nil else { return [] }
            guard preview.answer.text == preview.expected else {
                say(.wrongAnswer, [SafeText(preview.expected)], as: .warning)
                return []
            }
            preview.isSending = true
            modal = .preview(preview)
            return [.send(preview.form.request)]
        case .down, .pageDown: preview.scroll = min(preview.scroll + 1, max(0, preview.scriptLines - 1))
        case .up, .pageUp: preview.scroll = max(0, preview.scroll - 1)
        default: if !preview.isSending { preview.answer.press(key) }
        }
        modal = .preview(preview)
        return []
    }

    // MARK: - Stopping

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

    // MARK: - Answers

    mutating func accepted(_ id: InvokeID) -> [Effect] {
        modal = nil
        focus = .output
        output.open(id)
        marks = []
        say(.accepted, [SafeText(id.text)], as: .success)
        return reread(results: true)
    }

    mutating func refusedForm(_ error: APIError) {
        switch modal {
        case .preview(let preview): refuse(error, preview.form)
        case .form(let form): refuse(error, form)
        case .stop, .help, nil: note(error)
        }
    }
}

extension Preview {
    /// How many lines the script has.
    var scriptLines: Int { script.count { $0 == "\n" } + 1 }
}

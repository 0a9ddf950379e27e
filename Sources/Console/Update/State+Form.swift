import CloudAssistant
import Screen

/// Preparing a run. Nothing of it leaves the console.
extension State {
    /// The instances that a run would go to: the marked ones, or else the one under the cursor.
    public var chosen: [Target] {
        let marked = targets.entries.filter { marks.contains($0.instance.id) }
        return marked.isEmpty ? targets.current.map { [$0] } ?? [] : marked
    }

    mutating func prepare() -> [Effect] {
        guard let region, mayAct() else { return [] }
        let chosen = chosen
        guard !chosen.isEmpty else {
            say(.noTargets, as: .warning)
            return []
        }
        let command = focus == .commands ? commands.current : nil
        modal = .form(Form(command, on: chosen, in: region))
        return [.drawToken]
    }

    mutating func press(_ key: Key, in form: Form) {
        var form = form
        let wasLeaving = form.isLeaving
        form.isLeaving = false
        switch (key, form.place) {
        case (.escape, _), (.enter, .cancel): return leave(form, wasLeaving)
        case (.enter, .preview): return preview(form)
        case (.enter, .content): edit(.character("\n"), &form)
        case (.tab, _), (.enter, _): form.move(by: 1)
        case (.backTab, _): form.move(by: -1)
        case (.down, .content), (.up, .content): moveLine(by: key == .down ? 1 : -1, &form)
        case (.down, _): form.move(by: 1)
        case (.up, _): form.move(by: -1)
        case (.left, .preview), (.right, .cancel): form.place = form.place == .preview ? .cancel : .preview
        case (.left, .terminationMode), (.right, .terminationMode), (.character(" "), .terminationMode):
            form.terminationMode = form.terminationMode == .process ? .processTree : .process
            form.error = nil
        default: edit(key, &form)
        }
        modal = .form(form)
    }

    /// A typed script is not lost by one key.
    private mutating func leave(_ form: Form, _ wasLeaving: Bool) {
        guard form.holdsWork, !wasLeaving else {
            modal = nil
            return
        }
        var form = form
        form.isLeaving = true
        modal = .form(form)
        say(.leaveAgain, as: .warning)
    }

    private func moveLine(by count: Int, _ form: inout Form) {
        var field = form.content
        if field.moveLine(by: count) {
            form.content = field
        } else {
            form.move(by: count)
        }
    }

    private func edit(_ key: Key, _ form: inout Form) {
        guard var field = form[form.place] else { return }
        let before = field.letters
        if case .character(let text) = key {
            form.insert(text)
        } else {
            field.press(key)
            form[form.place] = field
        }
        if form[form.place]?.letters != before { form.error = nil }
    }

    mutating func paste(_ text: String, into form: Form) {
        var form = form
        form.isLeaving = false
        form.insert(text)
        form.error = nil
        modal = .form(form)
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

    mutating func refusedForm(_ error: APIError) {
        guard case .preview(let preview) = modal, preview.isSending else {
            note(error)
            return say(.refused, [SafeText(error.code.text)], as: .error)
        }
        refuse(error, preview.form)
    }
}

import CloudAssistant
import Screen

/// Preparing a run. Nothing of it leaves the console.
extension State {
    /// Goes on with the run that is being prepared, or begins one.
    mutating func prepare() -> [Effect] {
        switch focus {
        case .commands: return commands.current.map { openForm($0) } ?? []
        case .parameters, .preview: return form == nil ? openForm(nil) : arm()
        default:
            guard let form else { return openForm(nil) }
            focus = .parameters
            // A script that is written is not typed in by whoever presses the key once more, to see the preview.
            if form.command == nil, form.text(.content).isEmpty { beginEditing() }
            return []
        }
    }

    /// Opens the form of a command, or of a script that is typed; one that is open already stays as it is.
    mutating func openForm(_ command: Command?) -> [Effect] {
        guard let region else { return [] }
        preview = nil
        previewScroll = 0
        focus = .parameters
        defer { recheckForm() }
        if let form, form.command?.id == command?.id {
            // What is filled in is not typed in by whoever presses the key once more, to see the preview.
            if form.text(form.place).isEmpty { beginEditing() }
            return []
        }
        defer { beginEditing() }
        dropForm()
        form = Form(command, in: region, script: command == nil ? setAsideScript : "")
        if command == nil { setAsideScript = "" }
        return [.drawToken]
    }

    /// Lets a form go; a script that somebody typed is set aside.
    mutating func dropForm() {
        if let form, form.command == nil, form.holdsWork { setAsideScript = form.text(.content) }
        form = nil
        preview = nil
    }

    /// Puts the keys into the field under the cursor, if it is one to type in.
    private mutating func beginEditing() {
        guard let form, form[form.place] != nil, form.choices(form.place).isEmpty else { return }
        self.form?.isEditing = true
    }

    mutating func recheckForm() {
        guard var form else { return }
        form.recheck(aim, RuleBook(limits: setup.limits, now: now, zones: setup.zones))
        self.form = form
    }

    /// Enter on a place of the form.
    mutating func openPlace() -> [Effect] {
        guard let form else { return [] }
        switch form.place {
        case .more: self.form?.isFolded.toggle()
        case .preview: return mayAct() ? arm() : []
        case let place where !form.choices(place).isEmpty:
            self.form?.turnChoice(by: 1)
            recheckForm()
        default: if mayAct() { self.form?.isEditing = true }
        }
        return []
    }

    // MARK: - In a field

    mutating func pressInField(_ key: Key) -> [Effect] {
        guard var form else { return [] }
        switch (key, form.place) {
        case (.escape, _): form.isEditing = false
        case (.enter, .content): form.insert("\n")
        case (.tab, _): advance(&form, by: 1)
        case (.enter, _):
            advance(&form, by: 1)
            // What is folded away is not in the way of whoever presses Enter through the form.
            if form.place == .more, form.isFolded { advance(&form, by: 1) }
        case (.backTab, _): advance(&form, by: -1)
        case (.down, .content), (.up, .content):
            let rows = key == .down ? 1 : -1
            var moved = false
            form.change { moved = $0.moveLine(by: rows) }
            if !moved { advance(&form, by: rows) }
        case (.down, _): advance(&form, by: 1)
        case (.up, _): advance(&form, by: -1)
        case (.control("p"), _): recall(&form, by: 1)
        case (.control("n"), _): recall(&form, by: -1)
        case (.control("e"), .content) where mayAct(): return [.edit(.script, form.text(.content))]
        case (.character(let text), _): form.insert(text)
        default: form.change { $0.press(key) }
        }
        self.form = form
        recheckForm()
        return []
    }

    /// Goes to another place; the keys follow into fields, not into what is chosen or folded.
    func advance(_ form: inout Form, by count: Int) {
        form.move(by: count)
        form.isEditing = form[form.place] != nil && form.choices(form.place).isEmpty
    }

    /// Puts in a value that the parameter was given before.
    private func recall(_ form: inout Form, by count: Int) {
        guard case .parameter(let name) = form.place else { return }
        let values = memory.recents(name, of: form.command)
        guard !values.isEmpty else { return }
        let index = values.firstIndex(of: form.text(form.place)) ?? (count > 0 ? -1 : values.count)
        form.set(form.place, to: values[max(0, min(index + count, values.count - 1))])
    }

    mutating func pasteIntoForm(_ text: String) {
        guard let form, form[form.place] != nil, form.choices(form.place).isEmpty, mayAct() else { return }
        self.form?.isEditing = true
        self.form?.insert(text)
        recheckForm()
    }

    // MARK: - To the preview

    /// Goes on to the preview if the form breaks no rule. The targets are those of this moment from here on.
    mutating func arm() -> [Effect] {
        guard form != nil else { return [] }
        form?.isEditing = false
        form?.wasTried = true
        let aim = aim
        guard !aim.targets.isEmpty else {
            focus = .targets
            say(.noTargets, as: .warning)
            return []
        }
        recheckForm()
        guard let form else { return [] }
        if let problem = form.problem {
            note(problem)
            goToField(of: problem)
            return []
        }
        preview = Preview(
            form: form, aim: aim, environment: setup.isProtected ? setup.environment ?? form.region.text : nil,
            earlier: EarlierRun.find(form, aim, among: invocations.entries, now: now))
        focus = .preview
        return []
    }

    /// Puts the cursor where an error can be put right: a field of the form, or the targets.
    mutating func goToField(of error: APIError) {
        guard let form else { return }
        if let place = Form.place(of: error, in: form) {
            focus = .parameters
            self.form?.go(to: place)
            beginEditing()
            return
        }
        guard error.isAboutTargets else {
            focus = .parameters
            return
        }
        focus = .targets
        if let id = error.facts[.instance] { targets.select(id) }
        sayRefused(error, form)
    }

    /// Says what to do about targets that a run cannot have.
    private mutating func sayRefused(_ error: APIError, _ form: Form) {
        let code = SafeText(error.code.text)
        let mayDrop = aim.kind == .marks && !aim.obstructed(form.type).isEmpty
        guard mayDrop, let key = setup.keys.key(for: .dropUnready) else {
            return say(.refusedTargets, [code], as: .error)
        }
        say(.refusedUnready, [code, SafeText(key.name)], as: .error)
    }

    mutating func note(_ error: APIError) {
        refusals.insert(Problem(kind: .refused(error), time: now, number: refusals.count), at: 0)
        listProblems()
        problems.move(by: -.max)
    }
}

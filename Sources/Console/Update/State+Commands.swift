import CloudAssistant
import Screen

/// Making and changing commands in the operator's editor.
extension State {
    func editNewCommand() -> [Effect] { [.edit(.newCommand, CommandSheet().text(language))] }

    mutating func edit() -> [Effect] {
        if focus == .parameters {
            guard let form else { return [] }
            if form.command == nil { return [.edit(.script, form.text(.content))] }
            return form.command.map { edit($0) } ?? []
        }
        return commands.current.map { edit($0) } ?? []
    }

    /// A command of the starter library is not changed: a copy of it is made.
    private mutating func edit(_ command: Command) -> [Effect] {
        var sheet = CommandSheet(command)
        guard command.provider != nil else { return [.edit(.command(command.id), sheet.text(language))] }
        sheet.name = "my-" + command.name
        return [.edit(.newCommand, sheet.text(language))]
    }

    mutating func take(_ edited: Edited, _ task: EditTask) -> [Effect] {
        switch edited {
        case .failed(let why, let path):
            if let path {
                say(.editorFailedKept, [SafeText(why), SafeText(path)], as: .error)
            } else {
                say(.editorFailed, [SafeText(why)], as: .error)
            }
            return []
        case .text(let text):
            guard task == .script else { return save(text, task) }
            form?.go(to: .content)
            if form?.command == nil { form?.set(.content, to: text) }
            recheckForm()
            return []
        }
    }

    /// Checks an edited command by the service's own rules; one that breaks a rule is kept to be edited again.
    mutating func save(_ text: String, _ task: EditTask) -> [Effect] {
        guard let region else { return [] }
        let old: Command? =
            if case .command(let id) = task { commands.entries.first { $0.id == id } } else { nil }
        let before = old.map { CommandSheet($0) } ?? CommandSheet()
        let sheet = CommandSheet(text)
        guard sheet != before, !sheet.script.allSatisfy(\.isWhitespace) else {
            say(.nothingChanged)
            return []
        }
        do throws(APIError) {
            _ = try sheet.draft.checked(setup.limits, defaultEncoding: .plainText, needsName: true)
        } catch {
            note(error)
            modal = .unsaved(UnsavedCommand(task: task, text: text, error: error))
            return []
        }
        modal = .unsaved(UnsavedCommand(task: task, text: text))
        return [.save(region, sheet.draft, as: old?.id)]
    }

    mutating func saved(_ id: CommandID) -> [Effect] {
        if case .unsaved(let unsaved) = modal {
            let sheet = CommandSheet(unsaved.text)
            let old = commands.entries.first { $0.id == id }
            if let old, !old.enablesParameters, Template(sheet.script).hasPlaces {
                say(.savedWithoutParameters, [SafeText(sheet.name)], as: .warning)
            } else {
                say(.commandSaved, [SafeText(sheet.name)], as: .success)
            }
            modal = nil
        }
        savedCommand = id
        // A form of the command as it was would run what nobody sees any more.
        if form?.command?.id == id { dropForm() }
        return region.map { [.readCommands($0)] } ?? []
    }

    mutating func refusedCommand(_ error: APIError) {
        note(error)
        guard case .unsaved(var unsaved) = modal else {
            return say(.refused, [SafeText(error.code.text)], as: .error)
        }
        unsaved.error = error
        modal = .unsaved(unsaved)
    }

    mutating func press(_ key: Key, in unsaved: UnsavedCommand) -> [Effect] {
        guard unsaved.error != nil else { return [] }
        var unsaved = unsaved
        switch key {
        case .left, .right, .tab, .backTab:
            unsaved.isOnDiscard.toggle()
            modal = .unsaved(unsaved)
        case .enter where unsaved.isOnDiscard: modal = nil
        case .enter:
            modal = nil
            return [.edit(unsaved.task, unsaved.text)]
        default: break
        }
        return []
    }
}

public import CloudAssistant
import Screen

extension State {
    /// Takes an event at a moment; what is to be done because of it comes back as data.
    public mutating func update(_ event: Event, at moment: Timestamp) -> [Effect] {
        now = moment
        if let until = toast?.until, until <= now { toast = nil }
        defer { settle() }
        switch event {
        case .key(let key): return press(key)
        case .paste(let text): return paste(text)
        case .click(let position): return click(position)
        case .wheel(let rows, let position): return wheel(rows, position)
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
        case .edited(let task, let edited): return take(edited, task)
        case .copied(let copied): take(copied)
        case .notice(let text): say(SafeText(text), as: .warning)
        }
        return []
    }

    /// Keeps every cursor on the screen.
    private mutating func settle() {
        let layout = layout
        targets.reveal(height: layout.rows(.targets))
        regions.reveal(height: layout.rows(.regions))
        commands.reveal(height: layout.rows(.commands))
        invocations.reveal(height: layout.rows(.invocations))
        problems.reveal(height: layout.rows(.errors))
        let text = OutputLayout(self).text
        output.withText { $0.fit(width: text.columns, height: text.rows) }
        // Without marks the cursor is the target, and what is wrong with the form follows it.
        if preview == nil, aim.kind == .cursor { recheckForm() }
    }

    /// Which pane is where now.
    var layout: Layout { Layout(size: size, focus: focus, isZoomed: isZoomed) }

    // MARK: - Keys

    private mutating func press(_ key: Key) -> [Effect] {
        // Escape and the key behind it may come at once from far away. Nobody is to lose either of them.
        if case .alt(let letter) = key, setup.keys.action(key, in: focus) == nil {
            return press(.escape) + press(.character(String(letter)))
        }
        let mayQuit = quitsUntil.map { now <= $0 } ?? false
        quitsUntil = nil
        toast = nil
        switch key {
        case .control("c"): return interrupt(again: mayQuit)
        case .control("l"): return [.repaint]
        case .control("z"): return [.suspend]
        default: break
        }
        if modal != nil { return pressInModal(key) }
        if prompt != nil { return pressInPrompt(key) }
        if preview != nil { return pressInPreview(key) }
        if focus == .parameters, form?.isEditing == true { return pressInField(key) }
        guard let action = setup.keys.action(key, in: focus) else { return [] }
        if action == .quit { return quit(again: mayQuit) }
        return perform(action, key)
    }

    /// Ctrl-C: first leaves what is open as Escape does, then asks for a second one; it never stops a run.
    private mutating func interrupt(again: Bool) -> [Effect] {
        if let open = modal {
            let effects = pressInModal(.escape)
            // What Escape does not close must not keep anybody here.
            if modal != open { return effects }
        }
        if prompt != nil { return pressInPrompt(.escape) }
        if let preview, !preview.isSending { return pressInPreview(.escape) }
        if focus == .parameters, form?.isEditing == true { return pressInField(.escape) }
        if again { return [.quit] }
        quitsUntil = now.adding(seconds: 2)
        say(.pressAgain, [SafeText("\(running)")])
        return []
    }

    /// Leaves a pane that has the whole screen, or a text; else quits, and asks when a prepared run would be lost.
    mutating func quit(again: Bool) -> [Effect] {
        if isZoomed {
            isZoomed = false
            return []
        }
        if focus == .output, output.leaveText() { return [] }
        if form?.holdsWork == true || !setAsideScript.isEmpty, !again {
            quitsUntil = now.adding(seconds: 5)
            say(.quitAgain, as: .warning)
            return []
        }
        return [.quit]
    }

    private mutating func paste(_ text: String) -> [Effect] {
        toast = nil
        if modal != nil {
            pasteIntoModal(text)
        } else if prompt != nil {
            pasteIntoPrompt(text)
        } else if preview != nil {
            // An answer is typed, never pasted: whoever sends has counted.
        } else if focus == .parameters, form != nil {
            pasteIntoForm(text)
        } else if focus == .targets {
            markPasted(text)
        }
        return []
    }
}

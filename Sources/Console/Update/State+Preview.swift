import CloudAssistant
import Screen

/// Confirming a run: the only way to send one.
extension State {
    /// True while a form is on its way: what was sent cannot be called back by leaving.
    var isSending: Bool { preview?.isSending ?? false }

    mutating func pressInPreview(_ key: Key) -> [Effect] {
        guard let preview, !preview.isSending else { return [] }
        switch key {
        case .escape:
            self.preview = nil
            focus = .parameters
        case .enter: return send(preview)
        case .down: scrollPreview(by: 1)
        case .up: scrollPreview(by: -1)
        case .pageDown: scrollPreview(by: max(1, PreviewText(self).height - 1))
        case .pageUp: scrollPreview(by: -max(1, PreviewText(self).height - 1))
        case .control("x"): dropFromPreview()
        // A count has digits only: a key that was meant for something else does not spoil it.
        case .character(let text) where preview.environment == nil && !text.allSatisfy(\.isNumber): break
        default: self.preview?.answer.press(key)
        }
        return []
    }

    mutating func scrollPreview(by lines: Int) {
        let text = PreviewText(self)
        let (target, overflow) = text.first.addingReportingOverflow(lines)
        let first = max(0, min(overflow ? (lines < 0 ? 0 : text.lastFirst) : target, text.lastFirst))
        if preview != nil { preview?.scroll = first } else { previewScroll = first }
    }

    /// Leaves out the targets that the command would not reach; the answer is asked for anew.
    private mutating func dropFromPreview() {
        guard let preview, !preview.aim.isByTags else { return }
        let unready = Set(preview.aim.obstructed(preview.form.type).map(\.instance.id))
        let left = preview.aim.targets.filter { !unready.contains($0.instance.id) }
        guard !unready.isEmpty else { return say(.allReady) }
        guard !left.isEmpty else { return say(.noneReady, as: .warning) }
        self.preview?.aim.targets = left
        self.preview?.answer = Preview.emptyAnswer
        marks.keep { !unready.contains($0) }
        refreshMarked()
        say(.dropped, [SafeText("\(unready.count)"), SafeText("\(left.count)")], as: .success)
    }

    private mutating func send(_ preview: Preview) -> [Effect] {
        guard preview.form.token != nil else {
            say(.waitForToken, as: .warning)
            return []
        }
        guard preview.answer.text == preview.expected else {
            say(.wrongAnswer, [SafeText(preview.expected)], as: .warning)
            return []
        }
        self.preview?.isSending = true
        return [.send(preview.form.request(to: preview.aim))]
    }

    // MARK: - The answer

    mutating func accepted(_ id: InvokeID) -> [Effect] {
        var effects: [Effect] = []
        if let preview, preview.isSending {
            memory.keep(preview.form)
            effects.append(.remember(memory))
            self.preview = nil
            form = nil
            prompt = nil
            modal = nil
            previewScroll = 0
            focus = .output
        }
        if focus == .output || focus == .invocations { output.open(id) }
        say(.accepted, [SafeText(id.text)], as: .success)
        return reread(results: true) + effects
    }

    /// A refusal goes to the errors, and the cursor to the field that it is about.
    mutating func refusedForm(_ error: APIError) {
        note(error)
        guard let preview, preview.isSending else {
            return say(.refused, [SafeText(error.code.text)], as: .error)
        }
        self.preview = nil
        // What was changed while it was on its way was not taken over.
        renewForm()
        form?.refusal = error
        goToField(of: error)
    }
}

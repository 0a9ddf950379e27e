import CloudAssistant
import Screen

/// Confirming a run: the only way to send one.
extension State {
    mutating func press(_ key: Key, in preview: Preview) -> [Effect] {
        guard !preview.isSending else { return [] }
        var preview = preview
        switch key {
        case .escape:
            modal = .form(preview.form)
            return []
        case .enter: return send(preview)
        case .down: scroll(&preview, by: 1)
        case .up: scroll(&preview, by: -1)
        case .pageDown: scroll(&preview, by: max(1, PreviewText(preview, self).height - 1))
        case .pageUp: scroll(&preview, by: -max(1, PreviewText(preview, self).height - 1))
        default: preview.answer.press(key)
        }
        modal = .preview(preview)
        return []
    }

    private func scroll(_ preview: inout Preview, by lines: Int) {
        let text = PreviewText(preview, self)
        preview.scroll = max(0, min(text.first + lines, text.lastFirst))
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
        var preview = preview
        preview.isSending = true
        modal = .preview(preview)
        return [.send(preview.form.request)]
    }

    mutating func accepted(_ id: InvokeID) -> [Effect] {
        if isSending { modal = nil }
        focus = .output
        filter = nil
        output.open(id)
        marks = []
        say(.accepted, [SafeText(id.text)], as: .success)
        return reread(results: true)
    }
}

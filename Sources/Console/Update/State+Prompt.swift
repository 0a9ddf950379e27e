import CloudAssistant
import Screen

/// The line at the bottom: filters, searches, tags, lists.
extension State {
    mutating func openFilter() {
        if focus == .output {
            output.read()
            prompt = Prompt(kind: .search, field: TextField(output.text.pattern, limit: 200))
        } else {
            prompt = Prompt(kind: .filter, field: TextField(currentFilter, limit: 400))
        }
    }

    mutating func pressInPrompt(_ key: Key) -> [Effect] {
        guard let kind = prompt?.kind else { return [] }
        switch key {
        case .enter: return finishPrompt()
        case .escape:
            prompt = nil
            if kind == .filter { setFilter("") }
            if kind == .search { output.withText { _ = $0.search("") } }
        case .down where kind == .filter: move(by: 1)
        case .up where kind == .filter: move(by: -1)
        default:
            prompt?.field.press(key)
            promptChanged()
        }
        return []
    }

    /// A line has no lines in it; those of a list stay apart.
    mutating func pasteIntoPrompt(_ text: String) {
        let newline = prompt?.kind == .paste ? ", " : ""
        prompt?.field.insert(text.map { $0.isNewline ? newline : String($0) }.joined())
        promptChanged()
    }

    mutating func promptChanged() {
        guard let prompt else { return }
        switch prompt.kind {
        case .filter: setFilter(prompt.field.text)
        case .search: output.withText { _ = $0.search(prompt.field.text) }
        case .tags:
            let error = tagError(prompt.field.text)
            self.prompt?.error = error
        case .paste: break
        case .frequency: checkTypedFrequency()
        }
    }

    private func tagError(_ text: String) -> APIError? {
        do throws(APIError) {
            let filters = TagWords.filters(text)
            if !filters.isEmpty { _ = try setup.limits.checked(resourceTags: filters, isRun: form?.command == nil) }
            return nil
        } catch {
            return error
        }
    }

    private mutating func finishPrompt() -> [Effect] {
        guard let prompt else { return [] }
        let text = prompt.field.text
        switch prompt.kind {
        case .filter: break
        case .search:
            if !text.isEmpty, output.text.matchCount == 0 { say(.notFound, [SafeText(text)], as: .warning) }
        case .tags:
            guard tagError(text) == nil else { return [] }
            setTags(TagWords.filters(text))
        case .paste: markPasted(text)
        case .frequency(let id): return changeFrequency(of: id, to: text)
        }
        self.prompt = nil
        return []
    }

    /// How many instances the tags that are being typed match.
    var typedTagMatches: Int? {
        guard let prompt, prompt.kind == .tags, prompt.error == nil else { return nil }
        let filters = TagWords.filters(prompt.field.text)
        guard !filters.isEmpty else { return nil }
        let tags = TagWords.tags(filters)
        return targets.entries.count { $0.instance.carries(tags) }
    }

    // MARK: - Filters

    var currentFilter: String {
        switch focus {
        case .regions: regions.filter
        case .targets: targets.filter
        case .commands: commands.filter
        case .invocations: invocations.filter
        case .errors: problems.filter
        case .parameters, .preview, .output: ""
        }
    }

    mutating func setFilter(_ text: String) {
        switch focus {
        case .regions: regions.setFilter(text)
        case .targets:
            targets.setFilter(text)
            countHidden()
        case .commands: commands.setFilter(text)
        case .invocations: invocations.setFilter(text)
        case .errors: problems.setFilter(text)
        case .parameters, .preview, .output: break
        }
    }
}

extension TextField {
    /// What editing keys do in every field.
    mutating func press(_ key: Key) {
        switch key {
        case .character(let text): insert(text)
        case .backspace: deleteBackward()
        case .delete: deleteForward()
        case .left: move(by: -1)
        case .right: move(by: 1)
        case .home, .control("a"): moveToStart()
        case .end, .control("e"): moveToEnd()
        case .control("u"): deleteLine()
        case .control("k"): deleteToLineEnd()
        case .control("w"): deleteWord()
        default: break
        }
    }
}

import Screen

/// Narrowing a list by typing.
extension State {
    var currentFilter: String {
        switch focus {
        case .targets: targets.filter
        case .commands: commands.filter
        case .invocations: invocations.filter
        case .errors: problems.filter
        case .regions, .output: ""
        }
    }

    mutating func pressInFilter(_ key: Key) -> [Effect] {
        guard var field = filter else { return [] }
        switch key {
        case .enter:
            filter = nil
            return []
        case .escape:
            clearFilter()
            return []
        default: field.press(key)
        }
        filter = field
        applyFilter()
        return []
    }

    mutating func applyFilter() {
        guard let text = filter?.text else { return }
        switch focus {
        case .targets: targets.setFilter(text)
        case .commands: commands.setFilter(text)
        case .invocations: invocations.setFilter(text)
        case .errors: problems.setFilter(text)
        case .regions, .output: break
        }
    }

    mutating func clearFilter() {
        filter = TextField("")
        applyFilter()
        filter = nil
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
        default: break
        }
    }
}

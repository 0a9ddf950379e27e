import CloudAssistant
import Screen

/// What lies over the panes takes the keys first.
extension State {
    mutating func pressInModal(_ key: Key) -> [Effect] {
        switch modal {
        case .menu(let menu): return press(key, in: menu)
        case .messages(let scroll):
            modal = scrolled(key, scroll, count: messages.count).map { .messages(scroll: $0) }
        case .detail(let id, let scroll):
            if setup.keys.action(key, in: .targets) == .copyID { return [.copy(id.text)] }
            modal = scrolled(key, scroll, count: detailLines(id).count).map { .detail(id, scroll: $0) }
        case .stop(let question): return press(key, in: question)
        case .unsaved(let unsaved): return press(key, in: unsaved)
        case nil: break
        }
        return []
    }

    mutating func pasteIntoModal(_ text: String) {
        guard case .menu(var menu) = modal else { return }
        menu.query.insert(text.filter { !$0.isNewline })
        menu.index = 0
        modal = .menu(menu)
    }

    /// Where a text of so many lines is scrolled to by a key; nil for a key that closes it.
    private func scrolled(_ key: Key, _ scroll: Int, count: Int) -> Int? {
        let rows = max(1, layout.body.rows - 2)
        let last = max(0, count - rows)
        let step: Int
        switch setup.keys.action(key, in: focus) {
        case .down: step = 1
        case .up: step = -1
        case .pageDown, .halfPageDown: step = max(1, rows - 1)
        case .pageUp, .halfPageUp: step = -max(1, rows - 1)
        case .first: step = -last
        case .last: step = last
        default: return nil
        }
        return max(0, min(min(scroll, last) + step, last))
    }
}

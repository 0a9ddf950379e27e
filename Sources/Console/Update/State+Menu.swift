import CloudAssistant
import Screen

/// The palette, the keys, the columns: lists that are narrowed by typing, and Enter does what a line says.
extension State {
    func entries(of menu: Menu) -> [MenuEntry] {
        let all: [MenuEntry]
        switch menu.kind {
        case .palette: all = paletteEntries
        case .help: all = helpEntries
        case .columns: all = columnEntries
        }
        let query = menu.query.text
        guard !query.isEmpty else { return all }
        let ranked: [(rank: Int, entry: MenuEntry)] = all.compactMap { entry in
            let text = "\(entry.choice.name) \(entry.words.plain)"
            let rank = menu.kind == .palette ? FuzzyMatch.rank(query, in: text) : FuzzyMatch.words(query, in: text)
            return rank.map { ($0, entry) }
        }
        return ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element.entry)
    }

    private func entry(_ binding: Binding) -> MenuEntry {
        let keys = binding.keys.map(\.name).joined(separator: " ")
        return MenuEntry(
            choice: .action(binding.action), words: binding.words.filled(language), keys: SafeText(keys), isOn: nil)
    }

    /// What makes no sense to choose from a list: moving about in it.
    private static let keysOnly: Set<Action> = [
        .down, .up, .left, .right, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last, .palette, .interrupt,
        .back,
    ]

    /// What was chosen last first, then what the pane in focus offers, then the rest.
    private var paletteEntries: [MenuEntry] {
        var entries = Pane.allCases.map { pane in
            MenuEntry(
                choice: .pane(pane), words: Word.goTo.filled(language, [pane.word.filled(language)]),
                keys: SafeText("\(pane.rawValue)"), isOn: nil)
        }
        let offered = setup.keys.bindings.filter { binding in
            !Self.keysOnly.contains(binding.action) && binding.action != .pane && binding.applies(in: focus)
                && !(mayOnlyLook && binding.action.acts)
        }
        entries = offered.map { entry($0) } + entries
        for region in regions.entries {
            entries.append(
                MenuEntry(
                    choice: .region(region.id), words: SafeText(region.localName), keys: .empty,
                    isOn: region.id == self.region))
        }
        for name in setup.themes {
            entries.append(
                MenuEntry(
                    choice: .theme(name), words: Word.useTheme.filled(language), keys: .empty, isOn: name == theme))
        }
        let recent = memory.choices.compactMap { name in entries.firstIndex { $0.choice.name == name } }
        let rest = entries.indices.filter { !recent.contains($0) }
        return (recent + rest).map { entries[$0] }
    }

    private var helpEntries: [MenuEntry] {
        let bindings = setup.keys.bindings.filter { !$0.keys.isEmpty }
        let here = bindings.filter { $0.panes.contains(focus) }
        let everywhere = bindings.filter(\.panes.isEmpty)
        return (here + everywhere).map { entry($0) }
    }

    private var columnEntries: [MenuEntry] {
        TargetColumn.allCases.map { column in
            MenuEntry(
                choice: .column(column), words: column.word.filled(language), keys: .empty,
                isOn: columns.contains(column))
        }
    }

    mutating func press(_ key: Key, in menu: Menu) -> [Effect] {
        var menu = menu
        let entries = entries(of: menu)
        let rows = max(1, MenuLayout(menu, self).rows)
        switch key {
        case .escape:
            modal = nil
            return []
        case .enter:
            guard entries.indices.contains(menu.index) else { return [] }
            return choose(entries[menu.index].choice, from: menu)
        case .down, .tab, .control("n"): menu.index += 1
        case .up, .backTab, .control("p"): menu.index -= 1
        case .pageDown: menu.index += rows
        case .pageUp: menu.index -= rows
        case .character(" ") where menu.kind == .columns:
            guard entries.indices.contains(menu.index) else { return [] }
            return choose(entries[menu.index].choice, from: menu)
        default:
            let before = menu.query.text
            menu.query.press(key)
            if menu.query.text != before { menu.index = 0 }
        }
        let count = self.entries(of: menu).count
        menu.index = max(0, min(menu.index, count - 1))
        if menu.index < menu.top { menu.top = menu.index }
        if menu.index >= menu.top + rows { menu.top = menu.index - rows + 1 }
        menu.top = max(0, min(menu.top, count - rows))
        modal = .menu(menu)
        return []
    }

    private mutating func choose(_ choice: Choice, from menu: Menu) -> [Effect] {
        if menu.kind != .columns { modal = nil }
        if menu.kind == .palette { memory.keep(choice: choice.name) }
        let remembering: [Effect] = menu.kind == .palette ? [.remember(memory)] : []
        switch choice {
        case .action(let action): return perform(action) + remembering
        case .pane(let pane):
            focus = pane
            return remembering
        case .region(let id):
            focus = .targets
            return choose(id) + remembering
        case .theme(let name):
            theme = name
            return [.setTheme(name)] + remembering
        case .column(let column): return toggle(column)
        }
    }

    /// Shows or hides a column; one that comes back stands at the end. One stays.
    private mutating func toggle(_ column: TargetColumn) -> [Effect] {
        if columns.contains(column) {
            if columns.count > 1 { columns.removeAll { $0 == column } }
        } else {
            columns.append(column)
        }
        memory.columns = columns.map(\.rawValue)
        return [.remember(memory)]
    }
}

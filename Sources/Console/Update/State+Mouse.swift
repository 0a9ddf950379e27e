import Screen

/// The mouse does what keys do: it moves the focus and the cursor, and scrolls. It never sends.
extension State {
    private func pane(at position: Position) -> Pane? {
        let layout = layout
        return Pane.allCases.first { layout.rect($0)?.contains(position) == true }
    }

    mutating func click(_ position: Position) -> [Effect] {
        guard modal == nil, prompt == nil, preview == nil else { return [] }
        if let pane = StepBar(self).pane(at: position) {
            focus = pane
            return []
        }
        guard let pane = pane(at: position), let rect = layout.rect(pane) else { return [] }
        form?.isEditing = false
        focus = pane
        let row = position.row - rect.row - 1
        switch pane {
        case .regions: regions.move(by: regions.top + row - regions.index)
        case .targets: targets.move(by: targets.top + row - 1 - targets.index)
        case .commands: commands.move(by: commands.top + row - 1 - commands.index)
        case .invocations: invocations.move(by: invocations.top + row - 1 - invocations.index)
        case .errors: problems.move(by: problems.top + row - 1 - problems.index)
        case .parameters, .preview, .output: break
        }
        return []
    }

    mutating func wheel(_ rows: Int, _ position: Position) -> [Effect] {
        if preview != nil {
            scrollPreview(by: rows)
        } else if modal == nil, prompt == nil, let pane = pane(at: position) {
            let before = focus
            focus = pane
            move(by: rows)
            if before == .parameters, form?.isEditing == true { focus = before }
        }
        return []
    }
}

extension Rect {
    func contains(_ position: Position) -> Bool {
        (row..<(row + rows)).contains(position.row) && (column..<(column + columns)).contains(position.column)
    }
}

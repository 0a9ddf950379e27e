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
            form?.isEditing = false
            focus = pane
            return []
        }
        // The rows are those of the screen that was clicked: where the panes are follows the focus.
        let layout = layout
        guard let pane = pane(at: position), let rect = layout.rect(pane) else { return [] }
        form?.isEditing = false
        focus = pane
        let row = position.row - rect.row - (layout.hasHeading(pane) ? 2 : 1)
        guard (0..<layout.rows(pane)).contains(row) else { return [] }
        switch pane {
        case .regions: regions.pick(row)
        case .targets: targets.pick(row)
        case .commands: commands.pick(row)
        case .invocations: invocations.pick(row)
        case .errors: problems.pick(row)
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
            if pane == .parameters, var form, form.isEditing {
                advance(&form, by: rows)
                self.form = form
            } else {
                move(by: rows)
            }
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

extension Listing {
    /// Moves the cursor to the entry in a row of the screen, if one is there.
    fileprivate mutating func pick(_ row: Int) {
        if top + row < shown.count { move(by: top + row - index) }
    }
}

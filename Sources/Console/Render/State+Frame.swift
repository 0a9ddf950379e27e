import CloudAssistant
public import Screen

extension State {
    /// What the screen is to show.
    public func frame(theme: Theme, glyphs: Glyphs) -> Frame {
        var canvas = Canvas(
            frame: Frame(size: size, style: theme[.text]), look: Look(theme: theme, glyphs: glyphs, language: language))
        let layout = layout
        guard layout.kind != .tooSmall else {
            let lines = canvas.wrapped(canvas.words(.tooSmall), width: size.columns, lines: size.rows)
            for (row, line) in lines.enumerated() { canvas.write(line, row: row, column: 0, as: .warning) }
            return canvas.frame
        }
        drawHeader(on: &canvas)
        if layout.kind == .steps { StepBar(self).draw(on: &canvas) }
        for pane in Pane.allCases {
            if let rect = layout.rect(pane) { draw(pane, in: rect, layout, on: &canvas) }
        }
        drawFooter(on: &canvas)
        draw(modal, in: layout.body, on: &canvas)
        return canvas.frame
    }

    private func draw(_ modal: Modal?, in body: Rect, on canvas: inout Canvas) {
        if modal != nil { canvas.frame.cursor = nil }
        switch modal {
        case .menu(let menu): draw(menu, on: &canvas)
        case .messages(let scroll): drawMessages(scroll, in: body, on: &canvas)
        case .detail(let id, let scroll): drawDetail(id, scroll, in: body, on: &canvas)
        case .stop(let question): draw(question, in: body, on: &canvas)
        case .unsaved(let unsaved): draw(unsaved, in: body, on: &canvas)
        case nil: break
        }
    }
}

import CloudAssistant
public import Screen

extension State {
    /// What the screen is to show.
    public func frame(theme: Theme, glyphs: Glyphs) -> Frame {
        var canvas = Canvas(
            frame: Frame(size: size, style: theme[.text]), look: Look(theme: theme, glyphs: glyphs, language: language))
        let layout = Layout(size: size, focus: focus)
        guard layout.kind != .tooSmall else {
            let lines = canvas.wrapped(canvas.words(.tooSmall), width: size.columns, lines: size.rows)
            for (row, line) in lines.enumerated() { canvas.write(line, row: row, column: 0, as: .warning) }
            return canvas.frame
        }
        drawHeader(on: &canvas)
        if layout.kind == .steps { drawSteps(on: &canvas) }
        for pane in Pane.allCases {
            if let rect = layout.rect(pane) { draw(pane, in: rect, layout, on: &canvas) }
        }
        drawFooter(on: &canvas)
        switch modal {
        case .form(let form): draw(form, in: layout.body, on: &canvas)
        case .preview(let preview): draw(preview, in: layout.body, on: &canvas)
        case .stop(let question): draw(question, in: layout.body, on: &canvas)
        case .help(let scroll): drawHelp(scroll, in: layout.body, on: &canvas)
        case nil: break
        }
        return canvas.frame
    }
}

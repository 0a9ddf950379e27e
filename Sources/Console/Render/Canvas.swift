import CloudAssistant
import Screen

/// The theme, the signs and the language that everything is drawn in.
struct Look {
    let theme: Theme
    let glyphs: Glyphs
    let language: Language

    func words(_ word: Word, _ facts: SafeText...) -> SafeText { word.filled(language, facts) }

    /// The sign and the colour of a state; the word beside it says the same.
    func sign(_ state: InvocationState) -> (SafeText, Role) {
        switch state {
        case .pending: (glyphs.pending, .statePending)
        case .scheduled: (glyphs.scheduled, .stateScheduled)
        case .running: (glyphs.running, .stateRunning)
        case .stopping: (glyphs.running, .stateStopping)
        case .success: (glyphs.success, .stateSuccess)
        case .failed: (glyphs.failed, .stateFailed)
        case .partialFailed: (glyphs.partial, .statePartial)
        case .timeout: (glyphs.timeout, .stateTimeout)
        case .invalid, .aborted: (glyphs.undelivered, .stateUndelivered)
        case .error: (glyphs.interrupted, .stateInterrupted)
        case .cancelled, .terminated, .stopped: (glyphs.stopped, .stateStopped)
        }
    }
}

/// A frame being drawn.
struct Canvas {
    var frame: Frame
    let look: Look

    var theme: Theme { look.theme }
    var glyphs: Glyphs { look.glyphs }

    func words(_ word: Word, _ facts: SafeText...) -> SafeText { word.filled(look.language, facts) }

    /// Writes text; what does not fit in `width` ends in an ellipsis. Returns the columns used.
    @discardableResult
    mutating func write(
        _ text: SafeText, row: Int, column: Int, width: Int? = nil, as role: Role = .text
    ) -> Int {
        let text = width.map { text.truncated(to: max(0, $0), ellipsis: glyphs.ellipsis) } ?? text
        return frame.write(text, at: Position(row: row, column: column), style: theme[role])
    }

    /// Writes pieces one after the other with two blanks between them, as far as `width` goes.
    mutating func write(_ pieces: [(SafeText, Role)], row: Int, column: Int, width: Int) {
        var used = 0
        for (text, role) in pieces where used < width {
            used += write(text, row: row, column: column + used, width: width - used, as: role) + 2
        }
    }

    mutating func fill(_ rect: Rect, as role: Role) { frame.fill(rect, style: theme[role]) }

    /// A box with a title; returns what is inside.
    mutating func box(_ rect: Rect, title: SafeText, border: Role, title titleRole: Role, fill: Role = .text) -> Rect {
        frame.fill(rect, style: theme[fill])
        let title = title.truncated(to: max(0, rect.columns - 6), ellipsis: glyphs.ellipsis)
        frame.box(rect, style: theme[border], glyphs: glyphs, title: title, titleStyle: theme[titleRole])
        return rect.inset(rows: 1, columns: 1)
    }

    /// One line of text that is being typed; the part with the cursor is in sight.
    mutating func field(
        _ field: TextField, row: Int, column: Int, width: Int, isActive: Bool, as role: Role = .input
    ) {
        fill(Rect(row: row, column: column, rows: 1, columns: width), as: role)
        line(
            String(field.letters), before: isActive ? String(field.letters[..<field.cursor]) : nil, row: row,
            column: column, width: width, as: role)
    }

    /// A line of typed text, moved so that what is `before` the cursor ends in sight; marks where something is cut off.
    mutating func line(_ text: String, before: String?, row: Int, column: Int, width: Int, as role: Role) {
        guard width > 0 else { return }
        let text = SafeText(text)
        let place = before.map { SafeText($0).width }
        let skipped = place.map { max(0, $0 - width + 1) } ?? 0
        let shown = text.dropping(width: skipped)
        frame.write(shown, at: Position(row: row, column: column), style: theme[role], width: width)
        if skipped > 0 { write(glyphs.ellipsis, row: row, column: column, as: .muted) }
        if shown.width > width, place.map({ $0 - skipped < width - 1 }) ?? true {
            write(glyphs.ellipsis, row: row, column: column + width - 1, as: .muted)
        }
        if let place { frame.cursor = Position(row: row, column: column + place - skipped) }
    }

    /// Lays a role's colours over what is drawn already. A reversed role covers colours: mixed, they would be garish.
    mutating func lay(_ role: Role, over rect: Rect) {
        let style = theme[role]
        frame.restyle(rect) { under in
            if style.attributes.contains(.reverse) { return style }
            var mixed = under
            if style.foreground != .standard { mixed.foreground = style.foreground }
            if style.background != .standard { mixed.background = style.background }
            mixed.attributes.formUnion(style.attributes)
            return mixed
        }
    }

    /// Text broken into lines of at most `width` columns, at blanks where there are some.
    func wrapped(_ text: SafeText, width: Int, lines limit: Int) -> [SafeText] {
        guard width > 0, limit > 0 else { return [] }
        var lines: [SafeText] = []
        var rest = text
        while !rest.isEmpty, lines.count < limit {
            if lines.count == limit - 1 || rest.width <= width {
                lines.append(rest.truncated(to: width, ellipsis: glyphs.ellipsis))
                break
            }
            let head = rest.prefix(width: width)
            var line = head
            if let blank = head.plain.lastIndex(of: " "), blank > head.plain.startIndex {
                line = SafeText(String(head.plain[..<blank]))
            }
            lines.append(line)
            rest = rest.dropping(width: line.width)
            while rest.plain.hasPrefix(" ") { rest = rest.dropping(width: 1) }
        }
        return lines
    }
}

extension Canvas {
    /// Their number and as many of them as there is room for.
    func list(_ names: some Sequence<SafeText>, count: Int, width: Int) -> SafeText {
        var text = SafeText("\(count): ")
        for (index, name) in names.enumerated() {
            let isLast = index == count - 1
            let name = isLast ? name : name + SafeText(", ")
            let rest = words(.andMore, SafeText("\(count - index)"))
            // Before the last one, there must be room to say how many more there are.
            guard text.width + name.width + (isLast ? 0 : rest.width) <= width || index == 0 else { return text + rest }
            text = text + name
        }
        return text
    }
}

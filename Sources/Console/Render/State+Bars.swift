import CloudAssistant
import Screen

/// The bars at the top and the bottom: where we are, who we are, what may be done.
extension State {
    func drawHeader(on canvas: inout Canvas) {
        canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: size.columns), as: .headerBar)
        let right = standing(canvas)
        let rightWidth = right.reduce(0) { $0 + $1.0.width + 2 }
        let room = size.columns - rightWidth - 1
        let arrow = SafeText(" ") + canvas.glyphs.arrowRight + SafeText(" ")
        var column = 1
        for (index, (part, role)) in path(room, canvas).enumerated() {
            guard room - column > 4 else { break }
            if index > 0 { column += canvas.write(arrow, row: 0, column: column, as: .headerBar) }
            column += canvas.write(part, row: 0, column: column, width: room - column, as: role)
        }
        var place = max(1, size.columns - rightWidth)
        for (text, role) in right {
            canvas.write(text, row: 0, column: place, as: role)
            place += text.width + 2
        }
    }

    /// The service, the region and what a run would go to. Where room is short, the service is left out before the
    /// region.
    private func path(_ room: Int, _ canvas: Canvas) -> [(SafeText, Role)] {
        let service =
            engineProcess.map { canvas.words(.besideEngine, SafeText("\($0)")) } ?? canvas.words(.embeddedService)
        let names = [SafeText("flagdeck (") + service + SafeText(")"), service]
        let region = SafeText(region?.text ?? "-")
        var path = [(region, Role.headerKey)]
        if let name = names.first(where: { $0.width + region.width + 8 <= room }) {
            path.insert((name, .headerKey), at: 0)
        }
        if !marks.isEmpty {
            path.append((canvas.words(.marked, SafeText("\(marks.count)")), .headerBar))
        } else if let target = targets.current {
            path.append((SafeText(target.instance.name), .headerBar))
        }
        return path
    }

    /// What runs, what we may do, who we are and what time it is.
    private func standing(_ canvas: Canvas) -> [(SafeText, Role)] {
        let clock = running > 0 && size.columns >= 70 ? now.clockText : String(now.clockText.dropLast(3))
        var parts: [(SafeText, Role)] = []
        if running > 0 { parts.append((canvas.words(.running, SafeText("\(running)")), .headerBar)) }
        parts.append((canvas.words(mayOnlyLook ? .readOnly : .readWrite), mayOnlyLook ? .headerKey : .headerBar))
        parts.append((SafeText(identity).prefix(width: 16), .headerBar))
        parts.append((SafeText(clock + "Z"), .headerBar))
        return parts
    }

    /// The names of all panes; where they do not fit, only of the one in focus.
    func drawSteps(on canvas: inout Canvas) {
        let full = Pane.allCases.map { ($0, step($0, canvas)) }
        let isTight = full.reduce(1) { $0 + $1.1.width + 2 } > size.columns + 1
        var column = 1
        for (pane, title) in full {
            let hasErrors = pane == .errors && !problems.entries.isEmpty
            let short = SafeText("\(pane.rawValue)") + SafeText(hasErrors ? "!" : "")
            column += canvas.write(
                isTight && pane != focus ? short : title, row: 1, column: column, width: size.columns - column,
                as: pane == focus ? .tabActive : hasErrors ? .error : .tab)
            column += 2
        }
    }

    private func step(_ pane: Pane, _ canvas: Canvas) -> SafeText {
        let title = SafeText("\(pane.rawValue) ") + canvas.words(pane.word)
        guard pane == .errors, !problems.entries.isEmpty else { return title }
        return title + SafeText(" \(problems.entries.count)")
    }

    func drawFooter(on canvas: inout Canvas) {
        if filter != nil { return drawFilter(on: &canvas) }
        let row = size.rows - 1
        if let toast {
            canvas.write(toast.text, row: row, column: 1, width: size.columns - 2, as: toast.role)
        } else if let word = modal?.keys {
            canvas.write(canvas.words(word), row: row, column: 1, width: size.columns - 2, as: .hintText)
        } else {
            drawHints(row, on: &canvas)
        }
    }

    private func drawFilter(on canvas: inout Canvas) {
        guard let filter else { return }
        let row = size.rows - 1
        let label = canvas.words(.filterLabel) + SafeText(": ")
        let keys = canvas.words(.filterKeys)
        let column = 1 + canvas.write(label, row: row, column: 1, as: .inputLabel)
        let showsKeys = size.columns - column - keys.width > 24
        let width = max(1, size.columns - column - 1 - (showsKeys ? keys.width + 2 : 0))
        canvas.field(filter, row: row, column: column, width: width, isActive: true)
        if showsKeys { canvas.write(keys, row: row, column: size.columns - keys.width - 1, as: .hintText) }
    }

    private func drawHints(_ row: Int, on canvas: inout Canvas) {
        var column = 1
        for binding in Binding.all where binding.hints.contains(focus) {
            if mayOnlyLook, [.prepare, .stop, .mark].contains(binding.action) { continue }
            let key = SafeText(binding.keys.first?.name ?? "")
            let words = SafeText(" ") + canvas.words(binding.words)
            guard column + key.width + words.width < size.columns else { continue }
            column += canvas.write(key, row: row, column: column, as: .hintKey)
            column += canvas.write(words, row: row, column: column, as: .hintText) + 2
        }
    }
}

extension Modal {
    /// The keys that count while it is open.
    var keys: Word {
        switch self {
        case .form: .formKeys
        case .preview(let preview): preview.isSending ? .sendingKeys : .previewKeys
        case .stop: .stopKeys
        case .help: .helpKeys
        }
    }
}

extension Pane {
    /// Its title.
    var word: Word {
        switch self {
        case .regions: .regions
        case .targets: .targets
        case .commands: .commands
        case .invocations: .invocations
        case .output: .output
        case .errors: .errors
        }
    }
}

import Screen

/// The bar that names all panes where only one is on the screen; where the names do not fit, only that of the one in
/// focus.
struct StepBar {
    private let steps: [(pane: Pane, text: SafeText, column: Int)]
    private let focus: Pane
    private let errors: Int
    private let isShown: Bool

    init(_ state: State) {
        focus = state.focus
        errors = state.problems.entries.count
        isShown = state.layout.kind == .steps
        let language = state.language
        let full = Pane.allCases.map { pane in
            (pane, SafeText("\(pane.rawValue) ") + pane.word.filled(language) + Self.count(pane, state.problems))
        }
        let short = Pane.allCases.map { pane in
            (pane, SafeText("\(pane.rawValue) ") + pane.shortWord.filled(language) + Self.count(pane, state.problems))
        }
        let digits = full.map { pane, title in
            (
                pane,
                pane == state.focus ? title : SafeText("\(pane.rawValue)" + (Self.isAlarming(pane, state) ? "!" : ""))
            )
        }
        let choices = [(full, 2), (short, 2), (short, 1), (digits, 2)]
        let room = state.size.columns - 1
        let (names, gap) =
            choices.first { names, gap in names.reduce(1 - gap) { $0 + $1.1.width + gap } <= room } ?? (digits, 1)
        var column = 1
        var steps: [(Pane, SafeText, Int)] = []
        for (pane, text) in names {
            steps.append((pane, text, column))
            column += text.width + gap
        }
        self.steps = steps
    }

    private static func isAlarming(_ pane: Pane, _ state: State) -> Bool {
        pane == .errors && !state.problems.entries.isEmpty
    }

    private static func count(_ pane: Pane, _ problems: Listing<Problem>) -> SafeText {
        pane == .errors && !problems.entries.isEmpty ? SafeText(" \(problems.entries.count)") : .empty
    }

    func draw(on canvas: inout Canvas) {
        for (pane, text, column) in steps {
            let role: Role = pane == focus ? .tabActive : pane == .errors && errors > 0 ? .error : .tab
            canvas.write(text, row: 1, column: column, width: canvas.frame.size.columns - column, as: role)
        }
    }

    /// The pane that is named at a place.
    func pane(at position: Position) -> Pane? {
        guard isShown, position.row == 1 else { return nil }
        return steps.first { ($0.column..<($0.column + $0.text.width)).contains(position.column) }?.pane
    }
}

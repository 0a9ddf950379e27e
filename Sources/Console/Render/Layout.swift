public import Screen

/// Which pane is where: all beside each other on a wide terminal, one after the other on a narrow one.
///
/// On a wide terminal the panes for choosing have the room while one of them is in focus, those for watching while one of
/// them is; the others keep a line each. Within a group nothing moves when the focus does.
public struct Layout: Equatable, Sendable {
    /// The arrangements.
    public enum Kind: Equatable, Sendable {
        /// Not even one pane fits.
        case tooSmall
        /// The pane in focus, with a bar that names all.
        case steps
        /// All panes.
        case panes
    }

    /// The arrangement.
    public let kind: Kind
    private let size: Size
    private let focus: Pane

    /// The layout of a terminal.
    public init(size: Size, focus: Pane, isZoomed: Bool = false) {
        self.size = size
        self.focus = focus
        if size.columns < 40 || size.rows < 10 {
            kind = .tooSmall
        } else {
            kind = size.columns >= 110 && size.rows >= 32 && !isZoomed ? .panes : .steps
        }
    }

    /// Everything between the bar at the top and the one at the bottom.
    public var body: Rect {
        let top = kind == .steps ? 2 : 1
        return Rect(row: top, column: 0, rows: max(0, size.rows - top - 1), columns: size.columns)
    }

    /// Where a pane is, with its border; nil when it is not on the screen.
    public func rect(_ pane: Pane) -> Rect? {
        switch kind {
        case .tooSmall: nil
        case .steps: pane == focus ? body : nil
        case .panes: place(pane)
        }
    }

    private func place(_ pane: Pane) -> Rect {
        let column = columns.first { $0.panes.contains { $0.0 == pane } }
        guard let column else { return body }
        var row = body.row
        for (other, rows) in column.panes {
            if other == pane { return Rect(row: row, column: column.start, rows: rows, columns: column.width) }
            row += rows
        }
        return body
    }

    /// The two columns, each with its panes and their heights from top to bottom.
    private var columns: [(start: Int, width: Int, panes: [(Pane, Int)])] {
        let left = body.columns * 46 / 100
        return [(0, left, leftPanes), (left, body.columns - left, focus.isComposing ? composing : watching)]
    }

    private var leftPanes: [(Pane, Int)] {
        let regions = body.rows >= 36 ? 6 : 5
        let targets = (body.rows - regions) * 3 / 5
        return [(.regions, regions), (.targets, targets), (.commands, body.rows - regions - targets)]
    }

    /// Room for what is put together; what was run keeps a few lines.
    private var composing: [(Pane, Int)] {
        let below: [(Pane, Int)] = [(.invocations, isTall ? 5 : 3), (.output, isTall ? 4 : 3), (.errors, 3)]
        let room = body.rows - below.reduce(0) { $0 + $1.1 }
        let parameters = focus == .preview ? 5 : max(7, room * 45 / 100)
        return [(.parameters, parameters), (.preview, room - parameters)] + below
    }

    private var watching: [(Pane, Int)] {
        let room = body.rows - 6
        let invocations = max(5, room * 28 / 100)
        let errors = room >= 30 ? 11 : 9
        return [
            (.parameters, 3), (.preview, 3), (.invocations, invocations), (.output, room - invocations - errors),
            (.errors, errors),
        ]
    }

    private var isTall: Bool { body.rows >= 36 }

    /// Rows inside the border of a pane; of one that is not on the screen, as many as it would have as a step.
    func inside(_ pane: Pane) -> Int { max(0, (rect(pane) ?? body).rows - 2) }

    /// True where there is room for the headings of columns.
    func hasHeading(_ pane: Pane) -> Bool { pane != .regions && inside(pane) >= 3 }

    /// Rows of the part of the errors pane that explains the current one.
    public var explanationRows: Int {
        let inside = inside(.errors)
        return inside >= 14 ? 6 : inside >= 8 ? 5 : inside >= 6 ? 4 : 0
    }

    /// Rows that a pane has for its list or text.
    public func rows(_ pane: Pane) -> Int {
        let inside = inside(pane)
        switch pane {
        case .regions, .parameters, .preview: return inside
        case .targets, .commands, .invocations: return max(0, inside - (hasHeading(pane) ? 1 : 0))
        case .output: return max(0, inside - 1)
        case .errors: return max(0, inside - (hasHeading(pane) ? 1 : 0) - explanationRows)
        }
    }
}

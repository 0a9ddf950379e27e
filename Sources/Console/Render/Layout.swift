public import Screen

/// Which pane is where: all six beside each other on a wide terminal, one after the other on a narrow one.
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
    public init(size: Size, focus: Pane) {
        self.size = size
        self.focus = focus
        if size.columns < 40 || size.rows < 10 {
            kind = .tooSmall
        } else {
            kind = size.columns >= 110 && size.rows >= 32 ? .panes : .steps
        }
    }

    /// Everything between the bar at the top and the one at the bottom.
    public var body: Rect {
        let top = kind == .steps ? 2 : 1
        return Rect(row: top, column: 0, rows: size.rows - top - 1, columns: size.columns)
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
        let body = body
        let left = body.columns * 46 / 100
        let right = body.columns - left
        let regions = 5
        let targets = (body.rows - regions) * 3 / 5
        let invocations = body.rows * 35 / 100
        let errors = isTall ? 12 : 10
        func place(_ row: Int, _ rows: Int, isLeft: Bool) -> Rect {
            Rect(
                row: body.row + row, column: isLeft ? 0 : left, rows: rows, columns: isLeft ? left : right)
        }
        switch pane {
        case .regions: return place(0, regions, isLeft: true)
        case .targets: return place(regions, targets, isLeft: true)
        case .commands: return place(regions + targets, body.rows - regions - targets, isLeft: true)
        case .invocations: return place(0, invocations, isLeft: false)
        case .output: return place(invocations, body.rows - invocations - errors, isLeft: false)
        case .errors: return place(body.rows - errors, errors, isLeft: false)
        }
    }

    /// Rows of the part of the errors pane that explains the current one.
    public var explanationRows: Int { kind == .panes && !isTall ? 4 : 6 }

    /// True where the errors can have room for whole sentences without taking it from the output.
    private var isTall: Bool { body.rows >= 36 }

    /// Rows that a pane has for its list or text.
    public func rows(_ pane: Pane) -> Int {
        let shown = rect(pane) ?? body
        let inside = max(0, shown.rows - 2)
        switch pane {
        case .regions: return inside
        case .targets, .commands, .invocations: return max(0, inside - 1)
        case .output: return max(0, inside - 1)
        case .errors: return max(0, inside - 1 - explanationRows)
        }
    }
}

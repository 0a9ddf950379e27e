/// A screen full of cells, drawn before it is sent to the terminal.
public struct Frame: Equatable, Sendable {
    /// The most rows and the most columns of a frame.
    static let largest = 1_000

    /// The rows and columns of the frame.
    public let size: Size
    /// Where the terminal shows its cursor, or nil to hide it.
    public var cursor: Position?

    private var cells: [Cell]

    /// Makes an empty frame, at most a thousand rows and columns large.
    public init(size: Size, style: Style = .plain) {
        let rows = min(max(0, size.rows), Self.largest)
        let columns = min(max(0, size.columns), Self.largest)
        self.size = Size(rows: rows, columns: columns)
        cells = Array(repeating: Cell(blankIn: style), count: rows * columns)
    }

    /// The cell at a place, which is blank outside the frame.
    public subscript(row row: Int, column column: Int) -> Cell {
        guard let index = index(row, column) else { return Cell(blankIn: .plain) }
        return cells[index]
    }

    /// The cells of one row from left to right, none outside the frame.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[(row * size.columns)..<((row + 1) * size.columns)]
    }

    /// The frame as plain text for comparison, without styles and without blanks at the ends of rows.
    public func dump() -> String {
        var lines: [String] = []
        for row in 0..<size.rows {
            let cells = self.row(row)
            let end = cells.lastIndex { $0.grapheme != " " && $0.width > 0 } ?? cells.startIndex - 1
            lines.append(cells[..<(end + 1)].map(\.grapheme).joined())
        }
        return lines.joined(separator: "\n")
    }

    /// Puts a cluster at a place, or a blank where it does not fit, and gives the columns it took.
    mutating func put(_ cluster: Cluster, row: Int, column: Int, end: Int, style: Style) -> Int {
        guard cluster.width == 2 else {
            set(Cell(cluster, style: style), row: row, column: column)
            return 1
        }
        guard column >= 0, column + 1 < min(end, size.columns) else {
            set(Cell(blankIn: style), row: row, column: column)
            if column + 1 < end { set(Cell(blankIn: style), row: row, column: column + 1) }
            return min(2, end - column)
        }
        detach(row: row, column: column)
        detach(row: row, column: column + 1)
        if let index = index(row, column), let next = self.index(row, column + 1) {
            cells[index] = Cell(cluster, style: style)
            cells[next] = Cell(continuationIn: style)
        }
        return 2
    }

    /// Changes the style of the cells of a row, taking wide graphemes as a whole.
    mutating func restyle(row: Int, columns: Range<Int>, _ change: (Style) -> Style) {
        guard !columns.isEmpty else { return }
        let first = self[row: row, column: columns.lowerBound].width == 0 ? 1 : 0
        let last = self[row: row, column: columns.upperBound - 1].width == 2 ? 1 : 0
        for column in (columns.lowerBound - first)..<(columns.upperBound + last) {
            guard let index = index(row, column) else { continue }
            cells[index].style = change(cells[index].style)
        }
    }

    private mutating func set(_ cell: Cell, row: Int, column: Int) {
        guard let index = index(row, column) else { return }
        detach(row: row, column: column)
        cells[index] = cell
    }

    /// Turns both halves of a wide grapheme into blanks when one of them is about to be overwritten.
    private mutating func detach(row: Int, column: Int) {
        guard let index = index(row, column) else { return }
        let other: Int
        switch cells[index].width {
        case 0: other = column - 1
        case 2: other = column + 1
        default: return
        }
        cells[index] = Cell(blankIn: cells[index].style)
        if let half = self.index(row, other) { cells[half] = Cell(blankIn: cells[half].style) }
    }

    private func index(_ row: Int, _ column: Int) -> Int? {
        guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return nil }
        return row * size.columns + column
    }
}

/// A screen full of cells, drawn before it is sent to the terminal.
public struct Frame: Sendable {
    /// The most rows and the most columns of a frame.
    static let largest = 1_000

    /// The rows and columns of the frame.
    public let size: Size
    /// Where the terminal shows its cursor, or nil to hide it.
    public var cursor: Position?

    var cells: [PackedCell]
    var clusters = ClusterList()

    /// Makes an empty frame, at most a thousand rows and columns large.
    public init(size: Size, style: Style = .plain) {
        let rows = min(max(0, size.rows), Self.largest)
        let columns = min(max(0, size.columns), Self.largest)
        self.size = Size(rows: rows, columns: columns)
        cells = Array(repeating: PackedCell(blankIn: PackedStyle(style)), count: rows * columns)
    }

    /// The cell at a place, which is blank outside the frame.
    public subscript(row row: Int, column column: Int) -> Cell {
        guard let index = index(row, column) else { return Cell(grapheme: " ", width: 1, style: .plain) }
        return cell(cells[index])
    }

    /// The cells of one row from left to right, none outside the frame.
    public func row(_ row: Int) -> [Cell] { packedRow(row).map(cell) }

    /// The same as the frame keeps them; what is shown in those without a scalar of their own, `scalars(of:)` says.
    public func packedRow(_ row: Int) -> ArraySlice<PackedCell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[(row * size.columns)..<((row + 1) * size.columns)]
    }

    /// The scalars shown in a cell of this frame, none in the right half of a wide grapheme.
    public func scalars(of cell: PackedCell) -> [Unicode.Scalar] {
        if let place = cell.clusterPlace { return clusters[place] }
        return cell.scalar.map { [$0] } ?? []
    }

    /// The frame as plain text for comparison, without styles and without blanks at the ends of rows.
    public func dump() -> String {
        var lines: [String] = []
        for row in 0..<size.rows {
            let cells = packedRow(row)
            let end = cells.lastIndex { $0.width > 0 && $0.scalar != " " } ?? cells.startIndex - 1
            var line = String.UnicodeScalarView()
            for cell in cells[..<(end + 1)] { line.append(contentsOf: scalars(of: cell)) }
            lines.append(String(line))
        }
        return lines.joined(separator: "\n")
    }

    private func cell(_ packed: PackedCell) -> Cell {
        var grapheme = String.UnicodeScalarView()
        grapheme.append(contentsOf: scalars(of: packed))
        return Cell(grapheme: String(grapheme), width: Int(packed.width), style: packed.style.style)
    }

    /// Where a cell is kept; nil outside the frame.
    func index(_ row: Int, _ column: Int) -> Int? {
        guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return nil }
        return row * size.columns + column
    }
}

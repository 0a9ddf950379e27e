/// The extent of a screen or frame in character cells.
public struct Size: Hashable, Sendable {
    /// The number of rows.
    public var rows: Int
    /// The number of columns.
    public var columns: Int

    /// Makes a size of the given rows and columns.
    public init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }
}

/// The place of one cell, counted from zero at the top left.
public struct Position: Hashable, Sendable {
    /// The row, where zero is the top one.
    public var row: Int
    /// The column, where zero is the leftmost one.
    public var column: Int

    /// Makes a position at the given row and column.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A rectangle of cells, which may reach beyond the screen.
public struct Rect: Hashable, Sendable {
    /// The top row.
    public var row: Int
    /// The leftmost column.
    public var column: Int
    /// The number of rows.
    public var rows: Int
    /// The number of columns.
    public var columns: Int

    /// Makes a rectangle from its top left corner and its extent.
    public init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns
    }

    /// Whether the rectangle covers no cell at all.
    public var isEmpty: Bool { rows <= 0 || columns <= 0 }

    /// The first row below the rectangle.
    var endRow: Int { row.plus(max(0, rows)) }

    /// The first column to the right of the rectangle.
    var endColumn: Int { column.plus(max(0, columns)) }

    /// The rectangle made smaller by the given rows at top and bottom and columns at left and right.
    public func inset(rows: Int, columns: Int) -> Rect {
        Rect(
            row: row.plus(rows),
            column: column.plus(columns),
            rows: max(0, self.rows.minus(rows).minus(rows)),
            columns: max(0, self.columns.minus(columns).minus(columns)))
    }

    /// The part of the rectangle that lies on a screen of the given size.
    public func clipped(to size: Size) -> Rect {
        let top = min(max(0, row), max(0, size.rows))
        let left = min(max(0, column), max(0, size.columns))
        let bottom = min(max(top, endRow), max(0, size.rows))
        let right = min(max(left, endColumn), max(0, size.columns))
        return Rect(row: top, column: left, rows: max(0, bottom - top), columns: max(0, right - left))
    }

    /// Whether the position lies inside the rectangle.
    public func contains(_ position: Position) -> Bool {
        position.row >= row && position.row < endRow && position.column >= column && position.column < endColumn
    }
}

extension Int {
    /// The sum, held at the largest or smallest integer instead of overflowing.
    func plus(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other > 0 ? .max : .min
    }

    /// The difference, held at the largest or smallest integer instead of overflowing.
    func minus(_ other: Int) -> Int {
        let (difference, overflow) = subtractingReportingOverflow(other)
        guard overflow else { return difference }
        return other > 0 ? .min : .max
    }
}

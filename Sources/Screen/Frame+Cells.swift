extension Frame {
    /// Puts a cluster at a place, or a blank where it does not fit, and gives the columns it took.
    mutating func put(_ cluster: Cluster, row: Int, column: Int, end: Int, style: PackedStyle) -> Int {
        guard cluster.width == 2 else {
            set(packed(cluster, style), row: row, column: column)
            return 1
        }
        guard column >= 0, column + 1 < min(end, size.columns) else {
            set(PackedCell(blankIn: style), row: row, column: column)
            if column + 1 < end { set(PackedCell(blankIn: style), row: row, column: column + 1) }
            return min(2, end.minus(column))
        }
        detach(row: row, columns: column..<(column + 2))
        if let index = index(row, column) {
            cells[index] = packed(cluster, style)
            cells[index + 1] = PackedCell(continuationIn: style)
        }
        return 2
    }

    /// Puts letters of ASCII at columns that lie within the frame.
    mutating func put(letters: UnsafeBufferPointer<UInt8>.SubSequence, row: Int, column: Int, style: PackedStyle) {
        guard !letters.isEmpty, let start = index(row, column) else { return }
        detach(row: row, columns: column..<(column + letters.count))
        cells.withUnsafeMutableBufferPointer { cells in
            for (offset, letter) in letters.enumerated() {
                cells[start + offset] = PackedCell(letter: letter, style: style)
            }
        }
    }

    /// Puts a narrow cluster into columns that lie within the frame.
    mutating func fill(row: Int, columns: Range<Int>, with cluster: Cluster, style: PackedStyle) {
        guard let start = index(row, columns.lowerBound) else { return }
        detach(row: row, columns: columns)
        let cell = packed(cluster, style)
        cells.withUnsafeMutableBufferPointer { $0[start..<(start + columns.count)].update(repeating: cell) }
    }

    /// Changes the style of the cells of a row, taking wide graphemes as a whole.
    mutating func restyle(row: Int, columns: Range<Int>, _ change: (Style) -> Style) {
        guard !columns.isEmpty, let start = index(row, columns.lowerBound), let end = index(row, columns.upperBound - 1)
        else { return }
        let first = cells[start].width == 0 ? start - 1 : start
        let last = cells[end].width == 2 ? end + 1 : end
        // Most cells look like the one before.
        var known: (from: PackedStyle, to: PackedStyle)?
        for index in first...last {
            let style = cells[index].style
            if let known, known.from == style {
                cells[index].style = known.to
            } else {
                let changed = PackedStyle(change(style.style))
                known = (style, changed)
                cells[index].style = changed
            }
        }
    }

    private mutating func packed(_ cluster: Cluster, _ style: PackedStyle) -> PackedCell {
        guard !cluster.several.isEmpty else { return PackedCell(cluster.first, width: cluster.width, style: style) }
        return PackedCell(clusterAt: clusters.place(of: cluster.several), width: cluster.width, style: style)
    }

    private mutating func set(_ cell: PackedCell, row: Int, column: Int) {
        guard let index = index(row, column) else { return }
        detach(row: row, columns: column..<(column + 1))
        cells[index] = cell
    }

    /// Turns both halves of a wide grapheme into blanks where one of them is about to be overwritten.
    private mutating func detach(row: Int, columns: Range<Int>) {
        guard let first = index(row, columns.lowerBound), let last = index(row, columns.upperBound - 1) else { return }
        if cells[first].width == 0 { blank(first - 1, first) }
        if cells[last].width == 2 { blank(last, last + 1) }
    }

    private mutating func blank(_ left: Int, _ right: Int) {
        cells[left] = PackedCell(blankIn: cells[left].style)
        cells[right] = PackedCell(blankIn: cells[right].style)
    }
}

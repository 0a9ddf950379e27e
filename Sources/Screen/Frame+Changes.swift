/// A part of a row.
public struct Stretch: Hashable, Sendable {
    /// The row.
    public let row: Int
    /// Its columns, which never begin or end within a wide grapheme.
    public let columns: Range<Int>
}

extension Frame: Equatable {
    /// Frames are equal when whoever looks at them sees no difference.
    public static func == (left: Frame, right: Frame) -> Bool {
        left.size == right.size && left.cursor == right.cursor && left.changes(since: right).isEmpty
    }

    /// What has to be drawn where another frame stands: of each row that differs, all between the first cell that does
    /// and the last. Everything where there is no other frame or one of another size.
    public func changes(since earlier: Frame?) -> [Stretch] {
        guard size.columns > 0 else { return [] }
        guard let earlier, earlier.size == size else {
            return (0..<size.rows).map { Stretch(row: $0, columns: 0..<size.columns) }
        }
        // With the same clusters at the same places, cells that look the same are the same memory.
        let comparesMemory = clusters == earlier.clusters
        return cells.withUnsafeBufferPointer { new in
            earlier.cells.withUnsafeBufferPointer { old in
                (0..<size.rows).compactMap { row in
                    let start = row * size.columns
                    return stretch(row) { column in
                        let (cell, other) = (new[start + column], old[start + column])
                        if comparesMemory || cell.clusterPlace == nil { return cell == other }
                        return looksLike(cell, other, of: earlier)
                    }
                }
            }
        }
    }

    private func stretch(_ row: Int, isSame: (Int) -> Bool) -> Stretch? {
        var start = 0
        while start < size.columns, isSame(start) { start += 1 }
        guard start < size.columns else { return nil }
        var end = size.columns
        while isSame(end - 1) { end -= 1 }
        let cells = packedRow(row)
        if cells[cells.startIndex + start].width == 0 { start -= 1 }
        if cells[cells.startIndex + end - 1].width == 2 { end += 1 }
        return Stretch(row: row, columns: start..<end)
    }

    private func looksLike(_ cell: PackedCell, _ other: PackedCell, of frame: Frame) -> Bool {
        guard let place = cell.clusterPlace, let otherPlace = other.clusterPlace else { return false }
        return cell.width == other.width && cell.style == other.style
            && clusters[place] == frame.clusters[otherPlace]
    }
}

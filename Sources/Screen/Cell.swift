/// One character cell of a frame.
public struct Cell: Hashable, Sendable {
    /// The grapheme shown, which is empty in the right half of a wide one.
    public let grapheme: String
    /// The columns of the grapheme: one, two, or zero in the right half of a wide one.
    public let width: Int
    /// How the cell looks.
    public internal(set) var style: Style

    /// Makes a cell of a cluster that was made safe.
    init(_ cluster: Cluster, style: Style) {
        grapheme = cluster.text
        width = cluster.width
        self.style = style
    }

    /// Makes the right half of a wide grapheme.
    init(continuationIn style: Style) {
        grapheme = ""
        width = 0
        self.style = style
    }

    /// Makes an empty cell.
    init(blankIn style: Style) {
        self.init(.blank, style: style)
    }
}

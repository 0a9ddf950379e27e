/// One character cell of a frame, as whoever looks at a frame sees it.
public struct Cell: Hashable, Sendable {
    /// The grapheme shown, which is empty in the right half of a wide one.
    public let grapheme: String
    /// The columns of the grapheme: one, two, or zero in the right half of a wide one.
    public let width: Int
    /// How the cell looks.
    public let style: Style
}

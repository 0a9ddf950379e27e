/// A cell as a frame keeps it: sixteen bytes without a reference, so that rows are filled, copied and compared as memory.
public struct PackedCell: Hashable, Sendable {
    /// The scalar, or from `firstCluster` on the place of several in the frame's list; zero in the right half of a wide
    /// grapheme.
    let code: UInt32
    /// The columns of the grapheme: one, two, or zero in the right half of a wide one.
    public let width: UInt32
    /// How the cell looks.
    public internal(set) var style: PackedStyle

    /// Above every scalar.
    private static let firstCluster: UInt32 = 0x8000_0000

    private init(code: UInt32, width: UInt32, style: PackedStyle) {
        self.code = code
        self.width = width
        self.style = style
    }

    /// Makes a cell of a scalar that was made safe.
    init(_ scalar: Unicode.Scalar, width: Int, style: PackedStyle) {
        self.init(code: scalar.value, width: UInt32(truncatingIfNeeded: width), style: style)
    }

    /// Makes a cell of one ASCII letter.
    init(letter: UInt8, style: PackedStyle) {
        self.init(code: UInt32(letter), width: 1, style: style)
    }

    /// Makes a cell of several scalars, which the frame keeps at a place in its list.
    init(clusterAt place: Int, width: Int, style: PackedStyle) {
        let code = Self.firstCluster + UInt32(truncatingIfNeeded: place)
        self.init(code: code, width: UInt32(truncatingIfNeeded: width), style: style)
    }

    /// Makes an empty cell.
    init(blankIn style: PackedStyle) {
        self.init(code: 0x20, width: 1, style: style)
    }

    /// Makes the right half of a wide grapheme.
    init(continuationIn style: PackedStyle) {
        self.init(code: 0, width: 0, style: style)
    }

    /// The only scalar of the grapheme; nil for several, and in the right half of a wide one.
    public var scalar: Unicode.Scalar? { width == 0 ? nil : Unicode.Scalar(code) }

    /// Where the frame keeps the scalars when there are several.
    var clusterPlace: Int? { code < Self.firstCluster ? nil : Int(code - Self.firstCluster) }
}

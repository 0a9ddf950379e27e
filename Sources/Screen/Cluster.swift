/// Scalars shown together in one cell or in two neighbouring ones.
struct Cluster: Hashable, Sendable {
    /// The first scalar, which is printable.
    let first: Unicode.Scalar
    /// All scalars where there are several; empty where the first is the only one, which costs no memory.
    let several: [Unicode.Scalar]
    /// The columns taken: one or two.
    let width: Int

    /// Makes a cluster of one scalar.
    init(_ scalar: Unicode.Scalar, width: Int) {
        first = scalar
        several = []
        self.width = width
    }

    /// Makes a cluster of several scalars.
    init(_ first: Unicode.Scalar, several: [Unicode.Scalar], width: Int) {
        self.first = first
        self.several = several
        self.width = width
    }

    /// The scalars as text.
    var text: String {
        var text = String.UnicodeScalarView()
        append(to: &text)
        return String(text)
    }

    /// Adds the scalars to a text.
    func append(to text: inout String.UnicodeScalarView) {
        if several.isEmpty { text.append(first) } else { text.append(contentsOf: several) }
    }

    /// One empty cell.
    static let blank = Cluster(" ", width: 1)
    /// What stands for a scalar that must not be shown.
    static let replacement = Cluster("\u{FFFD}", width: 1)
}

/// The clusters of a text, made safe one after the other.
struct Clusters: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    /// What follows the scalars that were taken.
    private var following: Unicode.Scalar?
    private var scanner = ClusterScanner()
    private var position = 0
    private var isFinished = false

    /// Reads the clusters of any text.
    init(_ text: String) {
        scalars = text.unicodeScalars.makeIterator()
        following = scalars.next()
    }

    /// The next cluster, or nil at the end of the text.
    mutating func next() -> Cluster? {
        if position >= scanner.ready.count, scanner.isAtStart, let cluster = takeCommon() { return cluster }
        while position >= scanner.ready.count {
            if isFinished { return nil }
            scanner.removeReady()
            position = 0
            if let scalar = following {
                scanner.push(scalar)
                following = scalars.next()
            } else {
                scanner.finish()
                isFinished = true
            }
        }
        defer { position += 1 }
        return scanner.ready[position]
    }

    /// A cluster that needs no scanning: a common scalar that nothing can join.
    private mutating func takeCommon() -> Cluster? {
        guard let scalar = following, let width = CommonScalar.columns(of: scalar) else { return nil }
        following = scalars.next()
        if let following, CommonScalar.columns(of: following) == nil {
            scanner.push(scalar)
            return nil
        }
        return Cluster(scalar, width: width)
    }
}

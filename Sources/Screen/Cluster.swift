/// Scalars shown together in one cell or in two neighbouring ones.
struct Cluster: Hashable, Sendable {
    /// The scalars, the first of which is printable.
    let text: String
    /// The columns taken: one or two.
    let width: Int

    /// One empty cell.
    static let blank = Cluster(text: " ", width: 1)
    /// What stands for a scalar that must not be shown.
    static let replacement = Cluster(text: "\u{FFFD}", width: 1)
}

/// The clusters of a text, made safe one after the other.
struct Clusters: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var scanner = ClusterScanner()
    private var position = 0
    private var isFinished = false

    /// Reads the clusters of any text.
    init(_ text: String) {
        scalars = text.unicodeScalars.makeIterator()
    }

    /// The next cluster, or nil at the end of the text.
    mutating func next() -> Cluster? {
        while position >= scanner.ready.count {
            if isFinished { return nil }
            scanner.removeReady()
            position = 0
            if let scalar = scalars.next() {
                scanner.push(scalar)
            } else {
                scanner.finish()
                isFinished = true
            }
        }
        defer { position += 1 }
        return scanner.ready[position]
    }
}

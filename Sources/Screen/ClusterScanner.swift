/// Groups scalars into clusters and replaces every scalar that must not reach the terminal.
struct ClusterScanner {
    /// The most scalars kept in one cluster.
    static let largestCluster = 8

    /// The clusters that are complete and not yet taken.
    private(set) var ready: [Cluster] = []

    private var scalars: [Unicode.Scalar] = []
    private var width = 0
    private var last: Unicode.Scalar = " "
    private var isPicture = false
    private var isFull = false
    private var holdsJoiner = false
    private var endedWithReturn = false

    /// Whether nothing that was pushed has any bearing on what comes next.
    var isAtStart: Bool { scalars.isEmpty && !holdsJoiner && !endedWithReturn }

    /// Takes one scalar of the text.
    mutating func push(_ scalar: Unicode.Scalar) {
        let completesLineEnd = endedWithReturn && scalar == "\n"
        endedWithReturn = scalar == "\r"
        if completesLineEnd { return }
        let kind = ScalarKind(scalar)
        if holdsJoiner {
            holdsJoiner = false
            if kind == .base, ScalarKind.isPicture(scalar) {
                join(scalar)
                return
            }
            emit(.replacement)
        }
        switch kind {
        case .base: start(scalar)
        case .blank: emit(.blank)
        case .unsafe: emit(.replacement)
        case .mark: pushMark(scalar)
        case .joiner: pushJoiner(scalar)
        case .skinTone: pushSkinTone(scalar)
        case .regional: pushRegional(scalar)
        }
    }

    /// Completes the last cluster at the end of the text.
    mutating func finish() {
        if holdsJoiner {
            holdsJoiner = false
            emit(.replacement)
        }
        close()
    }

    /// Forgets the clusters that were taken.
    mutating func removeReady() {
        ready.removeAll(keepingCapacity: true)
    }

    private mutating func pushMark(_ scalar: Unicode.Scalar) {
        if scalars.isEmpty { start("\u{25CC}") }
        extend(scalar)
    }

    private mutating func pushJoiner(_ scalar: Unicode.Scalar) {
        if !scalars.isEmpty, isPicture {
            holdsJoiner = true
        } else if !scalars.isEmpty, ScalarKind.isVirama(last) {
            extend(scalar)
        } else {
            emit(.replacement)
        }
    }

    private mutating func pushSkinTone(_ scalar: Unicode.Scalar) {
        if !scalars.isEmpty, isPicture, isFull || (width == 2 && last.properties.isEmojiModifierBase) {
            extend(scalar)
        } else {
            start(scalar)
        }
    }

    private mutating func pushRegional(_ scalar: Unicode.Scalar) {
        if scalars.count == 1, ScalarKind(last) == .regional {
            extend(scalar)
            width = 2
        } else {
            start(scalar)
            isPicture = false
        }
    }

    private mutating func start(_ scalar: Unicode.Scalar) {
        close()
        scalars.append(scalar)
        width = ScalarWidth.columns(of: scalar)
        last = scalar
        isPicture = ScalarKind.isPicture(scalar)
    }

    private mutating func extend(_ scalar: Unicode.Scalar) {
        if isFull || scalars.count >= Self.largestCluster {
            isFull = true
            return
        }
        scalars.append(scalar)
        last = scalar
    }

    private mutating func join(_ scalar: Unicode.Scalar) {
        if isFull || scalars.count + 2 > Self.largestCluster {
            isFull = true
            return
        }
        scalars.append("\u{200D}")
        scalars.append(scalar)
        width = 2
        last = scalar
    }

    private mutating func emit(_ cluster: Cluster) {
        close()
        ready.append(cluster)
    }

    private mutating func close() {
        guard !scalars.isEmpty else { return }
        let several = scalars.count > 1 ? scalars : []
        ready.append(Cluster(scalars[0], several: several, width: width))
        scalars.removeAll(keepingCapacity: several.isEmpty)
        isFull = false
    }
}

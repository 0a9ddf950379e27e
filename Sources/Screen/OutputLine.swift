/// One line of a program's output while it is being read.
struct OutputLine {
    /// The most columns kept of one line.
    static let widest = 16_384

    private let tabWidth: Int
    private var filter = EscapeFilter()
    private var scanner = ClusterScanner()
    private var clusters: [Cluster] = []
    private var column = 0
    private var restarts = false

    /// Starts an empty line with tab stops at every multiple of the given width.
    init(tabWidth: Int) {
        self.tabWidth = min(max(1, tabWidth), 64)
    }

    /// Takes one scalar of the line.
    mutating func push(_ scalar: Unicode.Scalar) {
        guard filter.passes(scalar) else { return }
        switch scalar {
        case "\r":
            settle()
            restarts = true
        case "\t":
            settle()
            pushTab()
        case "\u{8}":
            settle()
            pushBackspace()
        default:
            scanner.push(scalar)
            takeReady()
        }
    }

    /// Ends the line and gives its text.
    mutating func finish() -> SafeText {
        settle()
        var text = ""
        for cluster in clusters { text += cluster.text }
        return SafeText(text).truncated(to: Self.widest, ellipsis: SafeText("\u{2026}"))
    }

    private mutating func settle() {
        scanner.finish()
        takeReady()
    }

    private mutating func takeReady() {
        if scanner.ready.isEmpty { return }
        for cluster in scanner.ready { append(cluster) }
        scanner.removeReady()
    }

    private mutating func append(_ cluster: Cluster) {
        restartIfAsked()
        guard column <= Self.widest else { return }
        clusters.append(cluster)
        column += cluster.width
    }

    private mutating func pushTab() {
        restartIfAsked()
        let blanks = tabWidth - column % tabWidth
        for _ in 0..<blanks { append(.blank) }
    }

    private mutating func pushBackspace() {
        guard !restarts, column <= Self.widest, let removed = clusters.popLast() else { return }
        column -= removed.width
    }

    private mutating func restartIfAsked() {
        guard restarts else { return }
        restarts = false
        clusters.removeAll(keepingCapacity: true)
        column = 0
    }
}

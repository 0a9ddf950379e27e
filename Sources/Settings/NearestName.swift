/// Which of some names was probably meant by one that is none of them.
public enum NearestName {
    /// The name with the fewest letters to add, drop, change or exchange; nil when none is near enough to be what was meant.
    public static func of(_ word: some StringProtocol, among names: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased())
        guard letters.count <= 64 else { return nil }
        let limit = max(1, letters.count / 3)
        var best: (distance: Int, name: String)?
        for name in names {
            let found = distance(letters, Array(name.lowercased()))
            if found <= limit, best.map({ (found, name) < $0 }) ?? true { best = (found, name) }
        }
        return best?.name
    }

    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var rows = [Array(0...b.count)]
        for i in 1..<(a.count + 1) {
            var row = [i]
            for j in 1..<(b.count + 1) {
                let isSame = a[i - 1] == b[j - 1]
                var steps = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (isSame ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    steps = min(steps, rows[i - 2][j - 2] + 1)
                }
                row.append(steps)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}

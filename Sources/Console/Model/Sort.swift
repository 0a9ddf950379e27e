/// The order of a list: by the text of a column, with numbers in it by their value.
public struct Sort: Hashable, Sendable {
    /// One of the names of the column.
    public let column: String
    /// True when the largest comes first.
    public let isDescending: Bool

    /// An order; entries that are alike in the column stay as the service gave them.
    public init(_ column: String, isDescending: Bool = false) {
        self.column = column
        self.isDescending = isDescending
    }

    /// The places of all rows in this order; nil when there is no such column.
    func order(_ text: SearchText, _ columns: [FilterColumn]) -> [Int]? {
        guard let field = FilterLayout(columns).field(column) else { return nil }
        return text.search { view in
            (0..<text.rows).sorted { a, b in
                let (one, other) = (view.place(field..<(field + 1), of: a), view.place(field..<(field + 1), of: b))
                let order = view.compare(one, other)
                return order == 0 ? a < b : (order < 0) != isDescending
            }
        }
    }
}

extension SearchView {
    /// Below zero when the first text comes before the second: numbers by value, everything else by its bytes.
    func compare(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        var (a, b) = (one.lowerBound, other.lowerBound)
        while a < one.upperBound, b < other.upperBound {
            if Self.isDigit(bytes[a]), Self.isDigit(bytes[b]) {
                let (first, second) = (number(at: a, one), number(at: b, other))
                let order = compare(number: first, second)
                if order != 0 { return order }
                (a, b) = (first.upperBound, second.upperBound)
            } else if bytes[a] != bytes[b] {
                return Int(bytes[a]) - Int(bytes[b])
            } else {
                (a, b) = (a + 1, b + 1)
            }
        }
        return (one.upperBound - a) - (other.upperBound - b)
    }

    /// The digits from a place on, without zeros before them.
    private func number(at place: Int, _ range: Range<Int>) -> Range<Int> {
        var end = place
        while end < range.upperBound, Self.isDigit(bytes[end]) { end += 1 }
        var start = place
        while start < end - 1, bytes[start] == UInt8(ascii: "0") { start += 1 }
        return start..<end
    }

    private func compare(number one: Range<Int>, _ other: Range<Int>) -> Int {
        if one.count != other.count { return one.count - other.count }
        for (a, b) in zip(one, other) where bytes[a] != bytes[b] { return Int(bytes[a]) - Int(bytes[b]) }
        return 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

/// Finds what somebody means by a few letters.
enum FuzzyMatch {
    /// How well a text answers a query, 0 the best; nil when not all letters are there in order. Without regard to case.
    static func rank(_ query: String, in text: String) -> Int? {
        let wanted = Array(query.lowercased().filter { $0 != " " })
        let letters = Array(text.lowercased())
        guard !wanted.isEmpty else { return 0 }
        if let place = words(query, in: text) { return place }
        var rank = 1000
        var position = 0
        for letter in wanted {
            guard let next = letters[position...].firstIndex(of: letter) else { return nil }
            rank += next - position
            position = next + 1
        }
        return rank
    }

    /// How far from the beginning the first of some words stands that are all in a text; nil when one is not.
    static func words(_ query: String, in text: String) -> Int? {
        let text = text.lowercased()
        var first: Int?
        for word in query.lowercased().split(separator: " ") {
            guard let place = text.firstRange(of: word)?.lowerBound else { return nil }
            if first == nil { first = text.distance(from: text.startIndex, to: place) }
        }
        return first ?? 0
    }
}

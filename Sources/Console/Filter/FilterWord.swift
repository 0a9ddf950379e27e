/// Reads one word of a filter.
struct FilterWord {
    /// What it asks for; nil when it is not complete yet.
    private(set) var term: FilterTerm?
    /// What stands before a colon and is no column.
    private(set) var unknownColumn: String?

    init(_ word: [FilterLetter], _ layout: FilterLayout) {
        let begin = word.firstIndex { !$0.isSign("!") } ?? word.endIndex
        let isInverse = begin % 2 == 1
        let letters = word[begin...]
        if letters.first?.isSign("~") == true {
            let needle = Needle(letters.dropFirst().text)
            // Without a column it looks at names, or anywhere when there are none.
            let place = layout.names.isEmpty ? FilterTerm.Place.anywhere : .names
            if !needle.bytes.isEmpty {
                term = FilterTerm(place: place, pattern: .fuzzy(needle), isInverse: isInverse)
            }
        } else if let (place, pattern) = Self.named(letters, layout) {
            term = pattern.map { FilterTerm(place: place, pattern: $0, isInverse: isInverse) }
        } else {
            unknownColumn = Self.unknownColumn(letters)
            term = Self.pattern(letters).map { FilterTerm(place: .anywhere, pattern: $0, isInverse: isInverse) }
        }
    }

    /// `column:value` or `key=value`; the pattern is nil while there is none. nil for a plain word.
    private static func named(_ letters: ArraySlice<FilterLetter>, _ layout: FilterLayout) -> (
        FilterTerm.Place, FilterTerm.Pattern?
    )? {
        let colon = letters.firstIndex { $0.isSign(":") }
        let sign = letters.firstIndex { $0.isSign("=") }
        if let colon, colon < sign ?? .max, let field = layout.field(letters[..<colon].text) {
            let value = letters[(colon + 1)...]
            guard value.first?.isSign("~") == true else { return (.column(field), pattern(value)) }
            let needle = Needle(value.dropFirst().text)
            return (.column(field), needle.bytes.isEmpty ? nil : .fuzzy(needle))
        }
        guard let sign, sign > letters.startIndex, layout.tags != nil else { return nil }
        let value = letters[(sign + 1)...]
        let key = FilterTerm.Place.tag(Needle(letters[..<sign].text))
        if value.isEmpty { return (key, .any) }
        return (key, value.hasWildcards ? .glob(Glob(value)) : .whole(Needle(value.text)))
    }

    private static func pattern(_ letters: ArraySlice<FilterLetter>) -> FilterTerm.Pattern? {
        guard !letters.isEmpty else { return nil }
        return letters.hasWildcards ? .glob(Glob(letters)) : .text(Needle(letters.text))
    }

    /// Letters before a colon look like a column, unless an address or a link goes on behind it.
    private static func unknownColumn(_ letters: ArraySlice<FilterLetter>) -> String? {
        guard let colon = letters.firstIndex(where: { $0.isSign(":") }), colon > letters.startIndex else { return nil }
        let name = letters[..<colon]
        let goesOn = letters[(colon + 1)...].first.map { $0.isSign(":") || $0.isSign("/") } ?? false
        return goesOn || !name.allSatisfy(\.scalar.properties.isAlphabetic) ? nil : name.text
    }
}

/// One word of a filter.
struct FilterTerm: Equatable, Sendable {
    /// Where it looks.
    enum Place: Equatable, Sendable {
        /// In every field that plain words look at.
        case anywhere
        /// In every name.
        case names
        /// In one column.
        case column(Int)
        /// In the value of a tag, by its key.
        case tag(Needle)
    }

    /// What it looks for.
    enum Pattern: Equatable, Sendable {
        /// Anything at all.
        case any
        /// Some text, with anything before and behind it.
        case text(Needle)
        /// A value that is this text.
        case whole(Needle)
        /// A value of this shape.
        case glob(Glob)
        /// Letters in their order, with anything between them.
        case fuzzy(Needle)
    }

    let place: Place
    let pattern: Pattern
    /// True when it passes what does not match.
    let isInverse: Bool

    /// True when whatever this one passes, the other one passes too.
    func implies(_ other: FilterTerm) -> Bool {
        if self == other { return true }
        guard isInverse == other.isInverse else { return false }
        let (narrow, wide) = isInverse ? (other, self) : (self, other)
        switch (narrow.pattern, wide.pattern) {
        case (.text(let narrowText), .text(let wideText)):
            return narrow.place == wide.place && narrowText.implies(wideText)
        case (_, .any): return narrow.place == wide.place
        default: return false
        }
    }
}

extension FilterTerm {
    /// Whether the row of an entry passes. `layout` says which fields are which.
    func passes(_ row: Int, _ view: SearchView, _ layout: FilterLayout) -> Bool {
        finds(row, view, layout) != isInverse
    }

    private func finds(_ row: Int, _ view: SearchView, _ layout: FilterLayout) -> Bool {
        switch place {
        case .anywhere: finds(in: view.place(0..<layout.plainFields, of: row), view)
        case .names: layout.names.contains { finds(in: view.place($0..<($0 + 1), of: row), view) }
        case .column(let field): finds(in: view.place(field..<(field + 1), of: row), view)
        case .tag(let key): finds(key, in: layout.tags.map { view.place($0..<($0 + 1), of: row) } ?? 0..<0, view)
        }
    }

    private func finds(in range: Range<Int>, _ view: SearchView) -> Bool {
        switch pattern {
        case .any: true
        case .text(let needle): view.contains(needle, in: range)
        case .whole(let needle): view.anyValue(in: range) { view.isEqual(needle, $0) }
        case .glob(let glob): view.anyValue(in: range) { glob.matches(view, $0) }
        case .fuzzy(let needle): view.anyValue(in: range) { view.containsInOrder(needle, in: $0) }
        }
    }

    private func finds(_ key: Needle, in range: Range<Int>, _ view: SearchView) -> Bool {
        view.anyValue(in: range) { tag in
            let value = tag.lowerBound + key.bytes.count + 1
            guard value <= tag.upperBound, view.bytes[value - 1] == UInt8(ascii: "="),
                view.holds(key, at: tag.lowerBound)
            else { return false }
            return isValue(value..<tag.upperBound, view)
        }
    }

    private func isValue(_ range: Range<Int>, _ view: SearchView) -> Bool {
        switch pattern {
        case .any: true
        case .text(let needle): view.contains(needle, in: range)
        case .whole(let needle): view.isEqual(needle, range)
        case .glob(let glob): glob.matches(view, range)
        case .fuzzy(let needle): view.containsInOrder(needle, in: range)
        }
    }
}

/// Which entries of a list are to be seen, as somebody types it.
///
/// - `web` passes entries with this text in them. Small letters stand for capitals too, capitals only for themselves.
/// - `web-*`, `web-0?` pass entries with a value of this shape: `*` stands for any letters, `?` for one.
/// - `name:web` looks at one column only, `role=web` at the value of one tag, which must be this one or of this shape;
///   `role=` asks for the tag whatever its value.
/// - `~wb1` finds names with these letters in this order.
/// - `!word` passes what the word does not pass.
/// - Words beside each other must all hold; `|` parts alternatives and binds less than the blank.
/// - Within `"` nothing is a sign and a blank is a blank.
///
/// Every text is a filter. What is not complete yet, such as `!` or `name:`, does not count.
public struct Filter: Equatable, Sendable {
    /// What was typed.
    public let text: String
    /// Words before a colon that are no column; such a word is looked for as it stands.
    public let unknownColumns: [String]
    /// One of them must hold, all terms of it.
    private let alternatives: [[FilterTerm]]
    private let layout: FilterLayout

    /// The filter of a text for entries with some columns.
    public init(_ text: String, columns: [FilterColumn] = []) {
        let layout = FilterLayout(columns)
        var unknown: [String] = []
        alternatives = FilterLetter.alternatives(text).compactMap { words in
            let terms = words.compactMap { word in
                let reader = FilterWord(word, layout)
                if let name = reader.unknownColumn, !unknown.contains(name) { unknown.append(name) }
                return reader.term
            }
            return terms.isEmpty ? nil : terms
        }
        self.text = text
        self.layout = layout
        unknownColumns = unknown
    }

    /// True when everything passes.
    public var isEmpty: Bool { alternatives.isEmpty }

    /// True when everything that passes here passes the other one too: then only that has to be looked at.
    func narrows(_ other: Filter) -> Bool {
        if other.isEmpty { return true }
        guard !isEmpty, layout == other.layout else { return false }
        return alternatives.allSatisfy { narrow in
            other.alternatives.contains { wide in
                wide.allSatisfy { term in narrow.contains { $0.implies(term) } }
            }
        }
    }

    func passes(_ row: Int, _ view: SearchView) -> Bool {
        isEmpty || alternatives.contains { $0.allSatisfy { $0.passes(row, view, layout) } }
    }
}

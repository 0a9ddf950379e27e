/// A letter of a filter; within quotes it is never a sign.
struct FilterLetter: Equatable, Sendable {
    let scalar: Unicode.Scalar
    let isQuoted: Bool

    func isSign(_ sign: Unicode.Scalar) -> Bool { !isQuoted && scalar == sign }

    /// The words of a text, in its alternatives: blanks part words, and `|` parts alternatives.
    static func alternatives(_ text: String) -> [[[FilterLetter]]] {
        var alternatives: [[[FilterLetter]]] = [[]]
        var word: [FilterLetter] = []
        var isQuoted = false
        func endWord() {
            if !word.isEmpty { alternatives[alternatives.count - 1].append(word) }
            word = []
        }
        for scalar in text.unicodeScalars {
            if scalar == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, scalar.properties.isWhitespace {
                endWord()
            } else if !isQuoted, scalar == "|" {
                endWord()
                alternatives.append([])
            } else {
                word.append(FilterLetter(scalar: scalar, isQuoted: isQuoted))
            }
        }
        endWord()
        return alternatives
    }
}

extension Collection<FilterLetter> {
    /// The letters as text.
    var text: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: map(\.scalar))
        return String(text)
    }

    /// Whether there is a sign that stands for other letters.
    var hasWildcards: Bool { contains { $0.isSign("*") || $0.isSign("?") } }
}

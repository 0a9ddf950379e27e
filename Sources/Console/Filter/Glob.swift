/// A pattern for a whole value, in which `*` stands for any letters and `?` for one.
struct Glob: Equatable, Sendable {
    /// A byte to find, with the ninth bit for a capital; or one of the two signs.
    private let signs: [UInt16]
    private let respectsCase: Bool
    private static let capital: UInt16 = 1 << 8
    private static let one: UInt16 = 1 << 9
    private static let many: UInt16 = 1 << 10

    init(_ letters: ArraySlice<FilterLetter>) {
        var signs: [UInt16] = []
        for letter in letters {
            if letter.isSign("*") {
                signs.append(Self.many)
            } else if letter.isSign("?") {
                signs.append(Self.one)
            } else {
                let needle = Needle(String(letter.scalar))
                for (byte, isCapital) in zip(needle.bytes, needle.capitals) {
                    signs.append(UInt16(byte) | (isCapital ? Self.capital : 0))
                }
            }
        }
        self.signs = signs
        respectsCase = signs.contains { $0 & Self.capital != 0 }
    }

    /// Goes back to the last star only: the time grows with the length of the value times that of the pattern.
    func matches(_ view: SearchView, _ range: Range<Int>) -> Bool {
        var sign = 0
        var place = range.lowerBound
        var star: (sign: Int, place: Int)?
        while place < range.upperBound {
            let wanted = sign < signs.count ? signs[sign] : 0
            if wanted == Self.many {
                star = (sign, place)
                sign += 1
            } else if wanted == Self.one {
                sign += 1
                place += SearchView.length(view.bytes[place])
            } else if wanted != 0, wanted == code(view, place) {
                sign += 1
                place += 1
            } else if let last = star {
                place = last.place + SearchView.length(view.bytes[last.place])
                star = (last.sign, place)
                sign = last.sign + 1
            } else {
                return false
            }
        }
        return signs[sign...].allSatisfy { $0 == Self.many }
    }

    private func code(_ view: SearchView, _ place: Int) -> UInt16 {
        UInt16(view.bytes[place]) | (respectsCase && view.isCapital(place) ? Self.capital : 0)
    }
}

/// A set of the numbers 0 to 63 in one word, as the fields of a cron expression need it.
struct NumberSet: Hashable, Sendable {
    private(set) var bits: UInt64 = 0

    /// The empty set.
    init() {}

    /// All numbers of a range; those outside of 0 to 63 are left out.
    init(_ range: ClosedRange<Int>) { for number in range { insert(number) } }

    mutating func insert(_ number: Int) {
        guard (0..<64).contains(number) else { return }
        bits |= 1 << UInt64(number)
    }

    /// The members up to a number.
    func through(_ number: Int) -> NumberSet {
        var set = self
        if number < 63 { set.bits &= (2 << UInt64(max(0, number))) - 1 }
        return set
    }

    mutating func formUnion(_ other: NumberSet) { bits |= other.bits }

    func contains(_ number: Int) -> Bool { (0..<64).contains(number) && bits >> UInt64(number) & 1 == 1 }

    /// The least member that is not below `number`.
    func first(from number: Int) -> Int? {
        guard number < 64 else { return nil }
        let rest = bits & (UInt64.max << UInt64(max(0, number)))
        return rest == 0 ? nil : rest.trailingZeroBitCount
    }

    var isEmpty: Bool { bits == 0 }
    var count: Int { bits.nonzeroBitCount }
    /// The least member; 0 for the empty set.
    var least: Int { isEmpty ? 0 : bits.trailingZeroBitCount }
    /// The greatest member; 0 for the empty set.
    var greatest: Int { isEmpty ? 0 : 63 - bits.leadingZeroBitCount }

    /// The members in ascending order.
    var members: [Int] {
        var members: [Int] = []
        var next = first(from: 0)
        while let member = next {
            members.append(member)
            next = first(from: member + 1)
        }
        return members
    }

    /// The least distance of two neighbours; nil with fewer than two members.
    var leastStep: Int? {
        let members = members
        return zip(members, members.dropFirst()).map { $1 - $0 }.min()
    }
}

/// The years of a cron expression, within 1970 to 2099.
struct YearSet: Hashable, Sendable {
    static let range = 1970...2099

    private var words: [UInt64] = [0, 0, 0]

    mutating func insert(_ year: Int) {
        guard Self.range.contains(year) else { return }
        let index = year - Self.range.lowerBound
        words[index / 64] |= 1 << UInt64(index % 64)
    }

    func contains(_ year: Int) -> Bool {
        guard Self.range.contains(year) else { return false }
        let index = year - Self.range.lowerBound
        return words[index / 64] >> UInt64(index % 64) & 1 == 1
    }

    /// The least member that is not below `year`.
    func first(from year: Int) -> Int? {
        var year = max(year, Self.range.lowerBound)
        while year <= Self.range.upperBound {
            if contains(year) { return year }
            year += 1
        }
        return nil
    }

    var members: [Int] { Self.range.filter(contains) }
}

public import CloudAssistant

/// The time zones that a console can look up.
public struct ZoneBook: Equatable, Sendable {
    /// The rules of a zone by its name, nil for one that is not known.
    public let rules: @Sendable (TimeZoneName) -> ZoneRules?
    /// The rules of this machine's own clocks.
    public let own: ZoneRules

    /// A book that knows what `rules` says.
    public init(own: ZoneRules = .utc, rules: @escaping @Sendable (TimeZoneName) -> ZoneRules? = { _ in nil }) {
        self.own = own
        self.rules = rules
    }

    /// The same clocks; what else is known cannot be compared.
    public static func == (a: Self, b: Self) -> Bool { a.own == b.own }
}

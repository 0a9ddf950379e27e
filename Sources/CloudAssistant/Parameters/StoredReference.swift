/// A parameter of the store that a script names: `{{oos:name}}`, or `{{oos-secret:name}}` for a secret one.
public struct StoredReference: Hashable, Sendable, CustomStringConvertible {
    /// The name, with its case.
    public let name: String
    /// True for `oos-secret:`.
    public let isSecret: Bool

    /// A reference from its parts.
    public init(name: String, isSecret: Bool) {
        self.name = name
        self.isSecret = isSecret
    }

    /// As it stands between the braces: `oos:name`.
    public var description: String { (isSecret ? "oos-secret:" : "oos:") + name }

    /// The longest name, in characters.
    public static let nameLimit = 255

    /// True for names that a parameter may have: letters, digits, `_`, `-` and `.` of ASCII, at most `nameLimit`.
    public static func isAllowed(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= nameLimit
            && name.utf8.allSatisfy { ParameterName.isAllowed($0) || $0 == 0x2e }
    }
}

/// The places of a script where values of the store belong; the script itself has nothing there.
public struct StoredPlaces: Hashable, Sendable {
    /// One place.
    public struct Place: Hashable, Sendable {
        /// The value belongs before this byte of the script.
        public let offset: Int
        /// Whose value.
        public let reference: StoredReference

        /// A place from its parts.
        public init(offset: Int, reference: StoredReference) {
            self.offset = offset
            self.reference = reference
        }
    }

    /// The region whose store is asked.
    public let regionID: RegionID
    /// The places in the script's order.
    public let places: [Place]

    /// Places from their parts.
    public init(regionID: RegionID, places: [Place]) {
        self.regionID = regionID
        self.places = places
    }

    /// Each parameter once, in order of first use.
    public var references: [StoredReference] {
        var seen: Set<StoredReference> = []
        return places.map(\.reference).filter { seen.insert($0).inserted }
    }
}

/// A column that a filter can name, as in `name:web`, and that a list can be sorted by.
public struct FilterColumn: Hashable, Sendable {
    /// What words look for in it.
    public enum Kind: Hashable, Sendable {
        /// A name: plain and fuzzy words look at it.
        case name
        /// Any other short text: plain words look at it.
        case text
        /// Tags, each as `key=value`: plain words and `key=value` look at them.
        case tags
        /// Only words that name the column look at it.
        case namedOnly
    }

    /// Its names in lower case, the one to show first.
    public let names: [String]
    /// What words look for in it.
    public let kind: Kind

    /// A column from its names.
    public init(_ names: String..., kind: Kind = .text) {
        self.names = names
        self.kind = kind
    }
}

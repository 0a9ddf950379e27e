/// A bucket as outputs are put into it.
public protocol OutputStore: Sendable {
    /// Looks whether the bucket is there and may be used, as far as that can be told without putting something into it.
    func check() async throws(DeliveryFailure)

    /// Puts an output under a key, whole or not at all; what stood there before is replaced. On return it is as durable as
    /// the store makes things.
    func put(_ output: OutputContent, under key: String) async throws(DeliveryFailure)
}

/// Why a store cannot be used, or why an output could not be put into it.
public struct DeliveryFailure: Error, Hashable, Sendable {
    /// The kinds that make a difference to whoever asks.
    public enum Kind: Sendable, Hashable {
        /// There is no such bucket.
        case noBucket
        /// The bucket is in another region than the call, or than its description says.
        case otherRegion
        /// The store refuses.
        case refused
        /// It may work a little later: no answer, a busy or broken store, a full disk.
        case transient
        /// It will not work later either.
        case lasting
    }

    /// The longest code and the longest words that are kept, in characters.
    static let codeLimit = 64
    static let detailLimit = 200

    /// What kind it is.
    public let kind: Kind
    /// The store's own code, or one of ours.
    public let code: String
    /// The store's own words, or ours; never a secret.
    public let detail: String

    /// A failure from its parts; control characters and what is too long are left out.
    public init(_ kind: Kind, code: String, detail: String) {
        self.kind = kind
        self.code = Self.plain(code, limit: Self.codeLimit)
        self.detail = Self.plain(detail, limit: Self.detailLimit)
    }

    private static func plain(_ text: String, limit: Int) -> String {
        let scalars = text.unicodeScalars.lazy.map { $0.properties.generalCategory == .control ? " " : $0 }
        return String(String.UnicodeScalarView(scalars.prefix(limit)))
    }
}

/// A refusal of a call, or a failure to carry it out.
public struct APIError: Error, Sendable, Hashable {
    /// The most characters that are kept of a fact.
    public static let factLimit = 200

    /// The code that clients go by.
    public let code: Code
    /// What is known about this error.
    public let facts: [Fact: String]
    /// The id of the request that failed, when it is known.
    public var requestID: String?

    /// An error with a code of the catalogue.
    public init(_ code: APIErrorCode, _ facts: [Fact: String] = [:], requestID: String? = nil) {
        self.init(code: Code(code), facts: facts, requestID: requestID)
    }

    /// An error with any code, such as one that another service answered.
    public init(code: Code, facts: [Fact: String] = [:], requestID: String? = nil) {
        self.code = code
        self.facts = facts.mapValues { String($0.unicodeScalars.prefix(Self.factLimit)) }
        self.requestID = requestID
    }

    /// The HTTP status that goes with the code; 400 for a code that is not in the catalogue.
    public var httpStatus: Int { code.known?.entry.httpStatus ?? 400 }
}

extension APIError {
    /// An error code as it stands on the wire, in the catalogue or not.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The code's text on the wire.
        public let text: String
        /// The code in the catalogue, unless it is unknown.
        public var known: APIErrorCode? { APIErrorCode(rawValue: text) }
        /// The code's text on the wire.
        public var description: String { text }

        /// A code of the catalogue.
        public init(_ code: APIErrorCode) { text = code.rawValue }

        /// A code from its text, which is kept whether or not it is in the catalogue.
        public init(_ text: String) { self.text = text }
    }
}

/// A JSON value that keeps the order of an object's members and repeated names, which the API has an error code for.
public indirect enum JSON: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number as it is written, so that no digit is lost.
    case number(String)
    /// A string.
    case string(String)
    /// A list.
    case array([JSON])
    /// Members in order, repeated names included.
    case object([Member])

    /// One member of an object.
    public struct Member: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its value.
        public let value: JSON

        /// A member from its name and value.
        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// A whole number.
    public static func integer(_ value: some BinaryInteger) -> JSON { .number(String(value)) }

    /// The value of an object's first member of that name.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text when this is a string.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The elements when this is a list.
    public var elements: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
    /// An object written in source code, members in order.
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0, $1) }) }
    /// A string written in source code.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A list written in source code.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// A truth value written in source code.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number written in source code.
    public init(integerLiteral value: Int) { self = .integer(value) }
}

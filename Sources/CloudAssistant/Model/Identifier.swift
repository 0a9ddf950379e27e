/// The id of one `Of`, so that an instance id can never stand where an invoke id is meant.
public struct Identifier<Of>: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The id as the API spells it, for example `i-bp185dy2o3o6n0001`.
    public let text: String

    /// Takes the text as it is: whether such an object exists is for the service to say.
    public init(_ text: String) { self.text = text }

    /// An id written in source code.
    public init(stringLiteral value: String) { self.text = value }

    /// The id as the API spells it.
    public var description: String { text }

    /// Orders ids by their text, which for generated ids is also the order of creation.
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// What region ids name.
public enum RegionKind: Sendable {}
/// What instance ids name.
public enum InstanceKind: Sendable {}
/// What command ids name.
public enum CommandKind: Sendable {}
/// What invoke ids name.
public enum InvocationKind: Sendable {}
/// What resource group ids name.
public enum ResourceGroupKind: Sendable {}

/// `cn-hangzhou`, `local`.
public typealias RegionID = Identifier<RegionKind>
/// `i-…`
public typealias InstanceID = Identifier<InstanceKind>
/// `c-…`, or the name of a command of a read-only provider.
public typealias CommandID = Identifier<CommandKind>
/// `t-…`
public typealias InvokeID = Identifier<InvocationKind>
/// `rg-…`
public typealias ResourceGroupID = Identifier<ResourceGroupKind>

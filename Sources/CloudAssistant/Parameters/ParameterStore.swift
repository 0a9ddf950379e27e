/// Where `{{oos:…}}` and `{{oos-secret:…}}` are looked up, and the name of a Windows password.
///
/// Asked at a call for what there is, and for values only at the moment when a script is sent.
public protocol ParameterStore: Sendable {
    /// What is known of the parameters of a region, by name; nothing of their values.
    func parameters(in region: RegionID) throws(ParameterStoreError) -> [StoredParameter]

    /// The values of some parameters, all of them or an error.
    func values(of references: [StoredReference], in region: RegionID) throws(ParameterStoreError)
        -> [StoredReference: [UInt8]]

    /// Every value that secrets of these names have or had while a script that runs now may have been sent: what is to
    /// be kept out of its output. Asked with expired credentials too.
    func secrets(named names: Set<String>, in region: RegionID) throws(ParameterStoreError) -> [[UInt8]]
}

/// What may be told of a stored parameter: everything but its value.
public struct StoredParameter: Hashable, Sendable {
    /// The region that it belongs to.
    public var regionID: RegionID
    /// Its name and whether it is secret.
    public var reference: StoredReference
    /// What it is for.
    public var description: String
    /// How often its value was set.
    public var version: Int
    /// When it was made.
    public var created: Timestamp
    /// When it was last changed.
    public var updated: Timestamp
    /// The names of callers that may use it beside the owner of the state.
    public var allowed: [String]

    /// A parameter from its parts.
    public init(
        regionID: RegionID, reference: StoredReference, description: String = "", version: Int = 1,
        created: Timestamp, updated: Timestamp, allowed: [String] = []
    ) {
        self.regionID = regionID
        self.reference = reference
        self.description = description
        self.version = version
        self.created = created
        self.updated = updated
        self.allowed = allowed
    }
}

/// Why a parameter store does not answer. None of the cases holds a value.
public enum ParameterStoreError: Error, Hashable, Sendable {
    /// There is no parameter of that name and kind.
    case unknown(StoredReference)
    /// The credentials of the store are no longer valid.
    case expired(Timestamp)
    /// A file cannot be read or written; the system's error number.
    case unusable(path: String, errno: Int32)
    /// A file belongs to somebody else, may be read by others or is no plain file.
    case unsafe(path: String)
    /// A file is not what the store wrote.
    case damaged(path: String)
    /// The key that opens the values is not there.
    case noKey(path: String)
}

/// A place where instances are, served by one endpoint.
public struct Region: Hashable, Sendable {
    /// `cn-hangzhou`, `local`.
    public let id: RegionID
    /// The region's name for people, in the operator's language where the service knows it.
    public let localName: String
    /// Host name of the service for this region; empty for the embedded one.
    public let endpoint: String
    /// False where commands cannot be run (`RegionId.ApiNotSupported`).
    public let supportsCommands: Bool
    /// False where there is no parameter store (`ParameterStore.NotSupported`).
    public let hasParameterStore: Bool

    /// A region from its parts.
    public init(
        id: RegionID, localName: String, endpoint: String = "", supportsCommands: Bool = true,
        hasParameterStore: Bool = true
    ) {
        self.id = id
        self.localName = localName
        self.endpoint = endpoint
        self.supportsCommands = supportsCommands
        self.hasParameterStore = hasParameterStore
    }

    /// The region of this machine and what shares it.
    public static let local = Region(id: "local", localName: "This machine")
}

/// How far the delivery of one attempt's output is. It begins when an attempt that ran has ended.
public struct OutputDelivery: Hashable, Sendable {
    /// The words of `OssOutputStatus`.
    public enum Status: String, Sendable, CaseIterable {
        /// Under way, or waiting for its turn. Goes to finished or failed, also after a restart.
        case inProgress = "InProgress"
        /// Final: the whole output is in the store.
        case finished = "Finished"
        /// Final: it could not be put there.
        case failed = "Failed"
    }

    /// Where it stands.
    public var status: Status
    /// Where the output is, as `oss://bucket/key`; empty unless finished.
    public var address: String
    /// The store's own code, or one of ours; empty unless failed.
    public var errorCode: String
    /// The store's own words, or ours; empty unless failed.
    public var errorInfo: String

    /// A delivery from its parts.
    public init(_ status: Status, address: String = "", errorCode: String = "", errorInfo: String = "") {
        self.status = status
        self.address = address
        self.errorCode = errorCode
        self.errorInfo = errorInfo
    }
}

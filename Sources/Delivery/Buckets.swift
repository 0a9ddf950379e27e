import AsyncHTTPClient
public import CloudAssistant

/// The buckets that outputs can be delivered to, by name.
public struct Buckets: Sendable {
    private let terms: DeliveryTerms
    private let now: @Sendable () -> Timestamp
    private let custom: (patience: S3Store.Patience, client: HTTPClient)?

    /// The buckets of some terms; `now` is what requests are signed with.
    public init(_ terms: DeliveryTerms, now: @escaping @Sendable () -> Timestamp) {
        self.terms = terms
        self.now = now
        custom = nil
    }

    /// With other times; whoever made the client has to keep it.
    init(
        _ terms: DeliveryTerms, now: @escaping @Sendable () -> Timestamp, patience: S3Store.Patience,
        client: HTTPClient
    ) {
        self.terms = terms
        self.now = now
        custom = (patience, client)
    }

    /// Whether a user may have outputs delivered at all.
    public func allow(_ user: String) -> Bool { terms.allowedUsers?.contains(user) ?? true }

    /// The region of a bucket; that of this machine for one that is not described.
    public func region(of bucket: String) -> RegionID { described(bucket)?.regionID ?? Region.local.id }

    /// The bucket of a name. One that is not described is a directory, which may or may not be there.
    public func store(_ bucket: String) throws(DeliveryFailure) -> any OutputStore {
        let kind = described(bucket)?.kind ?? .directory(path: nil)
        switch kind {
        case .directory(let path?): return DirectoryStore(path: path)
        case .directory(nil):
            guard let directory = terms.bucketsDirectory, OutputDestination.isBucketName(bucket.utf8) else {
                throw DeliveryFailure(.noBucket, code: "NoSuchBucket", detail: "there is no such bucket")
            }
            return DirectoryStore(path: "\(directory)/\(bucket)")
        case .s3(let endpoint):
            guard let custom else { return S3Store(bucket: bucket, endpoint: endpoint, now: now) }
            return S3Store(
                bucket: bucket, endpoint: endpoint, patience: custom.patience, now: now, client: custom.client)
        }
    }

    private func described(_ name: String) -> Bucket? { terms.buckets.first { $0.name == name } }
}

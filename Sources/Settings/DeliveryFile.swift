public import CloudAssistant

/// `delivery.toml`: the buckets that outputs can be delivered to, and who may.
///
/// ```toml
/// allow = ["ann", "deploy"]   # users who may have outputs delivered; by default all who may run something
///
/// [[bucket]]
/// name = "outputs"            # oss://outputs
/// kind = "directory"          # of this machine
/// path = "/srv/outputs"       # by default buckets/NAME in the state directory
///
/// [[bucket]]
/// name = "archive"
/// kind = "s3"                 # any service that speaks the S3 protocol, as OSS does
/// region = "local"            # whose invocations may deliver to it; by default that of this machine
/// endpoint = "https://s3.example.com"
/// path-style = true           # by default false: the bucket's name stands before the host
/// signing-region = "us-east-1"
/// credentials = "/etc/flagdeck/archive.key"   # mode 0600: access-key-id = ..., access-key-secret = ...
/// ```
public struct DeliveryFile: Sendable, Hashable {
    /// The largest file that is read, in bytes.
    public static let sizeLimit = 1 << 20

    /// The buckets in the file's order.
    public let buckets: [Bucket]
    /// The users who may have outputs delivered; nil for all who may run something.
    public let allowedUsers: Set<String>?

    /// Reads the bytes of a file; `path` is for errors. It is used as a whole or not at all.
    public init(_ bytes: some Collection<UInt8>, path: String) throws(SettingsError) {
        let reader = BucketReader(try SettingsDocument(bytes, path: path, sizeLimit: Self.sizeLimit))
        allowedUsers = try reader.allowedUsers()
        buckets = try reader.buckets()
    }
}

/// A place for outputs, by its name.
public struct Bucket: Hashable, Sendable {
    /// What a bucket is made of.
    public enum Kind: Hashable, Sendable {
        /// A directory of this machine by its path; nil for the one of the bucket's name in the state directory.
        case directory(path: String?)
        /// A bucket of a service that speaks the S3 protocol, as OSS does.
        case s3(S3Endpoint)
    }

    /// Its name, as `oss://` names it.
    public var name: String
    /// The region whose invocations may deliver to it.
    public var regionID: RegionID
    /// What it is made of.
    public var kind: Kind

    /// A bucket from its parts.
    public init(name: String, regionID: RegionID, kind: Kind) {
        self.name = name
        self.regionID = regionID
        self.kind = kind
    }
}

/// Where a bucket's service is and how it is spoken to.
public struct S3Endpoint: Hashable, Sendable {
    /// `https` or `http`.
    public let scheme: String
    /// Host and, unless it is the scheme's own, port: `oss-cn-hangzhou.aliyuncs.com`, `127.0.0.1:5000`.
    public let authority: String
    /// True when the bucket's name stands in the path, false when it stands before the host.
    public var usesPathStyle: Bool
    /// The region that requests are signed for, as the service calls it.
    public var signingRegion: String
    /// Path of the file with the access key, which only its owner may read.
    public var credentialsFile: String

    /// An endpoint by its address, which is `http://` or `https://`, a host and perhaps a port; nil for any other text.
    public init?(_ address: String, usesPathStyle: Bool, signingRegion: String, credentialsFile: String) {
        guard let scheme = ["https", "http"].first(where: { address.begins(with: $0 + "://") }) else { return nil }
        var rest = Array(address.utf8.dropFirst(scheme.utf8.count + 3))
        if rest.last == 0x2f { rest.removeLast() }
        guard Self.isAuthority(rest) else { return nil }
        let own = scheme == "https" ? ":443" : ":80"
        let text = String(decoding: rest, as: UTF8.self).asciiLowerCased
        self.scheme = scheme
        authority = text.hasSuffix(own) ? String(text.dropLast(own.count)) : text
        self.usesPathStyle = usesPathStyle
        self.signingRegion = signingRegion
        self.credentialsFile = credentialsFile
    }

    private static func isAuthority(_ bytes: [UInt8]) -> Bool {
        let isBracketed = bytes.first == 0x5b
        let bracket = bytes.firstIndex(of: 0x5d).map { $0 + 1 }
        guard let end = isBracketed ? bracket : bytes.firstIndex(of: 0x3a) ?? bytes.count else { return false }
        let (host, port) = (bytes[..<end], bytes[end...])
        let signs: [UInt8] = isBracketed ? [0x3a, 0x5b, 0x5d] : [0x2d, 0x2e]
        let isHost = host.allSatisfy { ParameterName.isAllowed($0) && $0 != 0x5f || signs.contains($0) }
        return isHost && (1...253).contains(host.count) && (port.isEmpty || isPort(port))
    }

    private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
        let digits = bytes.dropFirst()
        return bytes.first == 0x3a && (1...5).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// What there is to deliver to, and who may.
public struct DeliveryTerms: Hashable, Sendable {
    /// The buckets that are described.
    public var buckets: [Bucket]
    /// The users who may have outputs delivered; nil for everybody who may run something.
    public var allowedUsers: Set<String>?
    /// The directory in which every directory is a bucket of this machine's region; nil for none.
    public var bucketsDirectory: String?

    /// Terms from their parts; without any, there is no bucket at all.
    public init(buckets: [Bucket] = [], allowedUsers: Set<String>? = nil, bucketsDirectory: String? = nil) {
        self.buckets = buckets
        self.allowedUsers = allowedUsers
        self.bucketsDirectory = bucketsDirectory
    }
}

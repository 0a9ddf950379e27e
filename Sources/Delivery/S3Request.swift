import CloudAssistant

/// One request to a bucket, signed.
struct S3Request {
    let method: String
    let url: String
    let headers: [(name: String, value: String)]

    /// SHA-256 of no bytes.
    static let emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    /// A request about a bucket, or about one of its objects.
    struct Subject {
        let method: String
        let bucket: String
        var key = ""
        /// The name of a part of the bucket's description, such as `location`.
        var part: String?
        var bodyDigest = emptyDigest
    }

    init(_ subject: Subject, at endpoint: S3Endpoint, with key: AccessKey, _ now: Timestamp) {
        method = subject.method
        let host = endpoint.usesPathStyle ? endpoint.authority : "\(subject.bucket).\(endpoint.authority)"
        let object = SignatureV4.encoded(subject.key, keepingSlashes: true)
        let path = endpoint.usesPathStyle ? "/\(subject.bucket)" + (object.isEmpty ? "" : "/\(object)") : "/\(object)"
        let query = subject.part.map { [(name: $0, value: "")] } ?? []
        url = "\(endpoint.scheme)://\(host)\(path)" + (subject.part.map { "?\($0)=" } ?? "")
        var headers = [
            (name: "Host", value: host), (name: "x-amz-content-sha256", value: subject.bodyDigest),
            (name: "x-amz-date", value: SignatureV4.stamp(now)),
        ]
        if let token = key.securityToken { headers.append((name: "x-amz-security-token", value: token)) }
        let signature = SignatureV4(key: key, region: endpoint.signingRegion).authorization(
            of: .init(
                method: subject.method, path: path, query: query, headers: headers, bodyDigest: subject.bodyDigest),
            at: now)
        self.headers = headers + [(name: "Authorization", value: signature)]
    }
}

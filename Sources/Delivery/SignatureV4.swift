import CloudAssistant
import Crypto

/// AWS Signature Version 4 as the S3 protocol uses it: the path is encoded once, and the digest of the body is signed.
struct SignatureV4 {
    /// What is signed of a request.
    struct Subject {
        var method: String
        /// Percent-encoded, beginning with a slash.
        var path: String
        /// Names and values, not encoded.
        var query: [(name: String, value: String)] = []
        /// All headers that are to be signed, `host` among them; names in any case.
        var headers: [(name: String, value: String)]
        /// SHA-256 of the body in hexadecimal digits.
        var bodyDigest: String
    }

    let key: AccessKey
    let region: String
    var service = "s3"

    /// The value of the header `Authorization`.
    func authorization(of subject: Subject, at moment: Timestamp) -> String {
        let names = signedHeaders(subject).map(\.name).joined(separator: ";")
        let credential = "\(key.id)/\(scope(moment))"
        let signature = hmac(signingKey(moment), stringToSign(subject, at: moment)).hexadecimal
        return "AWS4-HMAC-SHA256 Credential=\(credential), SignedHeaders=\(names), Signature=\(signature)"
    }

    /// The request in the one form that both sides make of it.
    func canonicalRequest(_ subject: Subject) -> String {
        let query = subject.query.map { (Self.encoded($0.name), Self.encoded($0.value)) }.sorted { $0 < $1 }
            .map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let headers = signedHeaders(subject)
        let lines = headers.map { "\($0.name):\($0.value)\n" }.joined()
        let names = headers.map(\.name).joined(separator: ";")
        return [subject.method, subject.path, query, lines, names, subject.bodyDigest].joined(separator: "\n")
    }

    func stringToSign(_ subject: Subject, at moment: Timestamp) -> String {
        let digest = Array(SHA256.hash(data: Array(canonicalRequest(subject).utf8))).hexadecimal
        return "AWS4-HMAC-SHA256\n\(Self.stamp(moment))\n\(scope(moment))\n\(digest)"
    }

    /// The moment as the header `x-amz-date` has it: `20130524T000000Z`.
    static func stamp(_ moment: Timestamp) -> String {
        moment.wireText.filter { $0 != "-" && $0 != ":" }
    }

    /// A text with everything but letters, digits and `-_.~` as `%XX`; slashes stay when they are kept.
    static func encoded(_ text: String, keepingSlashes: Bool = false) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: bytes.append(byte)
            case 0x2f where keepingSlashes: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func scope(_ moment: Timestamp) -> String {
        "\(Self.stamp(moment).prefix(8))/\(region)/\(service)/aws4_request"
    }

    private func signedHeaders(_ subject: Subject) -> [(name: String, value: String)] {
        subject.headers.map { header in
            let words = header.value.split(separator: " ").joined(separator: " ")
            return (name: header.name.lowercased(), value: words)
        }.sorted { $0.name < $1.name }
    }

    private func signingKey(_ moment: Timestamp) -> [UInt8] {
        let day = String(Self.stamp(moment).prefix(8))
        return [day, region, service, "aws4_request"].reduce(Array("AWS4\(key.secret)".utf8)) { hmac($0, $1) }
    }

    private func hmac(_ key: [UInt8], _ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
    }
}

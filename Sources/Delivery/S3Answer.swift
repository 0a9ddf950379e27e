/// What a store answered, as far as it matters here.
struct S3Answer: Equatable {
    /// The most of a body that is looked at, in bytes.
    static let bodyLimit = 1 << 16

    var status: Int
    /// `x-amz-bucket-region`, which stores that have regions send along.
    var bucketRegion: String?
    /// The beginning of the body.
    var body: [UInt8] = []

    /// Why the request did not succeed; nil when it did. `region` is what it was signed for.
    func failure(signedFor region: String) -> DeliveryFailure? {
        let isElsewhere = bucketRegion.map { !$0.isEmpty && $0 != region } ?? false
        switch status {
        case 200..<300: return nil
        case 300..<400: return failure(.otherRegion)
        case 400 where isElsewhere: return failure(.otherRegion)
        case 404: return failure(.noBucket)
        case 401, 403: return failure(.refused)
        case 408, 425, 429: return failure(.transient)
        case 400 where code == "RequestTimeout": return failure(.transient)
        case 500...: return failure(.transient)
        default: return failure(.lasting)
        }
    }

    private func failure(_ kind: DeliveryFailure.Kind) -> DeliveryFailure {
        let words = element("Message") ?? "the store answered with HTTP status \(status)"
        return DeliveryFailure(kind, code: code ?? "HTTPStatus\(status)", detail: words)
    }

    private var code: String? { element("Code") }

    /// The text of the first element of a name in an error document; nil without one.
    func element(_ name: String) -> String? {
        let text = String(decoding: body, as: UTF8.self)
        guard let start = text.firstRange(of: "<\(name)>"),
            let end = text[start.upperBound...].firstRange(of: "</\(name)>")
        else { return nil }
        let inner = String(text[start.upperBound..<end.lowerBound])
        let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
            .reduce(inner) { $0.replacing($1.0, with: $1.1) }
        return plain.isEmpty ? nil : plain
    }
}

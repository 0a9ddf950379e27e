import AsyncHTTPClient
import CloudAssistant
import NIOCore
import NIOHTTP1

/// A bucket of a service that speaks the S3 protocol. Redirects are never followed: they would carry the signature to
/// whatever host the answer names.
struct S3Store: OutputStore {
    /// How long things may take.
    struct Patience: Sendable {
        /// A look at the bucket, which a caller waits for.
        var check = TimeAmount.seconds(5)
        /// Without any progress.
        var silence = TimeAmount.seconds(30)
        /// A whole upload: so long and one second more for each `bytesPerSecond`.
        var upload = TimeAmount.seconds(60)
        var bytesPerSecond: Int64 = 65_536
    }

    let bucket: String
    let endpoint: S3Endpoint
    var patience = Patience()
    let now: @Sendable () -> Timestamp
    var client = Self.client

    /// For all stores of the process, which is why nobody ever shuts it down. It makes no thread before it is used.
    static let client = client(Patience())

    static func client(_ patience: Patience) -> HTTPClient {
        var timeout = HTTPClient.Configuration.Timeout(
            connect: patience.check, read: patience.silence, write: patience.silence)
        timeout.connect = patience.check
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow, timeout: timeout)
        // Whatever asks for more than one connection to a store is a batch of uploads, and those are few.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 4
        return HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }

    func check() async throws(DeliveryFailure) {
        let key = try AccessKey(file: endpoint.credentialsFile)
        let answer = try await ask(.init(method: "HEAD", bucket: bucket), key)
        guard let failure = answer.failure(signedFor: endpoint.signingRegion) else {
            if let region = answer.bucketRegion, !region.isEmpty, region != endpoint.signingRegion {
                throw DeliveryFailure(.otherRegion, code: "", detail: "the bucket is in \(region)")
            }
            return
        }
        throw await worded(failure, key)
    }

    func put(_ output: OutputContent, under key: String) async throws(DeliveryFailure) {
        let accessKey = try AccessKey(file: endpoint.credentialsFile)
        let digest = try await output.digest()
        let request = S3Request(
            .init(method: "PUT", bucket: bucket, key: key, bodyDigest: digest), at: endpoint, with: accessKey, now())
        let time = patience.upload + .seconds(output.size / max(1, patience.bytesPerSecond))
        let answer = try await execute(request, output, within: time)
        guard let failure = answer.failure(signedFor: endpoint.signingRegion) else { return }
        // A store that refuses before it has read the output may close so hard that its words are lost.
        throw answer.body.isEmpty ? await worded(failure, accessKey) : failure
    }

    /// A failure that came without words, as an answer to HEAD has none, with those of an answer to GET.
    private func worded(_ failure: DeliveryFailure, _ key: AccessKey) async -> DeliveryFailure {
        guard failure.kind != .transient, failure.kind != .otherRegion else { return failure }
        let answer = try? await ask(.init(method: "GET", bucket: bucket, part: "location"), key)
        let words = answer?.failure(signedFor: endpoint.signingRegion)
        return words.flatMap { $0.kind == failure.kind ? $0 : nil } ?? failure
    }

    private func ask(_ subject: S3Request.Subject, _ key: AccessKey) async throws(DeliveryFailure) -> S3Answer {
        try await execute(S3Request(subject, at: endpoint, with: key, now()), nil, within: patience.check)
    }

    private func execute(_ request: S3Request, _ output: OutputContent?, within time: TimeAmount)
        async throws(DeliveryFailure) -> S3Answer
    {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method)
        for header in request.headers { outgoing.headers.add(name: header.name, value: header.value) }
        if let output { outgoing.body = .stream(OutputPieces(output: output), length: .known(output.size)) }
        do {
            let response = try await client.execute(outgoing, deadline: .now() + time)
            return S3Answer(
                status: Int(response.status.code), bucketRegion: response.headers.first(name: "x-amz-bucket-region"),
                body: request.method == "HEAD" ? [] : await Self.beginning(of: response.body))
        } catch {
            throw DeliveryFailure(transport: error, endpoint)
        }
    }

    /// The beginning of a body; what breaks off or never ends does no harm.
    private static func beginning(of body: HTTPClientResponse.Body) async -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await piece in body {
                bytes += piece.readableBytesView
                if bytes.count >= S3Answer.bodyLimit { break }
            }
        } catch {
            // The status was told, and it counts.
        }
        return bytes
    }
}

/// An output as the body of a request.
private struct OutputPieces: AsyncSequence, Sendable {
    let output: OutputContent

    struct Iterator: AsyncIteratorProtocol {
        let output: OutputContent
        var place: Int64 = 0

        mutating func next() async throws -> ByteBuffer? {
            let piece = try output.piece(at: place)
            place += Int64(piece.count)
            return piece.isEmpty ? nil : ByteBuffer(bytes: piece)
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(output: output) }
}

extension DeliveryFailure {
    /// What kept a request from being answered.
    fileprivate init(transport error: any Error, _ endpoint: S3Endpoint) {
        if let failure = error as? DeliveryFailure {
            self = failure
            return
        }
        let late: [HTTPClientError] = [
            .deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout, .getConnectionFromPoolTimeout,
        ]
        let isLate = (error as? HTTPClientError).map { late.contains($0) } ?? false
        let what = isLate ? "no answer in time" : "no connection, or it broke"
        self.init(
            .transient, code: isLate ? "RequestTimeout" : "ConnectionFailed",
            detail: "\(what): \(endpoint.scheme)://\(endpoint.authority)")
    }
}

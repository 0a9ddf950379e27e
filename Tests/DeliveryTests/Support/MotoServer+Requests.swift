import AsyncHTTPClient
import CloudAssistant
import NIOCore
import NIOHTTP1
import Testing

@testable import Delivery

/// What a test asks the server for itself, signed where the server wants that.
extension MotoServer {
    static let anybody = AccessKey(id: "AKID", secret: "SECRET", securityToken: nil)

    @discardableResult
    func request(
        _ method: String, _ path: String, body: String = "", service: String = "s3", _ key: AccessKey = anybody
    ) async throws -> (status: Int, body: [UInt8]) {
        var request = HTTPClientRequest(url: address + path)
        request.method = .init(rawValue: method)
        let digest = try await OutputContent(Array(body.utf8)).digest()
        let now = Scratch.now
        let headers = [
            (name: "Host", value: String(address.dropFirst(7))), (name: "x-amz-content-sha256", value: digest),
            (name: "x-amz-date", value: SignatureV4.stamp(now)),
            (name: "Content-Type", value: service == "s3" ? "text/plain" : "application/x-www-form-urlencoded"),
        ]
        let signature = SignatureV4(key: key, region: "us-east-1", service: service)
        let authorization = signature.authorization(
            of: .init(method: method, path: path, headers: headers, bodyDigest: digest), at: now)
        for header in headers + [(name: "Authorization", value: authorization)] {
            request.headers.add(name: header.name, value: header.value)
        }
        if !body.isEmpty { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await S3Store.client.execute(request, timeout: .seconds(20))
        let bytes = try await response.body.collect(upTo: 1 << 27)
        return (Int(response.status.code), Array(bytes.readableBytesView))
    }

    func makeBucket(_ name: String) async throws {
        #expect(try await request("PUT", "/" + name).status == 200)
    }

    /// A user who may do what a policy says, by a key; from then on the server looks at signatures and policies.
    func user(_ name: String, allowed actions: String) async throws -> AccessKey {
        func ask(_ form: String) async throws -> String {
            let answer = try await request("POST", "/", body: form + "&Version=2010-05-08", service: "iam")
            try #require(answer.status == 200)
            return String(decoding: answer.body, as: UTF8.self)
        }
        _ = try await ask("Action=CreateUser&UserName=\(name)")
        let policy = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"\#(actions)","Resource":"*"}]}"#
        _ = try await ask(
            "Action=PutUserPolicy&UserName=\(name)&PolicyName=p&PolicyDocument=\(SignatureV4.encoded(policy))")
        let made = S3Answer(status: 200, body: Array(try await ask("Action=CreateAccessKey&UserName=\(name)").utf8))
        return AccessKey(
            id: try #require(made.element("AccessKeyId")), secret: try #require(made.element("SecretAccessKey")),
            securityToken: nil)
    }

    /// From now on signatures and policies count.
    func lock() async throws { #expect(try await request("POST", "/moto-api/reset-auth", body: "0").status == 200) }
}

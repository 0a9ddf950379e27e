import CloudAssistant
import Testing

@testable import Delivery

/// The examples that the makers of the signature publish: "Authenticating Requests: Using the Authorization Header" of the
/// S3 API reference, and `get-vanilla` of the test suite of Signature Version 4.
@Suite struct SignatureTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let method: String
        var path = "/"
        var query: [(name: String, value: String)] = []
        var headers: [(name: String, value: String)] = []
        var digest = S3Request.emptyDigest
        let signature: String
        var testDescription: String { name }
    }

    static let key = AccessKey(
        id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", securityToken: nil)
    /// 2013-05-24T00:00:00Z
    static let moment = Timestamp(milliseconds: 1_369_353_600_000)

    static let examples = [
        Example(
            name: "GET object", method: "GET", path: "/test.txt", headers: [("Range", "bytes=0-9")],
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        Example(
            name: "PUT object", method: "PUT", path: "/test%24file.text",
            headers: [("Date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")],
            digest: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        Example(
            name: "GET bucket lifecycle", method: "GET", query: [("lifecycle", "")],
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        Example(
            name: "GET bucket, list objects", method: "GET", query: [("prefix", "J"), ("max-keys", "2")],
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ]

    @Test(arguments: examples) func aPublishedRequestGetsItsPublishedSignature(_ example: Example) {
        let headers =
            example.headers + [
                ("Host", "examplebucket.s3.amazonaws.com"), ("x-amz-content-sha256", example.digest),
                ("x-amz-date", SignatureV4.stamp(Self.moment)),
            ]
        let text = SignatureV4(key: Self.key, region: "us-east-1").authorization(
            of: .init(
                method: example.method, path: example.path, query: example.query, headers: headers,
                bodyDigest: example.digest), at: Self.moment)
        #expect(text.hasSuffix("Signature=" + example.signature))
        #expect(text.hasPrefix("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "))
    }

    @Test func thePlainExampleOfTheTestSuiteIsSignedAsItSays() {
        let key = AccessKey(
            id: "AKIDEXAMPLE", secret: Self.key.secret.replacing("/bPx", with: "+bPx"), securityToken: nil)
        // 2015-08-30T12:36:00Z
        let moment = Timestamp(milliseconds: 1_440_938_160_000)
        let text = SignatureV4(key: key, region: "us-east-1", service: "service").authorization(
            of: .init(
                method: "GET", path: "/",
                headers: [("Host", "example.amazonaws.com"), ("X-Amz-Date", "20150830T123600Z")],
                bodyDigest: S3Request.emptyDigest), at: moment)
        #expect(
            text == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=host;x-amz-date, "
                + "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")
    }

    @Test(arguments: [
        ("test$file.text", false, "test%24file.text"), ("a b/ü", true, "a%20b/%C3%BC"), ("a/b", false, "a%2Fb"),
        ("-_.~", false, "-_.~"), ("%2F", true, "%252F"),
    ]) func whatIsNotPlainIsEncodedOnce(_ text: String, _ keepsSlashes: Bool, _ encoded: String) {
        #expect(SignatureV4.encoded(text, keepingSlashes: keepsSlashes) == encoded)
    }

    @Test(arguments: [
        (true, "http://host:5000/bucket/a%20b/c.txt", "host:5000"),
        (false, "http://bucket.host:5000/a%20b/c.txt", "bucket.host:5000"),
    ]) func theBucketStandsInThePathOrBeforeTheHost(_ isPath: Bool, _ url: String, _ host: String) throws {
        let endpoint = try #require(
            S3Endpoint("http://host:5000/", usesPathStyle: isPath, signingRegion: "r", credentialsFile: "/k"))
        let token = AccessKey(id: "A", secret: "s", securityToken: "tok")
        let request = S3Request(
            .init(method: "PUT", bucket: "bucket", key: "a b/c.txt"), at: endpoint, with: token, Self.moment)
        #expect(request.url == url)
        #expect(request.headers.contains { $0.name == "Host" && $0.value == host })
        #expect(request.headers.contains { $0.name == "x-amz-security-token" && $0.value == "tok" })
        let signed = try #require(request.headers.first { $0.name == "Authorization" }?.value)
        #expect(signed.contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,"))
    }
}

import Testing

@testable import CloudAssistant

@Suite struct OutputDestinationTests {
    @Test(arguments: [
        ("oss://bucket", "bucket", ""), ("oss://bucket/", "bucket", ""), ("oss://b-1/pre", "b-1", "pre"),
        ("oss://bucket/a/b/", "bucket", "a/b/"), ("oss://bucket/a//b", "bucket", "a//b"),
        ("oss://bucket/.a/..b/...", "bucket", ".a/..b/..."),
    ]) func anAddressIsABucketAndAPrefix(_ text: String, _ bucket: String, _ prefix: String) throws {
        let destination = try #require(try OutputDestination(text))
        #expect(destination.bucket == bucket && destination.prefix == prefix)
        #expect(try OutputDestination(destination.text) == destination)
    }

    @Test(arguments: [nil, ""]) func nothingIsNowhere(_ text: String?) throws {
        #expect(try OutputDestination(text) == nil)
    }

    @Test(arguments: [
        ("oss://bucket/..", APIErrorCode.invalidOssOutputDeliveryKeyPrefixMalformed),
        ("oss://bucket/a/../b", .invalidOssOutputDeliveryKeyPrefixMalformed),
        ("oss://bucket/./b", .invalidOssOutputDeliveryKeyPrefixMalformed),
        ("oss://bucket/\\a", .invalidOssOutputDeliveryKeyPrefixMalformed),
        ("oss://bucket/a\u{0}", .invalidOssOutputDeliveryKeyPrefixMalformed),
        ("oss://bucket/a\u{85}b", .invalidOssOutputDeliveryKeyPrefixMalformed),
        ("oss://Bucket", .invalidParameterOssOutputDelivery), ("oss://b/", .invalidParameterOssOutputDelivery),
        ("oss://../a", .invalidParameterOssOutputDelivery), ("OSS://bucket", .invalidParameterOssOutputDelivery),
        ("oss:/bucket", .invalidParameterOssOutputDelivery), ("oss://", .invalidParameterOssOutputDelivery),
    ]) func whatIsNoAddressIsRefused(_ text: String, _ code: APIErrorCode) {
        #expect(throws: APIError(code, [.parameter: "OssOutputDelivery", .value: text])) {
            try OutputDestination(text)
        }
    }

    @Test(arguments: [
        ("oss://bucket", RepeatMode.once, 1, "t-1/i-1.txt"), ("oss://bucket/pre", .once, 1, "pre/t-1/i-1.txt"),
        ("oss://bucket/pre/", .nextRebootOnly, 1, "pre/t-1/i-1-1.txt"), ("oss://bucket/", .period, 7, "t-1/i-1-7.txt"),
    ]) func everyAttemptHasAKeyOfItsOwn(_ text: String, _ mode: RepeatMode, _ occurrence: Int, _ key: String) throws {
        let destination = try #require(try OutputDestination(text))
        let attempt = AttemptKey(invokeID: "t-1", instanceID: "i-1", occurrence: occurrence)
        #expect(destination.key(of: attempt, mode) == key)
        #expect(destination.address(ofKey: key) == "oss://bucket/" + key)
    }

    @Test(arguments: [
        ("https://oss-cn-hangzhou.aliyuncs.com", "https", "oss-cn-hangzhou.aliyuncs.com"),
        ("http://127.0.0.1:5000/", "http", "127.0.0.1:5000"), ("https://Host:443", "https", "host"),
        ("http://host:443", "http", "host:443"), ("http://[::1]:80", "http", "[::1]"),
        ("http://[::1]", "http", "[::1]"),
    ]) func anEndpointIsASchemeAndAHost(_ text: String, _ scheme: String, _ authority: String) throws {
        let endpoint = try #require(
            S3Endpoint(text, usesPathStyle: false, signingRegion: "r", credentialsFile: "/k"))
        #expect(endpoint.scheme == scheme && endpoint.authority == authority)
    }

    @Test(arguments: [
        "", "host", "ftp://host", "http://", "http:///", "http://host/path", "http://user@host", "http://host:",
        "http://host:port", "http://host:123456", "http://ho st", "http://host\r\nX: y", "http://[::1", "http://[::1]x",
        "http://host?x", "https://host#x", "http://a_b",
    ]) func whatIsNoEndpointIsRefused(_ text: String) {
        #expect(S3Endpoint(text, usesPathStyle: false, signingRegion: "r", credentialsFile: "/k") == nil)
    }
}

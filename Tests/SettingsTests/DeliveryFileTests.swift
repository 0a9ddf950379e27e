import CloudAssistant
import Settings
import Testing

@Suite struct DeliveryFileTests {
    static func file(_ text: String) throws -> DeliveryFile { try DeliveryFile(text.utf8, path: "d.toml") }

    @Test func aFileDescribesBucketsAndWhoMayUseThem() throws {
        let file = try Self.file(
            """
            allow = ["ann", "bob"]
            [[bucket]]
            name = "outputs"
            kind = "directory"
            path = "/srv/outputs"
            [[bucket]]
            name = "plain"
            kind = "directory"
            region = "cn-a"
            [[bucket]]
            name = "archive"
            kind = "s3"
            endpoint = "https://s3.example.com"
            path-style = true
            signing-region = "us-east-1"
            credentials = "/etc/key"
            """)
        let endpoint = try #require(
            S3Endpoint(
                "https://s3.example.com", usesPathStyle: true, signingRegion: "us-east-1", credentialsFile: "/etc/key"))
        #expect(file.allowedUsers == ["ann", "bob"])
        #expect(
            file.buckets == [
                Bucket(name: "outputs", regionID: "local", kind: .directory(path: "/srv/outputs")),
                Bucket(name: "plain", regionID: "cn-a", kind: .directory(path: nil)),
                Bucket(name: "archive", regionID: "local", kind: .s3(endpoint)),
            ])
    }

    @Test func anEmptyFileAllowsEverybodyAndDescribesNothing() throws {
        let file = try Self.file("")
        #expect(file.allowedUsers == nil && file.buckets.isEmpty)
        #expect(try Self.file("allow = []").allowedUsers == [])
    }

    private static let s3 = "[[bucket]]\nname = \"abc\"\nkind = \"s3\"\n"

    @Test(arguments: [
        ("buckets = 1", 1, SettingsError.Problem.unknownKey("buckets", nearest: "bucket")),
        ("allow = \"ann\"", 1, .badValue("allow", .users)), ("allow = [1]", 1, .badValue("allow", .users)),
        ("bucket = 1", 1, .badValue("bucket", .buckets)),
        ("[[bucket]]\nkind = \"s3\"", 1, .missingKey("bucket[1].name")),
        ("[[bucket]]\nname = \"AB\"\nkind = \"s3\"", 2, .badValue("bucket[1].name", .bucketName)),
        ("[[bucket]]\nname = \"abc\"", 1, .missingKey("bucket[1].kind")),
        (
            "[[bucket]]\nname = \"abc\"\nkind = \"ftp\"", 3,
            .badValue("bucket[1].kind", .word(["directory", "s3"]))
        ),
        (
            "[[bucket]]\nname = \"abc\"\nkind = \"directory\"\npath = \"srv\"", 4, .badValue("bucket[1].path", .path)
        ),
        (
            "[[bucket]]\nname = \"abc\"\nkind = \"directory\"\nendpoint = \"http://x\"", 4,
            .unknownKey("bucket[1].endpoint", nearest: nil)
        ),
        (s3, 1, .missingKey("bucket[1].endpoint")),
        (s3 + "endpoint = \"http://x\"\n", 1, .missingKey("bucket[1].signing-region")),
        (
            s3 + "endpoint = \"x\"\nsigning-region = \"r\"\ncredentials = \"/k\"", 4,
            .badValue("bucket[1].endpoint", .endpoint)
        ),
        (
            s3 + "endpoint = \"http://x\"\npath-style = 1", 5, .badValue("bucket[1].path-style", .boolean)
        ),
        (
            "[[bucket]]\nname = \"abc\"\nkind = \"directory\"\n[[bucket]]\nname = \"abc\"\nkind = \"directory\"", 5,
            .duplicate("abc")
        ),
    ]) func aMistakeIsToldWithItsLine(_ text: String, _ line: Int, _ problem: SettingsError.Problem) {
        #expect(throws: SettingsError(path: "d.toml", line: line, problem: problem)) { try Self.file(text) }
    }
}

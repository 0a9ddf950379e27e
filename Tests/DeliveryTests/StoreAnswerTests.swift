import Testing

@testable import Delivery

@Suite struct StoreAnswerTests {
    static let denied =
        "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>No &lt;way&gt;</Message></Error>"

    @Test(
        arguments: [
            (200, nil, "", nil), (204, nil, "", nil), (301, "eu-1", "", .otherRegion), (307, nil, "", .otherRegion),
            (400, "eu-1", "", .otherRegion), (400, "here", "", .lasting),
            (400, nil, "<Code>RequestTimeout</Code>", .transient),
            (401, nil, "", .refused), (403, nil, denied, .refused), (404, nil, "", .noBucket), (405, nil, "", .lasting),
            (408, nil, "", .transient), (429, nil, "", .transient), (500, nil, "", .transient),
            (503, nil, "", .transient),
            (999, nil, "", .transient), (100, nil, "", .lasting),
        ] as [(Int, String?, String, DeliveryFailure.Kind?)])
    func aStatusMeansOneThing(_ status: Int, _ region: String?, _ body: String, _ kind: DeliveryFailure.Kind?) {
        let answer = S3Answer(status: status, bucketRegion: region, body: Array(body.utf8))
        #expect(answer.failure(signedFor: "here")?.kind == kind)
    }

    @Test func theStoresOwnWordsAreKept() throws {
        let failure = try #require(S3Answer(status: 403, body: Array(Self.denied.utf8)).failure(signedFor: "here"))
        #expect(failure.code == "AccessDenied" && failure.detail == "No <way>")
    }

    @Test(arguments: [
        "", "<Code>", "</Code><Code>", "<Code></Code>", "\u{0}\u{1b}[2J", "<Code>x", "&lt;Code&gt;x&lt;/Code&gt;",
    ])
    func withoutWordsTheStatusIsTold(_ body: String) throws {
        let failure = try #require(S3Answer(status: 500, body: Array(body.utf8)).failure(signedFor: "here"))
        #expect(failure.code == "HTTPStatus500" && failure.detail == "the store answered with HTTP status 500")
    }

    @Test func hostileWordsAreCutAndHoldNoControls() throws {
        let words = "\u{1b}[2J" + String(repeating: "x", count: 5000)
        let body = Array("<Code>\(words)</Code><Message>\(words)</Message>".utf8)
        let failure = try #require(S3Answer(status: 403, body: body).failure(signedFor: "here"))
        #expect(failure.code.unicodeScalars.count == 64 && failure.detail.unicodeScalars.count == 200)
        #expect(!(failure.code + failure.detail).contains("\u{1b}"))
    }

    @Test(
        arguments: [
            ("access-key-id = A\naccess-key-secret=s=/+\n", "A", "s=/+", nil),
            ("# key\n\naccess-key-secret = s\r\naccess-key-id=A\r\nsecurity-token = t\n", "A", "s", "t"),
        ] as [(String, String, String, String?)])
    func aKeyIsReadFromItsLines(_ text: String, _ id: String, _ secret: String, _ token: String?) {
        #expect(AccessKey(text: text) == AccessKey(id: id, secret: secret, securityToken: token))
    }

    @Test(arguments: [
        "", "access-key-id = A", "access-key-secret = s", "access-key-id = A B\naccess-key-secret = s", "a",
    ])
    func whatIsNoKeyIsRefused(_ text: String) { #expect(AccessKey(text: text) == nil) }

    @Test func aKeyNeverShowsItsSecret() {
        let key = AccessKey(id: "A", secret: "hush", securityToken: "tok")
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!("\(key)" + String(reflecting: key) + dumped).contains("hush"))
    }
}

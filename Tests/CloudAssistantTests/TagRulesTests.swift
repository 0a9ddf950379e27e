import Testing

@testable import CloudAssistant

/// ECS API, Tags.
@Suite struct TagRulesTests {
    static let cases: [(key: String?, value: String?, code: APIErrorCode?)] = [
        ("team", "ops", nil),
        ("team", "", nil),
        ("team", nil, nil),
        (letters(64), letters(128), nil),
        (String(repeating: "队", count: 64), String(repeating: "值", count: 128), nil),
        ("my-acs:x", "v", nil),
        ("http", "http:/x", nil),
        ("team", "aliyun", nil),
        (nil, "v", .missingParameterTagKey),
        ("", "v", .invalidTagKeyMalformed),
        (letters(65), "v", .invalidTagKeyMalformed),
        ("aliyun", "v", .invalidTagKeyMalformed),
        ("aliyun-team", "v", .invalidTagKeyMalformed),
        ("acs:team", "v", .invalidTagKeyMalformed),
        ("http://x", "v", .invalidTagKeyMalformed),
        ("see https://x", "v", .invalidTagKeyMalformed),
        ("team", letters(129), .invalidTagValueMalformed),
        ("team", "http://x", .invalidTagValueMalformed),
        ("team", "see https://x", .invalidTagValueMalformed),
        // Bytes count, not how they are drawn: a combining mark behind the address does not hide it.
        ("team", "http://\u{301}x", .invalidTagValueMalformed),
        ("acs:\u{301}x", "v", .invalidTagKeyMalformed),
    ]

    @Test(arguments: cases) func eachTagIsHeldToItsRules(_ key: String?, _ value: String?, _ code: APIErrorCode?) {
        #expect(refusal { _ = try Limits().checked([TagFilter(key: key, value: value)]) } == code)
    }

    @Test func twentyTagsAreTheMost() {
        let tags = (0..<21).map { TagFilter(key: "k\($0)", value: "v") }
        #expect(refusal { _ = try Limits().checked(Array(tags.dropLast())) } == nil)
        #expect(refusal { _ = try Limits().checked(tags) } == .numberExceedTags)
    }

    @Test func aKeyStandsOnce() {
        let twice = [TagFilter(key: "k", value: "a"), TagFilter(key: "l"), TagFilter(key: "k", value: "b")]
        #expect(refusal { _ = try Limits().checked(twice) } == .duplicateTagKey)
    }

    /// Two ways to write one letter are two keys.
    @Test func keysAreTheSameOnlyByteForByte() {
        let twice = [TagFilter(key: "\u{e9}"), TagFilter(key: "e\u{301}")]
        #expect(refusal { _ = try Limits().checked(twice) } == nil)
    }

    @Test func tagsKeepTheirOrderAndAMissingValueIsEmpty() throws {
        let tags = [TagFilter(key: "b", value: "2"), TagFilter(key: "a", value: nil)]
        #expect(try Limits().checked(tags) == [Tag("b", "2"), Tag("a", "")])
    }

    @Test func noTagsAreFine() throws {
        #expect(try Limits().checked([]).isEmpty)
    }
}

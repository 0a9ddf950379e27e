import Testing

@testable import CloudAssistant

/// ECS API, InvokeCommand, InstanceId: how a call names its instances.
@Suite struct RunTargetTests {
    static func ids(_ count: Int) -> [InstanceID] { (0..<count).map { InstanceID("i-\($0)") } }
    static func tags(_ count: Int) -> [TagFilter] { (0..<count).map { TagFilter(key: "k\($0)", value: "v") } }

    static func refused(_ ids: [InstanceID], _ tags: [TagFilter] = [], limit: Int = 10) -> APIErrorCode? {
        let draft = InvocationDraft(regionID: "local", instanceIDs: ids, resourceTags: tags)
        return refusal { _ = try draft.checked(Limits(), resourceTagLimit: limit) }
    }

    @Test func instancesAreNamedOneWayAndOneWayOnly() {
        #expect(Self.refused([]) == .missingParamInstanceId)
        #expect(Self.refused([""]) == .missingParamInstanceId)
        #expect(Self.refused(["i-1", ""]) == .missingParamInstanceId)
        #expect(Self.refused(["i-1"], Self.tags(1)) == .invalidResourceTagConflictWithInstanceIds)
        #expect(Self.refused(["i-1"]) == nil)
        #expect(Self.refused([], Self.tags(1)) == nil)
    }

    @Test func aHundredInstancesAreTheMost() {
        #expect(Self.refused(Self.ids(100)) == nil)
        #expect(Self.refused(Self.ids(101)) == .instanceIdsExceedLimit)
    }

    @Test(arguments: [10, 20]) func resourceTagsHaveALimitOfTheirOwn(_ limit: Int) {
        #expect(Self.refused([], Self.tags(limit), limit: limit) == nil)
        #expect(Self.refused([], Self.tags(limit + 1), limit: limit) == .numberExceedResourceTags)
    }

    @Test func theLimitsOfInvokeAndRunAreTenAndTwenty() {
        #expect(Limits().resourceTagsPerInvoke == 10)
        #expect(Limits().resourceTagsPerRun == 20)
    }

    @Test func anInstanceNamedTwiceIsMeantOnce() throws {
        let draft = InvocationDraft(regionID: "local", instanceIDs: ["i-2", "i-1", "i-2", "i-1"])
        #expect(try draft.checked(Limits(), resourceTagLimit: 10).targeting == .instances(["i-2", "i-1"]))
    }

    static let broken: [(TagFilter, APIErrorCode)] = [
        (TagFilter(key: nil, value: "v"), .missingParameterResourceTagKey),
        (TagFilter(key: ""), .invalidResourceTagKeyMalformed),
        (TagFilter(key: letters(65)), .invalidResourceTagKeyMalformed),
        (TagFilter(key: "acs:x"), .invalidResourceTagKeyMalformed),
        (TagFilter(key: "aliyunx"), .invalidResourceTagKeyMalformed),
        (TagFilter(key: "k", value: letters(129)), .invalidResourceTagValueMalformed),
        (TagFilter(key: "k", value: "see https://x"), .invalidResourceTagValueMalformed),
    ]

    @Test(arguments: broken) func resourceTagsHaveCodesOfTheirOwn(_ tag: TagFilter, _ code: APIErrorCode) {
        #expect(Self.refused([], [tag]) == code)
    }

    @Test func aResourceTagKeyStandsOnce() {
        let twice = [TagFilter(key: "k", value: "a"), TagFilter(key: "k", value: "b")]
        #expect(Self.refused([], twice) == .duplicateResourceTagKey)
    }
}

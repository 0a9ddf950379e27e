import CloudAssistant
import Testing
import Wire

@Suite struct TagAnswerTests {
    @Test func tagsOfResourcesAreListedOneByOne() {
        let answer = ListTagResourcesResponse(
            requestID: "R", tags: [TagResource(resourceID: "c-1", resourceType: .command, tag: Tag("k", "v \"q\""))],
            nextToken: "aa")
        #expect(
            answer.json.compactText == """
                {"RequestId":"R","NextToken":"aa","TagResources":{"TagResource":[{"ResourceId":"c-1",\
                "ResourceType":"command","TagKey":"k","TagValue":"v \\"q\\""}]}}
                """)
    }

    @Test func changesAreAnsweredWithTheIdOfTheCall() {
        #expect(TagResourcesResponse(requestID: "R").json.compactText == #"{"RequestId":"R"}"#)
        #expect(UntagResourcesResponse(requestID: "R").json.compactText == #"{"RequestId":"R"}"#)
        #expect(
            ListTagResourcesResponse(requestID: "R", tags: []).json.compactText
                == #"{"RequestId":"R","NextToken":"","TagResources":{"TagResource":[]}}"#)
    }
}

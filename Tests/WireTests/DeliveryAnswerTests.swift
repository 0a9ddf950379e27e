import CloudAssistant
import Testing
import Wire

@Suite struct DeliveryAnswerTests {
    static let cases: [(OutputDelivery?, [String])] = [
        (nil, ["", "", "", ""]), (OutputDelivery(.inProgress), ["InProgress", "", "", ""]),
        (OutputDelivery(.finished, address: "oss://b/k"), ["Finished", "oss://b/k", "", ""]),
        (
            OutputDelivery(.failed, errorCode: "AccessDenied", errorInfo: "No \"way\""),
            ["Failed", "", "AccessDenied", "No \"way\""]
        ),
    ]
    static let names = ["OssOutputStatus", "OssOutputUri", "OssOutputErrorCode", "OssOutputErrorInfo"]

    static func invocation(_ delivery: OutputDelivery?) -> Invocation {
        var invocation = Sample.fullInvocation
        invocation.ossOutputDelivery = "oss://b"
        invocation.results[0].delivery = delivery
        return invocation
    }

    @Test(arguments: cases.indices) func anInvocationTellsHowFarItsDeliveriesAre(_ index: Int) throws {
        let (delivery, words) = Self.cases[index]
        let invocation = Self.invocation(delivery)
        let answer = DescribeInvocationsResponse(
            requestID: "R", page: Page(entries: [invocation], totalCount: 1, pageNumber: 1, pageSize: 10))
        let entry = try #require(
            answer.json(.plainText, includesOutput: false)["Invocations"]?["Invocation"]?.elements?.first)
        let instance = try #require(entry["InvokeInstances"]?["InvokeInstance"]?.elements?.first)
        #expect(entry["OssOutputDelivery"] == "oss://b")
        #expect(Self.names.map { instance[$0] } == words.map { .string($0) })
    }

    @Test(arguments: cases.indices) func aResultTellsHowFarItsDeliveryIs(_ index: Int) throws {
        let (delivery, words) = Self.cases[index]
        let invocation = Self.invocation(delivery)
        let answer = DescribeInvocationResultsResponse(
            requestID: "R",
            page: Page(
                entries: [.init(result: invocation.results[0], invocation: invocation)], totalCount: 1, pageNumber: 1,
                pageSize: 10))
        let entry = try #require(
            answer.json(.plainText)["Invocation"]?["InvocationResults"]?["InvocationResult"]?.elements?.first)
        #expect(entry["OssOutputDelivery"] == "oss://b")
        #expect(Self.names.map { entry[$0] } == words.map { .string($0) })
    }
}

import CloudAssistant
import Testing
import Wire

@Suite struct ResultAnswerTests {
    private func answer(_ result: InvocationResult, _ invocation: Invocation) -> DescribeInvocationResultsResponse {
        DescribeInvocationResultsResponse(
            requestID: Sample.requestID,
            page: Page(entries: [.init(result: result, invocation: invocation)], totalCount: 1))
    }

    @Test func `the paging stands inside Invocation, and the end is FinishedTime`() {
        #expect(
            answer(Sample.failed, Sample.fullInvocation).json(.base64).prettyText == """
                {
                  "RequestId": "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E",
                  "Invocation": {
                    "PageNumber": 1,
                    "PageSize": 10,
                    "TotalCount": 1,
                    "NextToken": "",
                    "InvocationResults": {
                      "InvocationResult": [
                        {
                          "InvokeId": "t-1",
                          "CommandId": "c-1",
                          "InstanceId": "i-1",
                          "InvokeRecordStatus": "Finished",
                          "InvocationStatus": "Failed",
                          "ExitCode": 1,
                          "ErrorCode": "ExitCodeNonzero",
                          "ErrorInfo": "The command execution exit code is not zero.",
                          "Output": "aGkgInlvdSIKABv/",
                          "Dropped": 7,
                          "Repeats": 1,
                          "StartTime": "2019-12-20T06:15:55Z",
                          "FinishedTime": "2019-12-20T06:15:56Z",
                          "StopTime": "2019-12-20T06:15:56Z",
                          "Username": "deploy",
                          "ContainerId": "",
                          "ContainerName": "",
                          "Launcher": "bash",
                          "TerminationMode": "ProcessTree",
                          "OssOutputDelivery": "",
                          "OssOutputStatus": "",
                          "OssOutputUri": "",
                          "OssOutputErrorCode": "",
                          "OssOutputErrorInfo": "",
                          "Tags": {
                            "Tag": [
                              {
                                "TagKey": "k",
                                "TagValue": "v"
                              }
                            ]
                          }
                        }
                      ]
                    }
                  }
                }
                """)
    }

    @Test func `what has not begun has empty times, exit code 0 and no output`() {
        let invocation = Sample.invocation(Sample.waiting, of: Sample.bareCommand)
        #expect(
            answer(Sample.waiting, invocation).json(.plainText).compactText == """
                {"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","Invocation":{"PageNumber":1,"PageSize":10,\
                "TotalCount":1,"NextToken":"","InvocationResults":{"InvocationResult":[{"InvokeId":"t-2",\
                "CommandId":"c-2","InstanceId":"i-2","InvokeRecordStatus":"Running",\
                "InvocationStatus":"Pending","ExitCode":0,"ErrorCode":"","ErrorInfo":"","Output":"",\
                "Dropped":0,"Repeats":0,"StartTime":"","FinishedTime":"","StopTime":"","Username":"",\
                "ContainerId":"","ContainerName":"","Launcher":"","TerminationMode":"Process",\
                "OssOutputDelivery":"","OssOutputStatus":"","OssOutputUri":"","OssOutputErrorCode":"",\
                "OssOutputErrorInfo":"","Tags":{"Tag":[]}}]}}}
                """)
    }

    @Test func `an unknown invocation has an empty list`() {
        let answer = DescribeInvocationResultsResponse(
            requestID: Sample.requestID, page: Page(entries: [], totalCount: 0))
        #expect(
            answer.json(.base64).compactText == """
                {"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","Invocation":{"PageNumber":1,"PageSize":10,\
                "TotalCount":0,"NextToken":"","InvocationResults":{"InvocationResult":[]}}}
                """)
    }

    @Test func `a result's exit code and lost bytes keep every digit`() {
        var result = Sample.failed
        result.exitCode = -1
        result.droppedBytes = 9_007_199_254_740_993
        let body = answer(result, Sample.fullInvocation).json(.plainText)
        let entry = body["Invocation"]?["InvocationResults"]?["InvocationResult"]?.elements?.first
        #expect(entry?["ExitCode"] == .number("-1"))
        #expect(entry?["Dropped"] == .number("9007199254740993"))
    }
}

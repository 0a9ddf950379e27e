import CloudAssistant
import Testing
import Wire

@Suite struct InvocationAnswerTests {
    private func answer(_ invocation: Invocation) -> DescribeInvocationsResponse {
        DescribeInvocationsResponse(
            requestID: Sample.requestID, page: Page(entries: [invocation], totalCount: 1, nextToken: "AAAA"))
    }

    @Test func `an invocation is listed with its instances, where the end is FinishTime`() {
        #expect(
            answer(Sample.fullInvocation).json(.plainText, includesOutput: true).prettyText == """
                {
                  "RequestId": "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E",
                  "PageNumber": 1,
                  "PageSize": 10,
                  "TotalCount": 1,
                  "NextToken": "AAAA",
                  "Invocations": {
                    "Invocation": [
                      {
                        "InvokeId": "t-1",
                        "CommandId": "c-1",
                        "CommandName": "greet",
                        "CommandDescription": "says hello",
                        "CommandType": "RunShellScript",
                        "CommandContent": "echo 你好 {{who}}\\n",
                        "Parameters": "{\\"Also\\":\\"中文\\",\\"who\\":\\"a \\\\\\"b\\\\\\"\\"}",
                        "RepeatMode": "Once",
                        "Frequency": "",
                        "Timed": false,
                        "Timeout": 60,
                        "WorkingDir": "/srv",
                        "Username": "deploy",
                        "ContainerId": "",
                        "ContainerName": "",
                        "Launcher": "bash",
                        "TerminationMode": "ProcessTree",
                        "OssOutputDelivery": "",
                        "InvokeStatus": "Finished",
                        "InvocationStatus": "Failed",
                        "CreationTime": "2019-12-20T06:15:54Z",
                        "Tags": {
                          "Tag": [
                            {
                              "TagKey": "k",
                              "TagValue": "v"
                            }
                          ]
                        },
                        "InvokeInstances": {
                          "InvokeInstance": [
                            {
                              "InstanceId": "i-1",
                              "InvocationStatus": "Failed",
                              "InstanceInvokeStatus": "Finished",
                              "ExitCode": 1,
                              "ErrorCode": "ExitCodeNonzero",
                              "ErrorInfo": "The command execution exit code is not zero.",
                              "Repeats": 1,
                              "Timed": false,
                              "Dropped": 7,
                              "Output": "hi \\"you\\"\\n\\u0000\\u001b\u{fffd}",
                              "CreationTime": "2019-12-20T06:15:54Z",
                              "StartTime": "2019-12-20T06:15:55Z",
                              "FinishTime": "2019-12-20T06:15:56Z",
                              "StopTime": "2019-12-20T06:15:56Z",
                              "UpdateTime": "2019-12-20T06:15:56Z",
                              "OssOutputStatus": "",
                              "OssOutputUri": "",
                              "OssOutputErrorCode": "",
                              "OssOutputErrorInfo": ""
                            }
                          ]
                        }
                      }
                    ]
                  }
                }
                """)
    }

    @Test func `what has not begun has empty times, exit code 0 and no output`() {
        let invocation = Sample.invocation(Sample.waiting, of: Sample.bareCommand)
        #expect(
            answer(invocation).json(.base64, includesOutput: true).compactText == """
                {"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","PageNumber":1,"PageSize":10,"TotalCount":1,\
                "NextToken":"AAAA","Invocations":{"Invocation":[{"InvokeId":"t-2","CommandId":"c-2",\
                "CommandName":"","CommandDescription":"","CommandType":"RunShellScript",\
                "CommandContent":"dHJ1ZQ==","Parameters":"{}","RepeatMode":"Once","Frequency":"","Timed":false,\
                "Timeout":60,"WorkingDir":"","Username":"","ContainerId":"","ContainerName":"","Launcher":"",\
                "TerminationMode":"Process","OssOutputDelivery":"","InvokeStatus":"Running",\
                "InvocationStatus":"Pending","CreationTime":"2019-12-20T06:15:54Z","Tags":{"Tag":[]},\
                "InvokeInstances":{"InvokeInstance":[{"InstanceId":"i-2","InvocationStatus":"Pending",\
                "InstanceInvokeStatus":"Running","ExitCode":0,"ErrorCode":"","ErrorInfo":"","Repeats":0,\
                "Timed":false,"Dropped":0,"Output":"","CreationTime":"2019-12-20T06:15:54Z","StartTime":"",\
                "FinishTime":"","StopTime":"","UpdateTime":"2019-12-20T06:15:54Z","OssOutputStatus":"",\
                "OssOutputUri":"","OssOutputErrorCode":"","OssOutputErrorInfo":""}]}}]}}
                """)
    }

    @Test(arguments: [
        (ContentEncoding.base64, true, "aGkgInlvdSIKABv/"), (.base64, false, ""), (.plainText, false, ""),
        (.plainText, true, "hi \"you\"\n\0\u{1b}\u{fffd}"),
    ])
    func `outputs stand there in the asked encoding, and only when they are asked for`(
        encoding: ContentEncoding, isIncluded: Bool, output: String
    ) {
        let body = answer(Sample.fullInvocation).json(encoding, includesOutput: isIncluded)
        let invocation = body["Invocations"]?["Invocation"]?.elements?.first
        let instance = invocation?["InvokeInstances"]?["InvokeInstance"]?.elements?.first
        #expect(instance?["Output"]?.text == output)
    }

    @Test(arguments: [
        (InvocationState.pending, "Running"), (.running, "Running"), (.stopping, "Stopping"), (.success, "Finished"),
        (.failed, "Finished"), (.timeout, "Failed"), (.error, "Failed"), (.invalid, "Failed"), (.aborted, "Failed"),
        (.cancelled, "Stopped"), (.terminated, "Stopped"),
    ])
    func `old clients find their own words for each status`(state: InvocationState, old: String) {
        var result = Sample.waiting
        result.state = state
        let invocation = Sample.invocation(result, of: Sample.bareCommand)
        let listed = answer(invocation).json(.plainText, includesOutput: false)["Invocations"]?["Invocation"]?.elements
        #expect(listed?.first?["InvokeStatus"]?.text == old)
        let instance = listed?.first?["InvokeInstances"]?["InvokeInstance"]?.elements?.first
        #expect(instance?["InstanceInvokeStatus"]?.text == old)
        #expect(instance?["InvocationStatus"]?.text == state.rawValue)
    }
}

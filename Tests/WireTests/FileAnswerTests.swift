import CloudAssistant
import Testing
import Wire

@Suite struct FileAnswerTests {
    private func answer(_ file: FileForm, _ result: FileDeliveryResult) -> String {
        let delivery = FileDelivery(
            id: "f-1", regionID: "local", file: file, resourceGroupID: nil, caller: Caller(name: "root"),
            created: Sample.created, results: [result])
        return DescribeSendFileResultsResponse(
            requestID: Sample.requestID, page: Page(entries: [delivery], totalCount: 1)
        ).json.prettyText
    }

    private var result: FileDeliveryResult {
        FileDeliveryResult(invokeID: "f-1", instanceID: "i-1", created: Sample.created, updated: Sample.created)
    }

    @Test func `a delivery stands with its file and its instances, Overwrite as a text`() throws {
        let file = FileForm(
            name: "file.txt", targetDirectory: "/home", content: Array("hello".utf8), contentType: .base64,
            owner: "root", group: "root", overwrites: true, tags: [Tag("k", "v")])
        let ended = try #require(
            result.begun(at: Sample.started)?.ended(
                .failed(FileFailure(reason: .exists)), at: Sample.finished))
        #expect(
            answer(file, ended) == """
                {
                  "RequestId": "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E",
                  "PageNumber": 1,
                  "PageSize": 10,
                  "TotalCount": 1,
                  "NextToken": "",
                  "Invocations": {
                    "Invocation": [
                      {
                        "InvokeId": "f-1",
                        "Name": "file.txt",
                        "TargetDir": "/home",
                        "Content": "aGVsbG8=",
                        "ContentType": "Base64",
                        "FileOwner": "root",
                        "FileGroup": "root",
                        "FileMode": "0644",
                        "Overwrite": "true",
                        "Description": "",
                        "Timeout": 60,
                        "VmCount": 1,
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
                        "ResourceGroupId": "",
                        "InvokeInstances": {
                          "InvokeInstance": [
                            {
                              "InstanceId": "i-1",
                              "InvocationStatus": "Failed",
                              "ErrorCode": "FileAlreadyExists",
                              "ErrorInfo": "The file already exists. (exists)",
                              "CreationTime": "2019-12-20T06:15:54Z",
                              "StartTime": "2019-12-20T06:15:55Z",
                              "FinishTime": "2019-12-20T06:15:56Z",
                              "UpdateTime": "2019-12-20T06:15:56Z"
                            }
                          ]
                        }
                      }
                    ]
                  }
                }
                """)
    }

    @Test func `plain text stands as it was given, and times that have not come are empty`() {
        let text = answer(FileForm(name: "n", targetDirectory: "/", content: Array("文 \"x\"\n".utf8)), result)
        #expect(text.contains(#""Content": "文 \"x\"\n""#))
        #expect(text.contains(#""ContentType": "PlainText""#))
        #expect(text.contains(#""Overwrite": "false""#))
        #expect(text.contains(#""InvocationStatus": "Pending""#))
        #expect(text.contains(#""StartTime": """#) && text.contains(#""FinishTime": """#))
    }

    @Test func `the answer of SendFile is its two ids`() {
        #expect(
            SendFileResponse(requestID: "R", invokeID: "f-1").json.compactText == #"{"RequestId":"R","InvokeId":"f-1"}"#
        )
    }
}

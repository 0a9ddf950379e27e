import CloudAssistant
import Testing
import Wire

@Suite struct CommandAnswerTests {
    @Test func `an own command is listed with everything that was given`() {
        let answer = DescribeCommandsResponse(
            requestID: Sample.requestID, page: Page(entries: [Sample.command], totalCount: 3, nextToken: "9-1"))
        #expect(
            answer.json(.plainText).prettyText == """
                {
                  "RequestId": "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E",
                  "PageNumber": 1,
                  "PageSize": 10,
                  "TotalCount": 3,
                  "NextToken": "9-1",
                  "Commands": {
                    "Command": [
                      {
                        "CommandId": "c-1",
                        "Name": "greet",
                        "Description": "says hello",
                        "Type": "RunShellScript",
                        "CommandContent": "echo 你好 {{who}}\\n",
                        "WorkingDir": "/srv",
                        "Timeout": 3600,
                        "Launcher": "bash",
                        "EnableParameter": true,
                        "ParameterNames": {
                          "ParameterName": [
                            "who"
                          ]
                        },
                        "ParameterDefinitions": {
                          "ParameterDefinition": [
                            {
                              "ParameterName": "who",
                              "Description": "Whom",
                              "Required": true,
                              "DefaultValue": "you",
                              "PatternRegex": "",
                              "PossibleValues": {
                                "PossibleValue": [
                                  "you",
                                  "me"
                                ]
                              }
                            }
                          ]
                        },
                        "InvokeTimes": 2,
                        "CreationTime": "2019-12-20T06:15Z",
                        "ResourceGroupId": "rg-1",
                        "Tags": {
                          "Tag": [
                            {
                              "TagKey": "k",
                              "TagValue": "v"
                            },
                            {
                              "TagKey": "empty",
                              "TagValue": ""
                            }
                          ]
                        },
                        "Provider": "",
                        "Category": ""
                      }
                    ]
                  }
                }
                """)
    }

    @Test func `what was not given is there and empty`() {
        let answer = DescribeCommandsResponse(
            requestID: Sample.requestID, page: Page(entries: [Sample.bareCommand], totalCount: 1))
        #expect(
            answer.json(.base64).compactText == """
                {"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","PageNumber":1,"PageSize":10,"TotalCount":1,\
                "NextToken":"","Commands":{"Command":[{"CommandId":"c-2","Name":"","Description":"",\
                "Type":"RunShellScript","CommandContent":"dHJ1ZQ==","WorkingDir":"","Timeout":60,"Launcher":"",\
                "EnableParameter":false,"ParameterNames":{"ParameterName":[]},\
                "ParameterDefinitions":{"ParameterDefinition":[]},"InvokeTimes":0,\
                "CreationTime":"2019-12-20T06:15Z","ResourceGroupId":"","Tags":{"Tag":[]},"Provider":"",\
                "Category":""}]}}
                """)
    }

    @Test func `only a provider's command has a version`() {
        var command = Sample.bareCommand
        command.provider = "Flagdeck.Starter"
        command.category = "disk"
        command.version = 2
        let answer = DescribeCommandsResponse(
            requestID: Sample.requestID, page: Page(entries: [command], totalCount: 1))
        let entry = answer.json(.plainText)["Commands"]?["Command"]?.elements?.first
        #expect(entry?["Version"] == 2)
        #expect(entry?["Latest"] == true)
        #expect(entry?["Provider"] == "Flagdeck.Starter")
        #expect(entry?["Category"] == "disk")
    }

    @Test func `a list of nothing is an empty list`() {
        let answer = DescribeCommandsResponse(
            requestID: Sample.requestID, page: Page(entries: [], totalCount: 0, pageNumber: 4, pageSize: 50))
        #expect(
            answer.json(.plainText).compactText == """
                {"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","PageNumber":4,"PageSize":50,"TotalCount":0,\
                "NextToken":"","Commands":{"Command":[]}}
                """)
    }
}

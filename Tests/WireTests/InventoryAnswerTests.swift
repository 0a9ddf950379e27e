import CloudAssistant
import Testing
import Wire

@Suite struct InventoryAnswerTests {
    @Test func `regions are listed without pages`() {
        let answer = DescribeRegionsResponse(
            requestID: Sample.requestID,
            regions: [.local, Region(id: "cn-hangzhou", localName: "华东1（杭州）", endpoint: "ecs.example.com")])
        #expect(
            answer.json.compactText == """
                {"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","Regions":{"Region":[{"RegionId":"local",\
                "LocalName":"This machine","RegionEndpoint":"","Status":"available"},{"RegionId":"cn-hangzhou",\
                "LocalName":"华东1（杭州）","RegionEndpoint":"ecs.example.com","Status":"available"}]}}
                """)
    }

    @Test func `an instance is listed with what a client looks for, empty where only a cloud knows it`() {
        let instance = Instance(
            id: "i-1", name: "web", hostName: "web.lan", regionID: "local", zoneID: "local", osType: .linux,
            osName: "Debian GNU/Linux 12 (bookworm)", privateAddresses: ["192.0.2.1", "fd00::1"],
            publicAddresses: ["203.0.113.1"], tags: [Tag("role", "web")], resourceGroupID: "rg-1", cpus: 2,
            memoryMiB: 4096)
        let answer = DescribeInstancesResponse(
            requestID: Sample.requestID, page: Page(entries: [instance], totalCount: 1))
        #expect(
            answer.json.prettyText == """
                {
                  "RequestId": "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E",
                  "PageNumber": 1,
                  "PageSize": 10,
                  "TotalCount": 1,
                  "NextToken": "",
                  "Instances": {
                    "Instance": [
                      {
                        "InstanceId": "i-1",
                        "InstanceName": "web",
                        "HostName": "web.lan",
                        "Status": "Running",
                        "RegionId": "local",
                        "ZoneId": "local",
                        "OSType": "linux",
                        "OSName": "Debian GNU/Linux 12 (bookworm)",
                        "OSNameEn": "Debian GNU/Linux 12 (bookworm)",
                        "ImageId": "",
                        "InstanceType": "",
                        "InstanceTypeFamily": "",
                        "Cpu": 2,
                        "Memory": 4096,
                        "InstanceChargeType": "",
                        "InstanceNetworkType": "vpc",
                        "ResourceGroupId": "rg-1",
                        "Description": "",
                        "CreationTime": "",
                        "StartTime": "",
                        "ExpiredTime": "",
                        "StoppedMode": "",
                        "SerialNumber": "",
                        "SecurityGroupIds": {
                          "SecurityGroupId": []
                        },
                        "PublicIpAddress": {
                          "IpAddress": [
                            "203.0.113.1"
                          ]
                        },
                        "InnerIpAddress": {
                          "IpAddress": []
                        },
                        "EipAddress": {
                          "AllocationId": "",
                          "IpAddress": "",
                          "InternetChargeType": ""
                        },
                        "VpcAttributes": {
                          "VpcId": "",
                          "VSwitchId": "",
                          "NatIpAddress": "",
                          "PrivateIpAddress": {
                            "IpAddress": [
                              "192.0.2.1",
                              "fd00::1"
                            ]
                          }
                        },
                        "Tags": {
                          "Tag": [
                            {
                              "TagKey": "role",
                              "TagValue": "web"
                            }
                          ]
                        },
                        "OperationLocks": {
                          "LockReason": []
                        }
                      }
                    ]
                  }
                }
                """)
    }

    @Test func `whether commands can be delivered is a word, and the system is capitalised`() {
        let answer = DescribeCloudAssistantStatusResponse(
            requestID: Sample.requestID,
            page: Page(
                entries: [
                    CloudAssistantStatus(
                        instanceID: "i-1", osType: .linux, isOnline: true, version: "2.2.4.1065",
                        lastHeartbeat: Sample.finished, lastInvoked: Sample.created, invocationCount: 2,
                        activeTaskCount: 1),
                    CloudAssistantStatus(instanceID: "i-2", osType: .windows, isOnline: false, version: ""),
                ], totalCount: 2))
        #expect(
            answer.json.compactText == """
                {"RequestId":"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E","PageNumber":1,"PageSize":10,"TotalCount":2,\
                "NextToken":"","InstanceCloudAssistantStatusSet":{"InstanceCloudAssistantStatus":[\
                {"InstanceId":"i-1","OSType":"Linux","CloudAssistantStatus":"true",\
                "CloudAssistantVersion":"2.2.4.1065","LastHeartbeatTime":"2019-12-20T06:15:56Z",\
                "LastInvokedTime":"2019-12-20T06:15:54Z","InvocationCount":2,"ActiveTaskCount":1,\
                "SupportSessionManager":false},{"InstanceId":"i-2","OSType":"Windows",\
                "CloudAssistantStatus":"false","CloudAssistantVersion":"","LastHeartbeatTime":"",\
                "LastInvokedTime":"","InvocationCount":0,"ActiveTaskCount":0,"SupportSessionManager":false}]}}
                """)
    }
}

public import CloudAssistant

extension DescribeRegionsResponse {
    /// The answer's body.
    public var json: JSON {
        let regions = regions.map { region -> JSON in
            [
                "RegionId": .string(region.id.text), "LocalName": .string(region.localName),
                "RegionEndpoint": .string(region.endpoint), "Status": "available",
            ]
        }
        return ["RequestId": .string(requestID), "Regions": ["Region": .array(regions)]]
    }
}

extension DescribeInstancesResponse {
    /// The answer's body.
    public var json: JSON {
        .object(
            [JSON.Member("RequestId", .string(requestID))] + page.members + [
                JSON.Member("Instances", ["Instance": .array(page.entries.map(\.json))])
            ])
    }
}

extension Instance {
    /// The members that a client of commands needs; `OSType` is lower-case here, unlike elsewhere.
    ///
    /// What only a cloud knows, such as an instance's price, stands there empty: clients look for it without asking.
    fileprivate var json: JSON {
        [
            "InstanceId": .string(id.text), "InstanceName": .string(name), "HostName": .string(hostName),
            "Status": .string(status.rawValue), "RegionId": .string(regionID.text), "ZoneId": .string(zoneID),
            "OSType": .string(osType.rawValue.lowercased()), "OSName": .string(osName), "OSNameEn": .string(osName),
            "ImageId": "", "InstanceType": "", "InstanceTypeFamily": "", "Cpu": .integer(cpus),
            "Memory": .integer(memoryMiB), "InstanceChargeType": "", "InstanceNetworkType": "vpc",
            "ResourceGroupId": .string(resourceGroupID?.text ?? ""), "Description": "", "CreationTime": "",
            "StartTime": "", "ExpiredTime": "", "StoppedMode": "", "SerialNumber": "",
            "SecurityGroupIds": ["SecurityGroupId": []],
            "PublicIpAddress": ["IpAddress": .array(publicAddresses.map(JSON.string))],
            "InnerIpAddress": ["IpAddress": []],
            "EipAddress": ["AllocationId": "", "IpAddress": "", "InternetChargeType": ""],
            "VpcAttributes": [
                "VpcId": "", "VSwitchId": "", "NatIpAddress": "",
                "PrivateIpAddress": ["IpAddress": .array(privateAddresses.map(JSON.string))],
            ],
            "Tags": tags.member, "OperationLocks": ["LockReason": []],
        ]
    }
}

extension DescribeCloudAssistantStatusResponse {
    /// The answer's body.
    public var json: JSON {
        let entries = page.entries.map { status -> JSON in
            [
                "InstanceId": .string(status.instanceID.text), "OSType": .string(status.osType.rawValue),
                "CloudAssistantStatus": .string(status.isOnline ? "true" : "false"),
                "CloudAssistantVersion": .string(status.version), "LastHeartbeatTime": status.lastHeartbeat.member,
                "LastInvokedTime": status.lastInvoked.member, "InvocationCount": .integer(status.invocationCount),
                "ActiveTaskCount": .integer(status.activeTaskCount), "SupportSessionManager": false,
            ]
        }
        return .object(
            [JSON.Member("RequestId", .string(requestID))] + page.members + [
                JSON.Member(
                    "InstanceCloudAssistantStatusSet", ["InstanceCloudAssistantStatus": .array(entries)])
            ])
    }
}

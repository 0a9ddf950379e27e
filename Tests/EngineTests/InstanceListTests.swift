import CloudAssistant
import Testing

@testable import Engine

/// DescribeInstances, DescribeCloudAssistantStatus and DescribeRegions.
@Suite(.timeLimit(.minutes(3))) struct InstanceListTests {
    static let all = ["i-a", "i-b", "i-c", "i-group", "i-off", "i-win"]

    static let filters: [(name: String, change: @Sendable (inout DescribeInstancesRequest) -> Void, found: [String])] =
        [
            ("all", { _ in }, all), ("ids", { $0.instanceIDs = ["i-b", "i-none", "i-b"] }, ["i-b"]),
            ("no ids", { $0.instanceIDs = [] }, []), ("another region's", { $0.instanceIDs = ["i-other"] }, []),
            ("name", { $0.instanceName = "name of i-a" }, ["i-a"]),
            ("part of a name", { $0.instanceName = "*-w*" }, ["i-win"]),
            ("status", { $0.status = "Stopped" }, ["i-off"]), ("empty words", { $0.status = "" }, all),
            ("tag", { $0.tags = [TagFilter(key: "env", value: "prod")] }, ["i-a", "i-b"]),
            ("key", { $0.tags = [TagFilter(key: "env")] }, ["i-a", "i-b", "i-c"]),
            ("group", { $0.resourceGroupID = "rg-a" }, ["i-group"]), ("system", { $0.osType = "windows" }, ["i-win"]),
            ("no private addresses", { $0.traits.privateAddresses = [] }, []),
            ("an address that nobody has", { $0.traits.publicAddresses = ["192.0.2.1"] }, []),
            ("the network that all are in", { $0.traits.networkType = "vpc" }, all),
            ("the other", { $0.traits.networkType = "classic" }, []),
            ("a private cloud", { $0.traits.vpcID = "vpc-1" }, []),
            ("a zone", { $0.traits.zoneID = "z" }, []),
            (
                "two at once",
                {
                    $0.tags = [TagFilter(key: "env")]
                    $0.instanceIDs = ["i-c", "i-off"]
                }, ["i-c"]
            ),
        ]

    @Test func instancesAreFoundByEveryCondition() async throws {
        try await EngineBench.with { bench async throws in
            for (name, change, found) in Self.filters {
                var request = DescribeInstancesRequest(regionID: "local")
                change(&request)
                let page = try await bench.service.describeInstances(request, EngineBench.context()).page
                #expect(page.entries.map(\.id.text) == found, "\(name)")
            }
        }
    }

    static let mistakes:
        [(name: String, code: APIErrorCode, change: @Sendable (inout DescribeInstancesRequest) -> Void)] =
            [
                ("101 ids", .instanceIdsExceedLimit, { $0.instanceIDs = (0...100).map { InstanceID("i-\($0)") } }),
                (
                    "101 addresses", .instanceIdsExceedLimit,
                    { $0.traits.eipAddresses = (0...100).map { "10.0.0.\($0)" } }
                ),
                ("a page too large", .invalidParamPageSize, { $0.paging = Paging(pageSize: 101) }),
                ("a strange system", .invalidParameter, { $0.osType = "plan9" }),
                ("an unknown region", .invalidRegionIdNotFound, { $0.regionID = "mars" }),
                (
                    "the page before a dry run", .invalidParamPageNumber,
                    {
                        $0.paging = Paging(pageNumber: 0)
                        $0.isDryRun = true
                    }
                ),
            ]

    @Test func whatIsWrongHasItsCode() async throws {
        try await EngineBench.with { bench async throws in
            for (name, expected, change) in Self.mistakes {
                var request = DescribeInstancesRequest(regionID: "local")
                change(&request)
                let wanted = request
                let refused = await code {
                    _ = try await bench.service.describeInstances(wanted, EngineBench.context())
                }
                #expect(refused == expected, "\(name)")
            }
        }
    }

    @Test func statusesAreRefusedOrFoundByIdAndSystem() async throws {
        try await EngineBench.with { bench async throws in
            let list = { (ids: [InstanceID], os: String?, paging: Paging) in
                try await bench.service.describeCloudAssistantStatus(
                    .init(regionID: "local", instanceIDs: ids, osType: os, paging: paging), EngineBench.context()
                ).page
            }
            #expect(try await list([], "Windows", Paging()).entries.map(\.instanceID) == ["i-win"])
            // With ids the number of results counts for nothing.
            let named = try await list(["i-off", "i-a", "i-b"], nil, Paging(maxResults: 999))
            #expect(named.entries.map(\.instanceID) == ["i-a", "i-b", "i-off"] && named.nextToken == nil)
            let second = try await list(["i-off", "i-a", "i-b"], nil, Paging(pageNumber: 2, pageSize: 2))
            #expect(second.entries.map(\.instanceID) == ["i-off"])
            for (ids, expected) in [
                ([""], .missingParamInstanceId), (["i-a", "i-none"], .invalidInstanceNotFound),
                (["i-other"], .invalidInstanceNotFound),
                ((0...100).map { InstanceID("i-\($0)") }, .instanceIdsExceedLimit),
            ] as [([InstanceID], APIErrorCode)] {
                #expect(await code { _ = try await list(ids, nil, Paging()) } == expected)
            }
            #expect(await code { _ = try await list([], "Plan9", Paging()) } == .invalidParameter)
            #expect(await code { _ = try await list(["i-a"], nil, Paging(pageSize: 51)) } == .invalidParamPageSize)
        }
    }

    @Test(arguments: RegionLanguage.allCases) func thisMachineHasANameInEveryLanguage(_ language: RegionLanguage)
        async throws
    {
        try await EngineBench.with { bench async throws in
            let regions = try await bench.service.describeRegions(
                .init(acceptLanguage: language.rawValue), EngineBench.context()
            ).regions
            #expect((regions.first?.localName == "This machine") == (language == .english))
            #expect(regions.map(\.localName).dropFirst() == ["Other", "Silent"])
        }
    }

    @Test func regionsOfTheCloudHaveTheirNamesAndChineseIsTheUsualLanguage() async throws {
        let region = Region(id: "cn-hangzhou", localName: "h")
        #expect(region.named(in: .simplifiedChinese).localName == "华东1（杭州）")
        #expect(region.named(in: .german).localName == "China (Hangzhou)")
        try await EngineBench.with { bench async throws in
            let regions = try await bench.service.describeRegions(.init(), EngineBench.context()).regions
            #expect(regions.first?.localName == "本机")
        }
    }
}

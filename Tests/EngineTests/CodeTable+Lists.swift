import CloudAssistant
import Testing

@testable import Engine
@testable import Store

extension Provocation {
    /// Codes about what is listed.
    static let lists: [Provocation] = [
        Provocation(
            .invalidParameterNextToken, { _ = try await $0.invocations(token: "x") },
            beside: { bench in
                for _ in 0..<2 { _ = try await bench.run() }
                let first = try await bench.invocations(token: nil)
                _ = try await bench.invocations(token: first ?? "none")
            }),
        Provocation(
            .unauthorizedEmptyRegion, { try await $0.regions(of: Fleet(regions: [], instances: [])) },
            beside: { try await $0.regions(of: EngineBench.fleet) }),
        regions(.invalidAcceptLanguageNotFound, .init(acceptLanguage: "xx"), beside: .init(acceptLanguage: "ko")),
        regions(.invalidResourceTypeNotFound, .init(resourceType: "cpu"), beside: .init(resourceType: "disk")),
        regions(
            .invalidInstanceChargeTypeNotFound, .init(instanceChargeType: "Free"),
            beside: .init(instanceChargeType: "PrePaid")),
        instances(.invalidNetworkTypeNotFound, \.traits.networkType, "lan", beside: "classic"),
        instances(
            .invalidInternetChargeTypeValueNotSupported, \.traits.internetChargeType, "Free", beside: "PayByTraffic"),
        instances(.invalidLockReasonNotFound, \.traits.lockReason, "mood", beside: "security"),
        instances(.invalidFilterKeyNotFound, \.traits.filterKeys, ["Name"], beside: ["CreationStartTime"]),
        instances(.invalidStatusNotFound, \.status, "running", beside: "Running"),
        instances(
            .invalidTagMismatch, \.tags, [TagFilter(key: nil, value: "v")], beside: [TagFilter(key: "k", value: "v")]),
        instances(.invalidTagCount, \.tags, tags(21), beside: tags(20)),
        instances(.dryRunOperation, \.isDryRun, true, beside: false),
        commands(.invalidNameLengthLimitExceeded, \.name, letters(129), beside: letters(128)),
        commands(.invalidDescriptionLengthLimitExceeded, \.description, letters(513), beside: letters(512)),
    ]

    /// Codes about groups and about tags of resources.
    static let resources: [Provocation] = [
        run(.invalidStatusResourceGroup, \.resourceGroupID, "rg-new", beside: "rg-b"),
        Provocation(
            .numberExceedResourceIds, { try await $0.listTags(of: (0...50).map { "c-\($0)" }) },
            beside: { try await $0.listTags(of: (0..<50).map { "c-\($0)" }) }),
        Provocation(
            .invalidParameterTagValue, { try await $0.listTags(TagFilter(key: nil, value: "v")) },
            beside: { try await $0.listTags(TagFilter(key: "k", value: "v")) }),
        Provocation(
            .invalidResourceIdNotFound, { try await $0.tag("c-none", tags(1)) },
            beside: { try await $0.tag(try await $0.command("true\n"), tags(1)) }),
        Provocation(
            .invalidResourceIdNotSupported, { try await $0.tag("memory", tags(1)) },
            beside: { try await $0.tag(try await $0.command("true\n"), tags(1)) }),
        Provocation(
            .operationDeniedQuotaExceed, { try await $0.tagTwice(TagFilter(key: "another")) },
            beside: { try await $0.tagTwice(TagFilter(key: "k0", value: "other")) }),
    ]

    /// Codes of calls that only ask: they have no audit line, and the refusal does not say whose it is.
    static let queries = Set(lists.map(\.code)).union([.numberExceedResourceIds, .invalidParameterTagValue])

    private static func regions(
        _ code: APIErrorCode, _ wrong: DescribeRegionsRequest, beside right: DescribeRegionsRequest
    ) -> Provocation {
        let call: @Sendable (DescribeRegionsRequest) -> Call = { request in
            { bench in _ = try await bench.service.describeRegions(request, EngineBench.context()) }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }

    private static func instances<Value: Sendable>(
        _ code: APIErrorCode, _ path: Path<DescribeInstancesRequest, Value>, _ wrong: Value, beside right: Value
    ) -> Provocation {
        let call: @Sendable (Value) -> Call = { value in
            { bench in
                var request = DescribeInstancesRequest(regionID: "local")
                request[keyPath: path] = value
                _ = try await bench.service.describeInstances(request, EngineBench.context())
            }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }

    private static func commands<Value: Sendable>(
        _ code: APIErrorCode, _ path: Path<DescribeCommandsRequest, Value>, _ wrong: Value, beside right: Value
    ) -> Provocation {
        let call: @Sendable (Value) -> Call = { value in
            { bench in
                var request = DescribeCommandsRequest(regionID: "local")
                request[keyPath: path] = value
                _ = try await bench.service.describeCommands(request, EngineBench.context())
            }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }
}

extension EngineBench {
    fileprivate func invocations(token: String?) async throws -> String? {
        let request = DescribeInvocationsRequest(regionID: "local", paging: Paging(maxResults: 1, nextToken: token))
        return try await service.describeInvocations(request, Self.context()).page.nextToken
    }

    fileprivate func regions(of fleet: Fleet) async throws {
        let reader = try await EmbeddedService.reader(
            store: try Store(directory, for: .reading), fleet: fleet,
            configuration: EngineConfiguration(owner: Self.owner, now: { Self.start }), engineProcess: 17)
        _ = try await reader.describeRegions(.init(), Self.context())
    }

    fileprivate func listTags(of ids: [String] = [], _ tags: TagFilter...) async throws {
        _ = try await service.listTagResources(
            .init(regionID: "local", resourceType: "command", resourceIDs: ids, tags: tags), Self.context())
    }

    func tag(_ id: CommandID, _ tags: [TagFilter]) async throws {
        _ = try await service.tagResources(
            .init(regionID: "local", resourceType: "command", resourceIDs: [id.text], tags: tags), Self.context())
    }

    /// As many tags as a command may have, and then one more call.
    fileprivate func tagTwice(_ more: TagFilter) async throws {
        let command = try await command("true\n")
        try await tag(command, tags(20))
        try await tag(command, [more])
    }
}

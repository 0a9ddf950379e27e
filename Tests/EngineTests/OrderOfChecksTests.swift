import CloudAssistant
import Testing

@testable import Engine

/// The first broken rule in the documented order is the one that is told, whatever else is broken.
@Suite(.timeLimit(.minutes(4))) struct OrderOfChecksTests {
    /// A call of which any number of things can be wrong.
    struct Draft {
        var context = EngineBench.context()
        var request = EngineBench.request("echo {{name}}\n", type: .powerShell) {
            $0.command.enablesParameters = true
        }
        var commandID: CommandID?
        var create = CreateCommandRequest(
            regionID: "local",
            command: CommandDraft(
                name: "n", type: "RunShellScript", content: "true\n", contentEncoding: "PlainText"))
        var run: InvocationDraft {
            get { request.run }
            set { request.run = newValue }
        }
    }

    struct Step: Sendable, CustomTestStringConvertible {
        let name: String
        let code: APIErrorCode
        let spoil: @Sendable (inout Draft) -> Void
        var testDescription: String { name }

        init(_ name: String, _ code: APIErrorCode, _ spoil: @escaping @Sendable (inout Draft) -> Void) {
            self.name = name
            self.code = code
            self.spoil = spoil
        }
    }

    /// A draft in which every step from one on is broken; where two contradict each other, the earlier one is.
    static func draft(_ steps: [Step], from index: Int, _ base: Draft) -> Draft {
        var draft = base
        for step in steps[index...].reversed() { step.spoil(&draft) }
        return draft
    }

    static let targets: [Step] = [
        Step("parameters", .parameterNotMatched) { $0.run.parameters = .json(#"{"nome":"x"}"#) },
        Step("group", .invalidResourceGroupNotFound) { $0.run.resourceGroupID = "rg-none" },
        Step("instances", .invalidInstanceNotFound) { $0.run.instanceIDs = ["i-win", "i-group", "i-none"] },
        Step("systems", .invalidInstanceNotMatch) { draft in
            draft.run.instanceIDs = ["i-group", "i-win"]
            draft.request.command.type = "RunShellScript"
            draft.commandID = "shell"
        },
        Step("groups of instances", .operationForbidden) { draft in
            draft.run.instanceIDs = ["i-win", "i-group"]
            draft.run.resourceGroupID = "rg-b"
        },
        Step("Windows user", .windowsPasswordNameMissed) { draft in
            draft.run.instanceIDs = ["i-win"]
            draft.run.username = "bob"
        },
        Step("size", .cmdContentExceedLimit) { draft in
            draft.request.command.content = "{{oos:x}} {{name}}" + letters(18_000)
            draft.commandID = "big"
            draft.run.parameters = .entries([ParameterEntry(name: "name", value: letters(1000))])
        },
        Step("stored parameters", .parameterStoreInvalidParameters) { draft in
            draft.request.command.content = "{{oos:x}} {{name}}"
            draft.commandID = "stored"
        },
        Step("delivery", .invalidOssOutputDeliveryBucketNotFound) { $0.run.ossOutputDelivery = "oss://none" },
        Step("quota", .invocationExceedQuota) { _ in },
    ]

    static let invoke: [Step] =
        [
            Step("caller", .forbiddenRAM) { $0.context = EngineBench.context(1) },
            Step("region", .invalidRegionIdNotFound) { $0.run.regionID = "mars" },
            Step("values", .invalidParameterTimeout) { $0.run.timeoutSeconds = 9 },
            Step("token", .idempotentParameterMismatch) { $0.run.clientToken = "used" },
            Step("command", .invalidCmdIdNotFound) { $0.commandID = "c-none" },
        ] + targets

    static let run: [Step] =
        [
            Step("caller", .forbiddenRAM) { $0.context = EngineBench.context(1) },
            Step("region", .invalidRegionIdNotFound) { $0.run.regionID = "mars" },
            Step("command's values", .invalidCmdTypeNotFound) { $0.request.command.type = "RunFishScript" },
            Step("values", .invalidParameterTimeout) { $0.run.timeoutSeconds = 9 },
            Step("token", .idempotentParameterMismatch) { $0.run.clientToken = "used" },
            Step("commands", .cmdCountExceedQuota) { $0.request.keepsCommand = true },
        ] + targets

    static let create: [Step] = [
        Step("caller", .forbiddenRAM) { $0.context = EngineBench.context(1) },
        Step("region", .invalidRegionIdNotFound) { $0.create.regionID = "mars" },
        Step("command's values", .cmdNameExceedLimit) { $0.create.command.name = letters(129) },
        Step("token's form", .invalidClientTokenMalformed) { $0.create.clientToken = letters(65) },
        Step("tags", .duplicateTagKey) { $0.create.tags = [TagFilter(key: "k"), TagFilter(key: "k")] },
        Step("token", .idempotentParameterMismatch) { $0.create.clientToken = "used" },
        Step("group", .invalidResourceGroupNotFound) { $0.create.resourceGroupID = "rg-none" },
        Step("quota", .cmdCountExceedQuota) { _ in },
    ]

    /// A bench on which the quotas are used up and the token `used` has been used.
    private static func with(_ body: (EngineBench, [CommandID: CommandID]) async throws -> Void) async throws {
        let change: (inout EngineConfiguration) -> Void = { configuration in
            configuration.limits.invocationsPerDay = 2
            configuration.limits.commandsPerRegion = 5
        }
        try await EngineBench.with(change) { bench async throws in
            let commands: [CommandID: CommandID] = [
                "fits": try await bench.command("echo {{name}}\n", type: .powerShell),
                "shell": try await bench.command("echo {{name}}\n"),
                "big": try await bench.command("{{oos:x}} {{name}}" + letters(18_000), type: .powerShell),
                "stored": try await bench.command("{{oos:x}} {{name}}", type: .powerShell),
            ]
            _ = try await bench.command("true\n")
            _ = try await bench.run { $0.run.clientToken = "used" }
            _ = try await bench.invoke(try #require(commands["fits"])) { $0.clientToken = "used" }
            try await body(bench, commands)
        }
    }

    @Test(arguments: invoke.indices) func ofInvokeCommand(_ index: Int) async throws {
        try await Self.with { bench, commands async throws in
            let draft = Self.draft(Self.invoke, from: index, Draft())
            let name = draft.commandID ?? "fits"
            let request = InvokeCommandRequest(commandID: commands[name] ?? name, run: draft.run)
            let refused = await code { _ = try await bench.service.invokeCommand(request, draft.context) }
            #expect(refused == Self.invoke[index].code)
        }
    }

    @Test(arguments: run.indices) func ofRunCommand(_ index: Int) async throws {
        try await Self.with { bench, _ async throws in
            let draft = Self.draft(Self.run, from: index, Draft())
            let refused = await code { _ = try await bench.service.runCommand(draft.request, draft.context) }
            #expect(refused == Self.run[index].code)
        }
    }

    @Test(arguments: create.indices) func ofCreateCommand(_ index: Int) async throws {
        let change: (inout EngineConfiguration) -> Void = { $0.limits.commandsPerRegion = 1 }
        try await EngineBench.with(change) { bench async throws in
            var first = Draft().create
            first.clientToken = "used"
            _ = try await bench.service.createCommand(first, EngineBench.context())
            var draft = Self.draft(Self.create, from: index, Draft())
            if draft.create.clientToken == "used" { draft.create.command.description = "another" }
            let refused = await code { _ = try await bench.service.createCommand(draft.create, draft.context) }
            #expect(refused == Self.create[index].code)
        }
    }

    @Test func ofStopInvocation() async throws {
        try await EngineBench.with({ $0.limits.instancesPerStop = 1 }) { bench async throws in
            let id = try await bench.run()
            let request = { (region: RegionID?, invoke: InvokeID?, instances: [InstanceID]) in
                StopInvocationRequest(regionID: region, invokeID: invoke, instanceIDs: instances)
            }
            let calls: [(StopInvocationRequest, Int, APIErrorCode?)] = [
                (request(nil, nil, ["i-b", "i-c"]), 1, .forbiddenRAM),
                (request("mars", nil, ["i-b", "i-c"]), EngineBench.owner, .invalidRegionIdNotFound),
                (request("local", nil, ["i-b", "i-c"]), EngineBench.owner, .missingParameter),
                (request("local", "t-none", ["i-b", "i-c"]), EngineBench.owner, .instanceIdsExceedLimit),
                (request("local", "t-none", ["i-b"]), EngineBench.owner, .invalidInvokeIdNotFound),
                (request("other", id, ["i-b"]), EngineBench.owner, .invalidInvokeIdNotFound),
                (request("local", id, ["i-b"]), EngineBench.owner, .invalidInstanceIdNotFound),
                (request("local", id, ["i-a"]), EngineBench.owner, nil),
            ]
            for (request, user, expected) in calls {
                let refused = await code {
                    _ = try await bench.service.stopInvocation(request, EngineBench.context(user))
                }
                #expect(refused == expected)
            }
        }
    }

    @Test func ofTheQueries() async throws {
        try await EngineBench.with { bench async throws in
            let (service, context, bad) = (bench.service, EngineBench.context(), Paging(maxResults: 0))
            for (region, expected) in [
                (nil, .missingParameter), ("mars", .invalidRegionIdNotFound), ("silent", .regionIdApiNotSupported),
                ("local", .invalidParameterMaxResults),
            ] as [(RegionID?, APIErrorCode)] {
                let codes = [
                    await code {
                        _ = try await service.describeCommands(.init(regionID: region, type: "x", paging: bad), context)
                    },
                    await code {
                        _ = try await service.describeInvocations(
                            .init(regionID: region, invokeStatus: "x", paging: bad), context)
                    },
                    await code {
                        _ = try await service.describeInvocationResults(
                            .init(regionID: region, invokeRecordStatus: "x", paging: bad), context)
                    },
                    await code {
                        _ = try await service.describeCloudAssistantStatus(
                            .init(regionID: region, paging: bad), context)
                    },
                    await code {
                        _ = try await service.describeSendFileResults(
                            .init(regionID: region, invocationStatus: "x", paging: bad), context)
                    },
                ]
                #expect(codes == Array(repeating: expected, count: 5))
            }
        }
    }
}

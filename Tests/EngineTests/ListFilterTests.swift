import CloudAssistant
import Testing

@testable import Engine
@testable import Store

/// What the conditions of the lists find.
@Suite(.timeLimit(.minutes(4))) struct ListFilterTests {
    static let commandFilters:
        [(name: String, change: @Sendable (inout DescribeCommandsRequest) -> Void, found: [String])] =
            [
                ("all", { _ in }, ["beta", "alpha", "ax*"]),
                ("an empty name asks nothing", { $0.name = "" }, ["beta", "alpha", "ax*"]),
                ("the very name", { $0.name = "alpha" }, ["alpha"]), ("no part of it", { $0.name = "alph" }, []),
                ("its beginning", { $0.name = "a*" }, ["alpha", "ax*"]),
                ("its end", { $0.name = "*a" }, ["beta", "alpha"]),
                ("a part", { $0.name = "*et*" }, ["beta"]), ("no pattern of SQL", { $0.name = "alph_" }, []),
                ("no set of letters", { $0.name = "[a]lpha*" }, []),
                ("any", { $0.name = "*" }, ["beta", "alpha", "ax*"]),
                ("the description", { $0.description = "second" }, ["beta"]),
                ("a part of it", { $0.description = "*ir*" }, ["alpha"]),
                ("the type", { $0.type = "RunPowerShellScript" }, ["ax*"]),
                ("another", { $0.type = "RunBatScript" }, []),
                ("a tag", { $0.tags = [TagFilter(key: "team", value: "web")] }, ["alpha"]),
                ("a key", { $0.tags = [TagFilter(key: "team")] }, ["beta", "alpha"]),
                ("two tags", { $0.tags = [TagFilter(key: "team"), TagFilter(key: "env", value: "prod")] }, ["alpha"]),
                ("a group", { $0.resourceGroupID = "rg-b" }, ["beta"]),
                ("an unknown group", { $0.resourceGroupID = "rg-none" }, []),
                (
                    "two at once",
                    {
                        $0.name = "*a"
                        $0.tags = [TagFilter(key: "env")]
                    }, ["alpha"]
                ),
                ("nothing of an unknown provider", { $0.provider = "AlibabaCloud" }, []),
                ("nothing of half a provider's name", { $0.provider = "Flagdeck.Start" }, []),
            ]

    private static func commands(_ bench: EngineBench) async throws {
        _ = try await bench.command("true\n", type: .powerShell) { $0.name = "ax*" }
        for (name, text, tags, group) in [
            ("alpha", "first", [("team", "web"), ("env", "prod")], nil), ("beta", "second", [("team", "db")], "rg-b"),
        ] as [(String, String, [(String, String)], ResourceGroupID?)] {
            let draft = CommandDraft(
                name: name, type: "RunShellScript", content: "true\n", contentEncoding: "PlainText", description: text)
            _ = try await bench.service.createCommand(
                .init(
                    regionID: "local", command: draft, tags: tags.map { TagFilter(key: $0.0, value: $0.1) },
                    resourceGroupID: group), EngineBench.context())
        }
    }

    @Test func commandsAreFoundByEveryCondition() async throws {
        try await EngineBench.with { bench async throws in
            try await Self.commands(bench)
            for (name, change, found) in Self.commandFilters {
                var request = DescribeCommandsRequest(regionID: "local")
                change(&request)
                let page = try await bench.service.describeCommands(request, EngineBench.context()).page
                #expect(page.entries.map(\.name) == found, "\(name)")
                #expect(page.totalCount == found.count, "\(name)")
            }
        }
    }

    @Test func aProvidersCommandsTellHowOftenTheyRanAndAreTheNewest() async throws {
        try await EngineBench.with { bench async throws in
            for _ in 0..<2 { _ = try await bench.invoke("memory") }
            for isLatest in [false, true] {
                let page = try await bench.service.describeCommands(
                    .init(regionID: "local", name: "memory", provider: "Flagdeck.Starter", isLatest: isLatest),
                    EngineBench.context()
                ).page
                #expect(page.entries.map(\.invokeTimes) == [2])
            }
        }
    }

    @Test func onlyTheNewestVersionOfEachOfAProvidersCommandsIsLatest() throws {
        var commands = Array(StarterLibrary.commands.prefix(2))
        var newer = commands[0]
        newer.version = 2
        commands.append(newer)
        let request = DescribeCommandsRequest(regionID: "local", provider: "Flagdeck", isLatest: true)
        let found = request.provided(commands, try request.checked(Limits()))
        #expect(found == [commands[1], newer])
    }

    static let invocationFilters:
        [(name: String, change: @Sendable (inout DescribeInvocationsRequest) -> Void, found: [String])] = [
            ("all", { _ in }, ["ps", "bad", "ok"]), ("name", { $0.commandName = "ok" }, ["ok"]),
            (
                "the name counts for nothing with an instance",
                {
                    $0.commandName = "ok"
                    $0.instanceID = "i-b"
                }, ["bad"]
            ),
            ("type", { $0.commandType = "RunPowerShellScript" }, ["ps"]),
            ("mode", { $0.repeatMode = "Once" }, ["ps", "bad", "ok"]),
            ("another mode", { $0.repeatMode = "Period" }, []),
            (
                "the mode counts for nothing with an instance",
                {
                    $0.repeatMode = "Nonsense"
                    $0.instanceID = "i-b"
                }, ["bad"]
            ),
            (
                "nor does PartialFailed",
                {
                    $0.invokeStatus = "PartialFailed"
                    $0.instanceID = "i-b"
                }, ["bad"]
            ),
            (
                "other states do",
                {
                    $0.invokeStatus = "Success"
                    $0.instanceID = "i-b"
                }, []
            ),
            ("what will run by itself", { $0.isTimed = true }, []),
            ("what will not", { $0.isTimed = false }, ["ps", "bad", "ok"]),
            ("a tag", { $0.tags = [TagFilter(key: "run", value: "ok")] }, ["ok"]),
            ("a key", { $0.tags = [TagFilter(key: "run")] }, ["ps", "bad", "ok"]),
            ("a group", { $0.resourceGroupID = "rg-b" }, ["ok"]),
            ("an empty id asks nothing", { $0.invokeID = "" }, ["ps", "bad", "ok"]),
        ]

    @Test func invocationsAreFoundByEveryCondition() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play { order in
                .ends(.exited(code: String(decoding: order.script, as: UTF8.self) == "bad" ? 1 : 0))
            }
            for (name, type, instance) in [
                ("ok", .shell, "i-a"), ("bad", .shell, "i-b"), ("ps", .powerShell, "i-a"),
            ] as [(String, CommandType, InstanceID)] {
                let id = try await bench.run(name, on: [instance], type: type) { request in
                    request.command.name = name
                    request.run.tags = [TagFilter(key: "run", value: name)]
                    request.run.resourceGroupID = name == "ok" ? "rg-b" : nil
                }
                _ = try await bench.ended(id)
            }
            for (name, change, found) in Self.invocationFilters {
                var request = DescribeInvocationsRequest(regionID: "local")
                change(&request)
                let page = try await bench.service.describeInvocations(request, EngineBench.context()).page
                #expect(page.entries.map(\.command.name) == found, "\(name)")
            }
            for (word, found) in [
                ("Finished", ["ok", "bad"]), ("Success", ["ok"]), ("Failed", ["bad"]), ("Running", []),
                ("PartialFailed", []), ("Stopped", []), ("Stopping", []),
            ] as [(String, [String])] {
                let page = try await bench.service.describeInvocationResults(
                    .init(regionID: "local", invokeRecordStatus: word), EngineBench.context()
                ).page
                #expect(
                    Set(page.entries.map(\.invocation.command.name)).subtracting(["ps"]) == Set(found), "\(word)")
            }
            let results = try await bench.service.describeInvocationResults(
                .init(regionID: "local", tags: [TagFilter(key: "run", value: "ok")], resourceGroupID: "rg-b"),
                EngineBench.context()
            ).page
            #expect(results.entries.map(\.invocation.command.name) == ["ok"])
        }
    }

    @Test(
        arguments: [
            ("Dreaming", nil, nil, APIErrorCode.invalidParameter), (nil, "Sometimes", nil, .invalidRepeatModeNotFound),
            (nil, nil, "RunFishScript", .invalidCommandTypeNotFound), ("Timeout", nil, nil, .invalidParameter),
        ] as [(String?, String?, String?, APIErrorCode)])
    func wordsThatDoNotExistAreRefused(_ status: String?, _ mode: String?, _ type: String?, _ expected: APIErrorCode)
        async throws
    {
        try await EngineBench.with { bench async throws in
            let refused = await code {
                _ = try await bench.service.describeInvocations(
                    .init(regionID: "local", commandType: type, invokeStatus: status, repeatMode: mode),
                    EngineBench.context())
            }
            #expect(refused == expected)
        }
    }

    @Test func outputsAreListedOnlyOfOneInvocationOrInstance() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.ends(.exited(code: 0), output: "out"))
            let id = try await bench.ended(bench.run()).id
            let list = { (invoke: InvokeID?, instance: InstanceID?) in
                try await bench.service.describeInvocations(
                    .init(regionID: "local", invokeID: invoke, instanceID: instance, includesOutput: true),
                    EngineBench.context()
                ).page.entries.first?.results.first?.output
            }
            #expect(try await list(id, nil) == Array("out".utf8))
            #expect(try await list(nil, "i-a") == Array("out".utf8))
            let refused = try #require(await refusal { _ = try await list(nil, nil) })
            #expect(refused.code.known == .operationForbidden && refused.facts[.parameter] == "IncludeOutput")
            #expect(await code { _ = try await list("", "") } == .operationForbidden)
        }
    }
}

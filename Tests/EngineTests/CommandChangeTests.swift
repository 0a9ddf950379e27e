import CloudAssistant
import Store
import Testing

@testable import Engine

/// ModifyCommand and DeleteCommand.
@Suite(.timeLimit(.minutes(4))) struct CommandChangeTests {
    @Test func aChangedCommandIsToldAndListedWithItsNewParameters() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.command("echo {{a}}\n")
            let stream = bench.service.changes()
            try await bench.modify(id) { request in
                request.name = "new"
                request.content = "echo {{b}} {{c}}\n"
            }
            #expect(await ChangeFeedTests.changes(stream, until: .command(id)) == [.command(id)])
            let listed = try #require(try await bench.listed(id))
            #expect(listed.name == "new")
            #expect(listed.parameters.map(\.name) == ["b", "c"])
            #expect(await code { try await bench.pass("a", to: id) } == .parameterNotMatched)
            #expect(await code { try await bench.pass("b", to: id) } == nil)
        }
    }

    @Test func aRunThatWasAcceptedKeepsTheCommandAsItWasAlsoAfterARestart() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { first async throws in
            first.runner.play(.runs)
            let blocking = try await first.run()
            try await first.reaches(.running, blocking)
            let id = try await first.command("echo before\n")
            let waiting = try await first.invoke(id)
            try await first.modify(id) { $0.content = "echo after\n" }
            let bench = try await first.restarted { $0.play(.ends(.exited(code: 0))) }
            bench.runner.disk.end(key(blocking), .exited(code: 0))
            let ended = try await bench.ended(waiting)
            #expect(ended.command.content == "echo before\n")
            let scripts = bench.runner.orders.filter { $0.key == key(waiting) }
            #expect(scripts.map { String(decoding: $0.script, as: UTF8.self) } == ["echo before\n"])
            let next = try await bench.invoke(id)
            #expect(try await bench.invocation(next).command.content == "echo after\n")
            await bench.close()
        }
    }

    @Test func aDeletedCommandIsToldAndGoneAndItsRunsStay() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.command("true\n")
            let run = try await bench.invoke(id)
            _ = try await bench.ended(run)
            let stream = bench.service.changes()
            try await bench.delete(id)
            #expect(await ChangeFeedTests.changes(stream, until: .command(id)).last == .command(id))
            #expect(try await bench.listed(id) == nil)
            #expect(await code { _ = try await bench.invoke(id) } == .invalidCmdIdNotFound)
            #expect(await code { try await bench.delete(id) } == .invalidCmdIdNotFound)
            let left = try await bench.service.describeInvocations(
                .init(regionID: "local", commandID: id), EngineBench.context()
            ).page.entries
            #expect(left.map(\.id) == [run])
            #expect(left.first?.command.content == "true\n")
        }
    }

    @Test func aCommandIsDeletedOnlyWhenItsRunsHaveEnded() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.command("true\n")
            let run = try await bench.invoke(id, on: ["i-a", "i-b"])
            try await bench.reaches(.running, run)
            let refused = try #require(await refusal { try await bench.delete(id) })
            #expect(refused.code.known == .operationForbidden)
            #expect(refused.facts == [.parameter: "CommandId", .command: id.text, .actual: "2"])
            #expect(refused.requestID == "R-1")
            #expect(try await bench.listed(id) != nil)
            try await bench.modify(id) { $0.name = "while it runs" }
            for instance in ["i-a", "i-b"] as [InstanceID] {
                bench.runner.disk.end(key(run, instance), .exited(code: 0))
            }
            _ = try await bench.ended(run)
            try await bench.delete(id)
            #expect(try await bench.listed(id) == nil)
        }
    }

    @Test(arguments: StarterLibrary.commands.map(\.id)) func aCommandOfTheLibraryStaysAsItIs(_ id: CommandID)
        async throws
    {
        try await EngineBench.with { bench async throws in
            let calls = [
                await refusal { try await bench.modify(id) { $0.name = "mine" } },
                await refusal { try await bench.delete(id) },
            ]
            for refused in calls {
                #expect(refused?.code.known == .cmdNameReadonly)
                #expect(refused?.facts[.command] == id.text)
                #expect(refused?.facts[.detail] == StarterLibrary.provider)
            }
        }
    }

    @Test func aDeedHasOneLineThatNamesTheCommand() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.command("true\n")
            try await bench.modify(id) { $0.timeoutSeconds = 20 }
            try await bench.delete(id)
            let lines = try await bench.auditLines()
            #expect(lines.map(\.action) == ["DeleteCommand", "ModifyCommand", "CreateCommand"])
            #expect(lines.map(\.subject) == [id.text, id.text, id.text])
            #expect(lines.allSatisfy { $0.outcome == "ok" && $0.region == "local" })
        }
    }

    /// Each call breaks its rule and all later ones.
    @Test func theFirstBrokenRuleIsTold() async throws {
        try await EngineBench.with { bench async throws in
            let own = try await bench.command("echo {{a}}\n")
            let calls: [(RegionID?, CommandID?, timeout: Int?, content: String?, APIErrorCode?)] = [
                (nil, nil, 9, "{{}}", .missingParameter),
                ("mars", nil, 9, "{{}}", .invalidRegionIdNotFound),
                ("silent", nil, 9, "{{}}", .regionIdApiNotSupported),
                ("local", nil, 9, "{{}}", .missingParameter),
                ("local", "c-none", 9, "{{}}", .invalidParameterTimeout),
                ("local", "c-none", nil, "{{}}", .invalidCmdIdNotFound),
                ("other", own, nil, "{{}}", .invalidCmdIdNotFound),
                ("local", "memory", nil, "{{}}", .cmdNameReadonly),
                ("local", own, nil, "{{}}", .cmdParamEmptyKey),
                ("local", own, nil, nil, nil),
            ]
            for (region, command, timeout, content, expected) in calls {
                let request = ModifyCommandRequest(
                    regionID: region, commandID: command, content: content, contentEncoding: "PlainText",
                    timeoutSeconds: timeout)
                #expect(
                    await code { _ = try await bench.service.modifyCommand(request, EngineBench.context()) } == expected
                )
            }
            let deletions: [(RegionID?, CommandID?, APIErrorCode?)] = [
                (nil, nil, .missingParameter), ("mars", nil, .invalidRegionIdNotFound),
                ("local", nil, .missingParameter), ("local", "c-none", .invalidCmdIdNotFound),
                ("other", own, .invalidCmdIdNotFound), ("local", "memory", .cmdNameReadonly), ("local", own, nil),
            ]
            for (region, command, expected) in deletions {
                let request = DeleteCommandRequest(regionID: region, commandID: command)
                #expect(
                    await code { _ = try await bench.service.deleteCommand(request, EngineBench.context()) } == expected
                )
            }
        }
    }

    @Test func whatIsDeletedMakesRoom() async throws {
        try await EngineBench.with({ $0.limits.commandsPerRegion = 1 }) { bench async throws in
            let id = try await bench.command("true\n")
            #expect(await code { _ = try await bench.command("true\n") } == .cmdCountExceedQuota)
            try await bench.delete(id)
            #expect(await code { _ = try await bench.command("true\n") } == nil)
        }
    }
}

extension EngineBench {
    func modify(_ id: CommandID, _ change: (inout ModifyCommandRequest) -> Void) async throws {
        var request = ModifyCommandRequest(regionID: "local", commandID: id, contentEncoding: "PlainText")
        change(&request)
        _ = try await service.modifyCommand(request, Self.context())
    }

    func delete(_ id: CommandID) async throws {
        _ = try await service.deleteCommand(.init(regionID: "local", commandID: id), Self.context())
    }

    fileprivate func listed(_ id: CommandID) async throws -> Command? {
        try await service.describeCommands(.init(regionID: "local", commandID: id), Self.context()).page.entries.first
    }

    fileprivate func pass(_ name: String, to id: CommandID) async throws {
        _ = try await invoke(id) { $0.parameters = .entries([ParameterEntry(name: name, value: "x")]) }
    }
}

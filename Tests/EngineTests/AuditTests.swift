import CloudAssistant
import Store
import Testing

@testable import Engine

/// Each decision, a refusal as well, has exactly one line.
@Suite(.timeLimit(.minutes(4))) struct AuditTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let action: String
        let outcome: String
        let call: @Sendable (EngineBench, CallContext) async throws -> Void
        var testDescription: String { name }

        init(
            _ name: String, _ action: String, _ outcome: String = "ok",
            _ call: @escaping @Sendable (EngineBench, CallContext) async throws -> Void
        ) {
            self.name = name
            self.action = action
            self.outcome = outcome
            self.call = call
        }
    }

    static let create = CreateCommandRequest(
        regionID: "local",
        command: CommandDraft(name: "n", type: "RunShellScript", content: "dHJ1ZQ==", contentEncoding: "Base64"))

    static let cases: [Case] = [
        Case("run", "RunCommand") { _ = try await $0.service.runCommand(EngineBench.request(), $1) },
        Case("dry run", "RunCommand") {
            _ = try await $0.service.runCommand(EngineBench.request { $0.run.repeatMode = "DryRun" }, $1)
        },
        Case("run kept", "RunCommand") {
            _ = try await $0.service.runCommand(EngineBench.request { $0.keepsCommand = true }, $1)
        },
        Case("run refused", "RunCommand", "InvalidInstance.NotFound") {
            _ = try await $0.service.runCommand(EngineBench.request(on: ["i-none"]), $1)
        },
        Case("run of nobody's", "RunCommand", "InvalidRegionId.NotFound") {
            _ = try await $0.service.runCommand(EngineBench.request { $0.run.regionID = "mars" }, $1)
        },
        Case("invoke", "InvokeCommand") {
            let run = InvocationDraft(regionID: "local", instanceIDs: ["i-a"])
            _ = try await $0.service.invokeCommand(InvokeCommandRequest(commandID: "memory", run: run), $1)
        },
        Case("invoke refused", "InvokeCommand", "InvalidCmdId.NotFound") {
            let run = InvocationDraft(regionID: "local", instanceIDs: ["i-a"])
            _ = try await $0.service.invokeCommand(InvokeCommandRequest(commandID: "c-none", run: run), $1)
        },
        Case("create", "CreateCommand") { _ = try await $0.service.createCommand(create, $1) },
        Case("create refused", "CreateCommand", "MissingParameter") {
            var request = create
            request.command.name = nil
            _ = try await $0.service.createCommand(request, $1)
        },
        Case("modify refused", "ModifyCommand", "CmdName.Readonly") {
            _ = try await $0.service.modifyCommand(.init(regionID: "local", commandID: "memory", name: "n"), $1)
        },
        Case("delete refused", "DeleteCommand", "InvalidCmdId.NotFound") {
            _ = try await $0.service.deleteCommand(.init(regionID: "local", commandID: "c-none"), $1)
        },
        Case("stop refused", "StopInvocation", "InvalidInvokeId.NotFound") {
            _ = try await $0.service.stopInvocation(.init(regionID: "local", invokeID: "t-none"), $1)
        },
        Case("tag", "TagInstance") {
            try await $0.service.tagInstance("i-a", set: [TagFilter(key: "k", value: "v")], remove: ["env"], $1)
        },
        Case("tag refused", "TagInstance", "InvalidInstance.NotFound") {
            try await $0.service.tagInstance("i-none", set: [], remove: [], $1)
        },
        Case("tag refused for its key", "TagInstance", "InvalidTagKey.Malformed") {
            try await $0.service.tagInstance("i-a", set: [TagFilter(key: "acs:k")], remove: [], $1)
        },
    ]

    @Test(arguments: cases) func aCallHasOneLine(_ row: Case) async throws {
        try await EngineBench.with { bench async throws in
            var context = EngineBench.context(request: "R-7")
            context.reason = "T-1"
            let refused = await refusal { try await row.call(bench, context) }
            #expect(refused?.code.text ?? "ok" == row.outcome)
            let lines = try await bench.auditLines()
            #expect(lines.count == 1)
            #expect(lines.first?.action == row.action)
            #expect(lines.first?.outcome == row.outcome)
            #expect(lines.first?.context == context)
        }
    }

    @Test(arguments: cases) func aStrangersCallIsRefusedAndHasOneLine(_ row: Case) async throws {
        try await EngineBench.with { bench async throws in
            let refused = await refusal { try await row.call(bench, EngineBench.context(1)) }
            #expect(refused?.code.known == .forbiddenRAM)
            #expect(refused?.facts[.name] == "ann")
            #expect(try await bench.auditLines().map(\.outcome) == ["Forbidden.RAM"])
            #expect(try await bench.store.openResults().isEmpty)
            #expect(bench.runner.orders.isEmpty)
        }
    }

    @Test func rootMayDoWhatTheOwnerMay() async throws {
        try await EngineBench.with { bench async throws in
            for user in [0, EngineBench.owner] {
                _ = try await bench.service.runCommand(EngineBench.request(), EngineBench.context(user))
            }
            #expect(try await bench.auditLines().map(\.context.caller.userID) == [EngineBench.owner, 0])
        }
    }

    @Test func aLineNamesWhatWasMadeAndTheInstances() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(on: []) { $0.run.resourceTags = [TagFilter(key: "env", value: "prod")] }
            try await bench.stop(id, on: ["i-b"])
            let lines = try await bench.auditLines()
            #expect(lines.map(\.action) == ["StopInvocation", "RunCommand"])
            #expect(lines.map(\.subject) == [id.text, id.text])
            #expect(lines.map(\.targets) == [["i-b"], ["i-a", "i-b"]])
            #expect(lines.allSatisfy { $0.region == "local" })
        }
    }

    @Test func aRepeatedCallHasALineOfItsOwn() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run { $0.run.clientToken = "t" }
            _ = try await bench.run { $0.run.clientToken = "t" }
            #expect(try await bench.auditLines().map(\.subject) == [id.text, id.text])
        }
    }

    @Test func questionsHaveNoLines() async throws {
        try await EngineBench.with { bench async throws in
            _ = try await bench.service.describeInstances(.init(regionID: "local"), EngineBench.context())
            _ = try await bench.service.describeInvocations(.init(regionID: "local"), EngineBench.context())
            _ = await code { _ = try await bench.service.describeCommands(.init(regionID: "x"), EngineBench.context()) }
            #expect(try await bench.auditLines().isEmpty)
        }
    }
}

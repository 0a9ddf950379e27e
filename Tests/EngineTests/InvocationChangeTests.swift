import CloudAssistant
import Runners
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// ModifyInvocationAttribute: what is changed holds for the runs to come.
@Suite(.timeLimit(.minutes(4))) struct InvocationChangeTests {
    private static func scripts(_ bench: EngineBench) -> [String] {
        bench.runner.orders.map { String(decoding: $0.script, as: UTF8.self) }
    }

    @Test func aNewRateCountsFromTheCreation() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.scheduled()
            bench.advance(seconds: 200)
            _ = try await bench.change(id) { $0.frequency = "rate(3m)" }
            #expect(try await bench.result(id).due == EngineBench.start.adding(seconds: 360))
            #expect(try await bench.invocation(id).frequency == "rate(3m)")
            bench.advance(seconds: 159)
            await bench.service.waitUntilLaunched()
            #expect(bench.runner.orders.isEmpty)
            try await ScheduleTests.passOneRun(bench, id, seconds: 1, repeats: 1)
            #expect(try await bench.result(id).due == EngineBench.start.adding(seconds: 540))
        }
    }

    @Test func aNewRateHoldsForWhatFollowsARunThatGoesOn() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.scheduled()
            bench.advance(seconds: 600)
            try await bench.reaches(.running, id)
            _ = try await bench.change(id) { $0.frequency = "rate(15m)" }
            bench.runner.disk.end(key(id), .exited(code: 0))
            try await bench.reaches(.scheduled, id)
            #expect(try await bench.result(id).due == EngineBench.start.adding(seconds: 900))
        }
    }

    @Test func aNewScriptIsANewCommandAndRunsWithTheParametersThatItNames() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.scheduled()
            let before = try await bench.invocation(id).command.id
            let after = try await bench.change(id) { $0.content = "printf {{a}} {{b}}\n" }
            #expect(after != before)
            try await ScheduleTests.passOneRun(bench, id, seconds: 600, repeats: 1)
            #expect(Self.scripts(bench) == ["printf first \n"])
            let invocation = try await bench.invocation(id)
            #expect(invocation.command.id == after && invocation.parameters == ["a": "first"])
            #expect(try await bench.store.command(after, account: "local", region: "local") == nil)
        }
    }

    @Test func theChangedScriptOfAKeptCommandIsKeptAsWell() async throws {
        try await EngineBench.with { bench async throws in
            let kept = try await bench.command("true\n")
            let id = try await bench.invoke(kept) { $0.frequency = "rate(10m)" }
            let after = try await bench.change(id) { $0.content = "false\n" }
            let account = EngineBench.context().caller.account
            #expect(try await bench.store.command(after, account: account, region: "local")?.content == "false\n")
            #expect(try await bench.store.command(kept, account: account, region: "local")?.content == "true\n")
        }
    }

    @Test func newParametersReplaceThoseThatWerePassed() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.scheduled()
            let command = try await bench.invocation(id).command.id
            #expect(try await bench.change(id) { $0.parameters = .json(#"{"a":"second"}"#) } == command)
            try await ScheduleTests.passOneRun(bench, id, seconds: 600, repeats: 1)
            #expect(Self.scripts(bench) == ["echo second\n"])
        }
    }

    @Test func parametersNeedToBeSwitchedOnFirst() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run("echo {{a}}\n") { $0.run.frequency = "rate(10m)" }
            #expect(
                await code { _ = try await bench.change(id) { $0.parameters = .json(#"{"a":"x"}"#) } }
                    == .parameterDisabled)
            _ = try await bench.change(id) { request in
                request.enablesParameters = true
                request.parameters = .json(#"{"a":"x"}"#)
            }
            try await ScheduleTests.passOneRun(bench, id, seconds: 600, repeats: 1)
            #expect(Self.scripts(bench) == ["echo x\n"])
        }
    }

    @Test func addedInstancesWaitForTheirTimeAndThoseThereAlreadyStay() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.scheduled()
            _ = try await bench.change(id) { $0.instanceIDs = ["i-b", "i-a", "i-b", "i-off"] }
            let results = try await bench.invocation(id).results
            #expect(results.map(\.instanceID) == ["i-a", "i-b", "i-off"])
            #expect(results.map(\.state) == [.scheduled, .scheduled, .aborted])
            bench.advance(seconds: 600)
            try await eventually("both ran") { bench.runner.disk.starts.count == 2 }
        }
    }

    @Test func theSameTokenChangesOnce() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.scheduled()
            let first = try await bench.change(id) { request in
                request.content = "true\n"
                request.clientToken = "tok"
            }
            let again = try await bench.change(id) { request in
                request.content = "true\n"
                request.clientToken = "tok"
            }
            #expect(first == again)
            #expect(
                await code {
                    _ = try await bench.change(id) { request in
                        request.content = "false\n"
                        request.clientToken = "tok"
                    }
                } == .idempotentParameterMismatch)
        }
    }

    @Test func changesSurviveARestart() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.scheduled()
            _ = try await bench.change(id) { request in
                request.content = "echo new\n"
                request.frequency = "rate(20m)"
                request.instanceIDs = ["i-b"]
            }
            let next = try await bench.restarted()
            next.advance(seconds: 1200)
            try await eventually("both ran") { next.runner.disk.starts.count == 2 }
            #expect(Set(Self.scripts(next)) == ["echo new\n"])
            await next.close()
        }
    }

    @Test func rebootRunsTakeNoFrequency() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run { $0.run.repeatMode = "EveryReboot" }
            #expect(
                await code { _ = try await bench.change(id) { $0.frequency = "rate(10m)" } }
                    == .invalidParameterFrequency)
            #expect(
                await code { _ = try await bench.change("t-none") { $0.frequency = "rate(10m)" } }
                    == .invalidInvokeIdNotFound)
            #expect(await code { _ = try await bench.change("") { $0.frequency = "rate(10m)" } } == .missingParameter)
        }
    }

    @Test func aRefusedChangeStandsInTheAuditUnderTheCodeThatWasTold() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.scheduled()
            let told = await code { _ = try await bench.change(id) { $0.parameters = .json(#"{"b":"1"}"#) } }
            #expect(told == .invalidParametersKeyNotMatch)
            #expect(try await bench.auditLines().first?.outcome == told?.rawValue)
        }
    }

    @Test func aChangeHasItsAuditLine() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.scheduled()
            _ = try await bench.change(id) { $0.instanceIDs = ["i-b"] }
            let line = try #require(try await bench.auditLines().first)
            #expect(line.action == "ModifyInvocationAttribute" && line.subject == id.text && line.outcome == "ok")
            #expect(line.targets == ["i-b"])
        }
    }
}

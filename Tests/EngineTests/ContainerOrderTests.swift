import CloudAssistant
import Testing

@testable import Engine

@Suite(.timeLimit(.minutes(2))) struct ContainerOrderTests {
    private static let id = "containerd://" + String(repeating: "0f", count: 32)

    @Test func aRunnerIsToldTheContainerAndNothingThatHasNoEffectThere() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run("id\n") { request in
                request.run.containerID = Self.id
                request.run.containerName = "web"
                request.run.username = "bob"
                request.run.workingDirectory = "/srv"
                request.run.launcher = "python3 {{ACS::ScriptFileName}}"
            }
            let invocation = try await bench.ended(id)
            #expect(invocation.containerID == Self.id && invocation.containerName == "web")
            #expect(invocation.username == "bob")
            let order = try #require(bench.runner.orders.first)
            #expect(order.container == ContainerAddress(id: Self.id, name: "web"))
            #expect(order.username == nil && order.workingDirectory == "/" && order.launch == LaunchPlan())
            #expect(order.script == Array("id\n".utf8))
        }
    }

    @Test func theNextEngineTellsTheSameContainer() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.hold()
            let id = try await bench.run { $0.run.containerName = "web" }
            let next = try await bench.restarted()
            _ = try await next.ended(id)
            #expect(next.runner.orders.map(\.container) == [ContainerAddress(id: nil, name: "web")])
            await next.close()
        }
    }

    @Test func onlyShellScriptsRunInContainers() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(type: .powerShell) { $0.run.containerName = "web" }
            #expect(try await bench.result(id).errorCode == "CommandNotApplicable")
            #expect(bench.runner.orders.isEmpty)
        }
    }

    @Test func theAnswersTellTheContainer() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run { $0.run.containerID = Self.id }
            let context = EngineBench.context()
            let runs = try await bench.service.describeInvocations(.init(regionID: "local", invokeID: id), context)
            #expect(runs.page.entries.map(\.containerID) == [Self.id])
            let results = try await bench.service.describeInvocationResults(
                .init(regionID: "local", invokeID: id), context)
            #expect(results.page.entries.map(\.invocation.containerID) == [Self.id])
        }
    }
}

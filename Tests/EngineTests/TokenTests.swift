import CloudAssistant
import Runners
import Testing

@testable import Engine

@Suite(.timeLimit(.minutes(4))) struct TokenTests {
    @Test func theSameCallIsAnsweredTheSameAndRunsOnce() async throws {
        try await EngineBench.with { bench async throws in
            let request = EngineBench.request { $0.run.clientToken = "t" }
            let first = try await bench.service.runCommand(request, EngineBench.context(request: "R-1"))
            let second = try await bench.service.runCommand(request, EngineBench.context(request: "R-2"))
            #expect(first.invokeID == second.invokeID && first.commandID == second.commandID)
            #expect(second.requestID == "R-2")
            _ = try await bench.ended(first.invokeID)
            #expect(bench.runner.disk.starts == [key(first.invokeID)])
        }
    }

    @Test func theSameCallIsAnsweredTheSameAfterARestart() async throws {
        try await EngineBench.with { first async throws in
            let id = try await first.run { $0.run.clientToken = "t" }
            let bench = try await first.restarted()
            #expect(try await bench.run { $0.run.clientToken = "t" } == id)
            _ = try await bench.ended(id)
            #expect(bench.runner.disk.starts == [key(id)])
            await bench.close()
        }
    }

    static let changes: [(name: String, change: @Sendable (inout RunCommandRequest) -> Void)] = [
        ("the script", { $0.command.content = "false\n" }), ("an instance", { $0.run.instanceIDs = ["i-b"] }),
        ("the order of instances", { $0.run.instanceIDs.reverse() }), ("the timeout", { $0.run.timeoutSeconds = 61 }),
        ("a parameter", { $0.run.parameters = .json("{}") }), ("the user", { $0.run.username = "" }),
        ("a tag", { $0.run.tags = [TagFilter(key: "k")] }), ("keeping the command", { $0.keepsCommand = true }),
        ("a preview", { $0.run.repeatMode = "DryRun" }),
    ]

    @Test(arguments: changes.indices) func aCallWithOtherValuesIsRefused(_ index: Int) async throws {
        try await EngineBench.with { bench async throws in
            let make = { (request: inout RunCommandRequest) in request.run.clientToken = "t" }
            let id = try await bench.run(on: ["i-a", "i-b"], make)
            let refused = await code {
                _ = try await bench.run(on: ["i-a", "i-b"]) { request in
                    make(&request)
                    Self.changes[index].change(&request)
                }
            }
            #expect(refused == .idempotentParameterMismatch)
            #expect(try await bench.run(on: ["i-a", "i-b"], make) == id)
        }
    }

    @Test func anExpiredTokenStartsANewInvocation() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run { $0.run.clientToken = "t" }
            bench.advance(seconds: 86_399)
            #expect(try await bench.run { $0.run.clientToken = "t" } == id)
            bench.advance(seconds: 1)
            #expect(try await bench.run { $0.run.clientToken = "t" } != id)
        }
    }

    @Test func tokensOfDifferentActionsAndRegionsNeverMeet() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run { $0.run.clientToken = "t" }
            let invoked = try await bench.invoke("memory") { $0.clientToken = "t" }
            let elsewhere = try await bench.run(on: ["i-other"]) { request in
                request.run.clientToken = "t"
                request.run.regionID = "other"
            }
            #expect(Set([id, invoked, elsewhere]).count == 3)
        }
    }

    @Test func aRefusedCallDoesNotUseItsToken() async throws {
        try await EngineBench.with { bench async throws in
            #expect(
                await code { _ = try await bench.run(on: ["i-none"]) { $0.run.clientToken = "t" } }
                    == .invalidInstanceNotFound)
            _ = try await bench.run { $0.run.clientToken = "t" }
        }
    }

    @Test func callsWithoutATokenAreNeverTheSame() async throws {
        try await EngineBench.with { bench async throws in
            let ids = [
                try await bench.run(), try await bench.run(), try await bench.run { $0.run.clientToken = "" },
                try await bench.run { $0.run.clientToken = "" },
            ]
            #expect(Set(ids).count == 4)
        }
    }

    /// Many twins at once: one runs, and each of the others is told to wait or gets the same answer.
    @Test func ofManyTwinsAtOnceOneRuns() async throws {
        try await EngineBench.with { bench async throws in
            let answers = await withTaskGroup { group in
                for _ in 0..<40 {
                    group.addTask {
                        do {
                            return try await bench.run { $0.run.clientToken = "t" }.text
                        } catch {
                            return (error as? APIError)?.code.text ?? "\(error)"
                        }
                    }
                }
                return await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            let ids = answers.subtracting([APIErrorCode.idempotentProcessing.rawValue])
            #expect(ids.count == 1)
            let id = InvokeID(try #require(ids.first))
            _ = try await bench.ended(id)
            #expect(bench.runner.disk.starts == [key(id)])
        }
    }
}

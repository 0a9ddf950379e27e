import CloudAssistant
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// Ended invocations go when their time is over, while calls go on.
@Suite(.timeLimit(.minutes(3))) struct SweeperTests {
    @Test func whatEndedIsRemovedAfterItsDaysAndWhatRunsStays() async throws {
        try await EngineBench.with({ $0.sweepInterval = .milliseconds(5) }) { bench async throws in
            let ended = try await bench.ended(bench.run(on: ["i-a", "i-b"])).id
            bench.runner.play(.runs)
            let running = try await bench.run()
            try await bench.reaches(.running, running)
            bench.advance(seconds: 30 * 86_400 - 60)
            _ = try await bench.command("true\n")
            #expect(try await bench.store.invocation(ended) != nil)
            bench.advance(seconds: 120)
            try await eventually("it is removed") { try await bench.store.invocation(ended) == nil }
            #expect(try await bench.result(running).state == .running)
            #expect(Set(bench.runner.discarded) == [key(ended), key(ended, "i-b")])
            // The record of who did it stays.
            #expect(try await bench.auditLines().contains { $0.subject == ended.text })
            #expect(await code { try await bench.stop(ended) } == .invalidInvokeIdNotFound)
        }
    }

    @Test func onlySoManyRecordsAreKept() async throws {
        try await EngineBench.with({
            $0.retention.records = 2
            $0.sweepInterval = .milliseconds(5)
            $0.sweepPause = .zero
        }) { bench async throws in
            var ids: [InvokeID] = []
            for _ in 0..<5 { ids.append(try await bench.ended(bench.run()).id) }
            let (service, last) = (bench.service, Array(ids.suffix(2).reversed()))
            try await eventually("two are left") {
                try await service.describeInvocations(.init(regionID: "local"), EngineBench.context()).page.entries
                    .map(\.id) == last
            }
        }
    }

    @Test func aFullDiskOnlyPutsItOff() async throws {
        try await EngineBench.with({ $0.sweepInterval = .milliseconds(5) }) { bench async throws in
            let ended = try await bench.ended(bench.run()).id
            try await bench.setFull(true)
            bench.advance(seconds: 31 * 86_400)
            try await bench.setFull(false)
            try await eventually("it is removed") { try await bench.store.invocation(ended) == nil }
        }
    }
}

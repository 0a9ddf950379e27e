import CloudAssistant
import GRDB
import Runners
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// What runs is not forgotten because a disk is full.
@Suite(.timeLimit(.minutes(4))) struct FullStoreTests {
    @Test func endsAreRecordedWhenThereIsRoomAgain() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run(on: ["i-a", "i-b", "i-c"])
            for instance in ["i-a", "i-b", "i-c"] as [InstanceID] { try await bench.reaches(.running, id, instance) }
            try await bench.setFull(true)
            let output = String(repeating: "x", count: 17_000)
            for instance in ["i-a", "i-b", "i-c"] as [InstanceID] {
                bench.runner.disk.end(key(id, instance), .exited(code: 0), output: output)
            }
            let dispatcher = try #require(bench.service.dispatcher)
            try await eventually("recording fails") { await dispatcher.isStruggling }
            #expect(bench.runner.forgotten.isEmpty)
            // Nobody has to wait for a disk to know that everything is launched.
            await bench.service.waitUntilLaunched()
            #expect(await code { _ = try await bench.run(output) } == .internalErrorDispatch)
            try await bench.setFull(false)
            let results = try await bench.ended(id).results
            #expect(results.allSatisfy { $0.state == .success && $0.output.count == 17_000 })
            try await eventually("all are forgotten") { bench.runner.forgotten.count == 3 }
        }
    }

    @Test func anEndThatWasNeverRecordedIsFoundByTheNextEngine() async throws {
        try await EngineBench.with { first async throws in
            first.runner.play(.runs)
            let id = try await first.run()
            try await first.reaches(.running, id)
            try await first.setFull(true)
            let output = String(repeating: "x", count: 17_000)
            first.runner.disk.end(key(id), .exited(code: 3), output: output)
            let dispatcher = try #require(first.service.dispatcher)
            try await eventually("recording fails") { await dispatcher.isStruggling }
            let bench = try await first.restarted()
            #expect(try await bench.ended(id).results.first?.exitCode == 3)
            await bench.close()
        }
    }

    @Test func oneRecordThatCannotBeChangedDoesNotHoldUpTheOthers() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run(on: ["i-a", "i-b"])
            for instance in ["i-a", "i-b"] as [InstanceID] { try await bench.reaches(.running, id, instance) }
            try await bench.store.commit { db in
                try db.execute(
                    sql: """
                        CREATE TRIGGER no BEFORE UPDATE ON result WHEN old.instance_id = 'i-a'
                        BEGIN SELECT RAISE(ABORT, 'no'); END
                        """)
            }
            for instance in ["i-a", "i-b"] as [InstanceID] {
                bench.runner.disk.end(key(id, instance), .exited(code: 0))
            }
            try await bench.reaches(.success, id, "i-b")
            #expect(try await bench.result(id, "i-a").state == .running)
            try await bench.store.commit { db in try db.execute(sql: "DROP TRIGGER no") }
            #expect(try await bench.ended(id).state == .success)
        }
    }

    /// The database says no to a change and yet holds it: whoever waits for it is told all the same.
    @Test func whatTurnsOutToBeRecordedIsToldAllTheSame() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run()
            try await bench.reaches(.running, id)
            let stream = bench.service.changes()
            let end = AttemptResult(
                ending: .exited(code: 0), started: EngineBench.startOfRuns, finished: EngineBench.endOfRuns,
                output: [], totalBytes: 0)
            try await bench.refuseChanges(true)
            bench.runner.disk.end(key(id), .exited(code: 0))
            let dispatcher = try #require(bench.service.dispatcher)
            try await eventually("recording fails") { await dispatcher.isStruggling }
            try await bench.refuseChanges(false) { record in
                Lifecycle.apply(.ended(end), to: record, at: EngineBench.endOfRuns)?.result
            }
            let seen = await ChangeFeedTests.changes(stream, until: .result(key(id), .success))
            #expect(seen.last == .result(key(id), .success))
            try await eventually("it is forgotten") { bench.runner.forgotten == [key(id)] }
        }
    }

    @Test func aStartThatTurnsOutToBeRecordedIsToldAllTheSame() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.runs)
            let stream = bench.service.changes()
            try await bench.refuseChanges(true)
            let id = try await bench.run()
            let dispatcher = try #require(bench.service.dispatcher)
            try await eventually("recording fails") { await dispatcher.isStruggling }
            try await bench.refuseChanges(false) { record in
                Lifecycle.apply(.launched, to: record, at: EngineBench.startOfRuns)?.result
            }
            let seen = await ChangeFeedTests.changes(stream, until: .result(key(id), .running))
            #expect(seen == [.invocation(id), .result(key(id), .running)])
            bench.runner.disk.end(key(id), .exited(code: 0))
            _ = try await bench.ended(id)
        }
    }
}

extension EngineBench {
    /// Has the store refuse every change of a record, or lets it go on after open records were changed behind its back.
    func refuseChanges(
        _ refuses: Bool, after change: @escaping @Sendable (InvocationResult) -> InvocationResult? = { _ in nil }
    ) async throws {
        let no = "CREATE TRIGGER no BEFORE UPDATE ON result BEGIN SELECT RAISE(ABORT, 'no'); END"
        if refuses { return try await store.commit { db in try db.execute(sql: no) } }
        let keys = try await store.openResults().map(\.key)
        // All of it in one step, so that the engine sees the records only as they are afterwards.
        try await store.commit { db in
            try db.execute(sql: "DROP TRIGGER no")
            _ = try db.change(.keys(keys), change)
        }
    }
}

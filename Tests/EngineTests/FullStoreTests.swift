import CloudAssistant
import GRDB
import Runners
import Testing

@testable import Engine
@testable import Store

/// What runs is not forgotten because a disk is full.
@Suite(.timeLimit(.minutes(2))) struct FullStoreTests {
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
}

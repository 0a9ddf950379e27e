import CloudAssistant
import Runners
import Testing

@testable import Engine

/// Forbidding waits for the disk; nobody else has to.
@Suite(.timeLimit(.minutes(4))) struct SlowDiskTests {
    static let ids = (0..<200).map { InvokeID("t-old\($0)") }

    @Test func manyOldAttemptsDoNotHoldUpTheFirstAnswer() async throws {
        try await EngineBench.with { first async throws in
            for id in Self.ids { try await first.accept(id, age: 61) }
            try await first.accept("t-done") { $0.state = .running }
            first.runner.disk.set(.ended(RestartTests.done), for: key("t-done"))
            try await first.accept("t-new")
            let bench = try await first.restarted { $0.holdForbidding(true) }
            #expect(try await bench.result("t-done").state == .success)
            #expect(try await bench.result("t-old0").state == .pending)
            try await bench.reaches(.success, "t-new")
            bench.runner.holdForbidding(false)
            for id in Self.ids { try await bench.reaches(.aborted, id) }
            #expect(bench.runner.mostForbidsAtOnce <= 8)
            #expect(bench.runner.disk.starts == [key("t-new")])
            await bench.close()
        }
    }

    /// So few that the first answer can tell of them.
    @Test func theFirstAnswerTellsOfAFewOldAttempts() async throws {
        try await EngineBench.with { first async throws in
            for id in Self.ids.prefix(5) { try await first.accept(id, age: 61) }
            try await first.accept("t-stopped") { $0.stopped = EngineBench.start }
            let bench = try await first.restarted()
            for id in Self.ids.prefix(5) { #expect(try await bench.result(id).state == .aborted) }
            #expect(try await bench.result("t-stopped").state == .cancelled)
            await bench.close()
        }
    }

    @Test func aStopIsAnsweredBeforeWhatItForbidsIsForbidden() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.play(.runs)
            let running = try await bench.run()
            let waiting = try await bench.run(on: ["i-b", "i-c"])
            try await bench.reaches(.running, running)
            bench.runner.holdForbidding(true)
            try await bench.stop(waiting)
            #expect(try await bench.invocation(waiting).results.allSatisfy { $0.stopped != nil })
            bench.runner.disk.end(key(running), .exited(code: 0))
            #expect(try await bench.ended(running).state == .success)
            #expect(try await bench.invocation(waiting).results.allSatisfy { $0.state == .pending })
            bench.runner.holdForbidding(false)
            #expect(try await bench.ended(waiting).state == .stopped)
            #expect(bench.runner.disk.starts == [key(running)])
        }
    }
}

import CloudAssistant
import Foundation
import Runners
import Store
import TestSupport
import Testing

@testable import Engine

/// The whole way with real scripts under real supervisors.
@Suite(.timeLimit(.minutes(4))) struct RealRunTests {
    @Test func aScriptRunsAndItsEndIsRecorded() async throws {
        try await RealBench.with { bench async throws in
            let id = try await bench.run("echo out; echo err >&2; exit 3\n")
            let result = try #require(try await bench.ended(id).first)
            #expect(result.state == .failed && result.exitCode == 3 && result.errorCode == "ExitCodeNonzero")
            #expect(String(decoding: result.output, as: UTF8.self) == "out\nerr\n")
            let started = try #require(result.started)
            let finished = try #require(result.finished)
            #expect(result.created <= finished && started <= finished)
            #expect(result.repeats == 1)
        }
    }

    @Test func aScriptIsStopped() async throws {
        try await RealBench.with { bench async throws in
            let id = try await bench.run("echo began; exec sleep 600\n")
            try await bench.reaches(.running, id)
            try await bench.stop(id)
            let result = try #require(try await bench.ended(id).first)
            #expect(result.state == .terminated && result.stopped != nil)
        }
    }

    @Test func aScriptOutlivesItsEngineAndIsFoundAgain() async throws {
        try await RealBench.with { first async throws in
            let script = "echo x >> witness; while [ ! -e go ]; do sleep 0.05; done; echo done\n"
            let id = try await first.run(script)
            try await first.reaches(.running, id)
            let bench = try await first.restarted()
            #expect(try await bench.results(id).first?.state == .running)
            bench.make("go")
            let result = try #require(try await bench.ended(id).first)
            #expect(result.state == .success)
            #expect(String(decoding: result.output, as: UTF8.self) == "done\n")
            #expect(bench.lines("witness") == ["x"])
            await bench.close()
        }
    }

    @Test func aScriptThatEndedWhileNobodyLookedIsRecordedAtTheNextStart() async throws {
        try await RealBench.with { first async throws in
            let id = try await first.run("echo x >> witness; while [ ! -e go ]; do sleep 0.05; done; exit 4\n")
            try await first.reaches(.running, id)
            let supervisor = try first.supervisor(of: id)
            await first.close()
            first.make("go")
            try await eventually("the supervisor has gone") { kill(supervisor, 0) != 0 }
            let bench = try await first.restarted()
            #expect(try await bench.ended(id).first?.exitCode == 4)
            #expect(bench.lines("witness") == ["x"])
            await bench.close()
        }
    }

    @Test func aScriptWhoseSupervisorIsKilledIsInterruptedAndNeverRunsAgain() async throws {
        try await RealBench.with { first async throws in
            let id = try await first.run("echo x >> witness; exec sleep 600\n")
            try await first.reaches(.running, id)
            try await eventually("it has begun") { first.lines("witness") == ["x"] }
            #expect(kill(try first.supervisor(of: id), SIGKILL) == 0)
            let result = try #require(try await first.ended(id).first)
            #expect(result.state == .error && result.errorCode == "ExecutionInterrupted")
            let bench = try await first.restarted()
            await bench.service.waitUntilLaunched()
            #expect(bench.lines("witness") == ["x"])
            await bench.close()
        }
    }

    @Test func whatWaitedWhenTheEngineDiedRunsAtTheNextStart() async throws {
        try await RealBench.with(concurrency: 1) { first async throws in
            let running = try await first.run("while [ ! -e go ]; do sleep 0.05; done\n")
            try await first.reaches(.running, running)
            let waiting = try await first.run("echo x >> witness\n", on: ["i-2", "i-3"])
            let bench = try await first.restarted()
            #expect(bench.lines("witness").isEmpty)
            bench.make("go")
            #expect(try await bench.ended(waiting).map(\.state) == [.success, .success])
            #expect(bench.lines("witness") == ["x", "x"])
            await bench.close()
        }
    }

    /// Stops and starts of many scripts at once: what was cancelled never ran, what succeeded ran once.
    @Test func stopsAtAnyMomentTellTheTruth() async throws {
        try await RealBench.with(concurrency: 4) { bench async throws in
            let ids = try await withThrowingTaskGroup { group in
                for number in 0..<12 {
                    group.addTask {
                        let script = "echo {{ACS::InvokeId}}/{{ACS::InstanceId}} >> witness; sleep 0.0\(number)\n"
                        let id = try await bench.run(script, on: ["i-1", "i-2", "i-3", "i-4"]) {
                            $0.command.enablesParameters = true
                        }
                        if number % 3 != 0 { try await bench.stop(id) }
                        return id
                    }
                }
                return try await group.reduce(into: [InvokeID]()) { $0.append($1) }
            }
            var results: [InvocationResult] = []
            for id in ids { results += try await bench.ended(id) }
            let witnessed = bench.lines("witness")
            #expect(Set(witnessed).count == witnessed.count)
            for result in results {
                let ran = witnessed.contains("\(result.invokeID)/\(result.instanceID)")
                switch result.state {
                case .success: #expect(ran)
                case .cancelled: #expect(!ran)
                default: #expect(result.state == .terminated)
                }
            }
            try await eventually("all attempts are put away") {
                try FileManager.default.contentsOfDirectory(atPath: bench.directory.attemptsPath) == ["ended"]
            }
        }
    }

    @Test func aPreviewFindsAMissingUserAndDirectory() async throws {
        try await RealBench.with { bench async throws in
            let user = try await bench.run("true\n") { request in
                request.run.repeatMode = "DryRun"
                request.run.username = "nobody-of-this-name"
            }
            #expect(try await bench.results(user).first?.errorCode == "AccountNotExists")
            let place = try await bench.run("true\n") { request in
                request.run.repeatMode = "DryRun"
                request.run.workingDirectory = bench.work + "/none"
            }
            #expect(try await bench.results(place).first?.errorCode == "DirectoryNotExists")
            let fine = try await bench.run("true\n") { $0.run.repeatMode = "DryRun" }
            #expect(try await bench.results(fine).first?.state == .success)
        }
    }
}

import CloudAssistant
import Foundation
import Runners
import Testing

@testable import PracticeFleet

@Suite("The runner that starts nothing") struct RunnerTests {
    private static let start = Timestamp(milliseconds: 1_800_000_000_000)
    private let clock = HandClock(start)

    @Test("a script runs for its time, writes as it goes and ends once")
    func run() async throws {
        let runner = PracticeRunner(clock: clock)
        let key = key(1)
        let launch = try await runner.launch(
            order(key, "# practice: say \"a\", after 2s, say \"b\", after 1s, exit 3"))
        #expect(launch == .claimed)
        clock.advance(.milliseconds(2999))
        #expect(runner.observe(key) == .running)
        #expect(text(runner.liveOutput(key, limit: 100).bytes) == "a\nb\n")
        clock.advance(.milliseconds(1))
        let ends = await ends(runner, 1)
        #expect(ends.map(\.ending) == [.exited(code: 3)])
        #expect(ends.first?.started == Self.start)
        #expect(ends.first?.finished == Self.start.adding(seconds: 3))
    }

    @Test("two ask for the same attempt and it starts once; so it stays when the claims are read again")
    func once() async throws {
        try await withDirectory { directory in
            let key = key(1)
            do {
                let runner = PracticeRunner(clock: clock, claims: try PracticeClaims(directory: directory))
                #expect(try await runner.launch(order(key, "# practice: hang")) == .claimed)
                #expect(try await runner.launch(order(key, "# practice: exit 0")) == .alreadyClaimed)
                #expect(try runner.forbid(key) == false)
                #expect(try runner.forbid(self.key(2)))
                runner.close()
            }
            let next = PracticeRunner(clock: clock, claims: try PracticeClaims(directory: directory))
            #expect(try await next.launch(order(key, "")) == .alreadyClaimed)
            #expect(try await next.launch(order(self.key(2), "")) == .alreadyClaimed)
            #expect(next.observe(key) == .running)
            #expect(next.observe(self.key(2)) == .unclaimed)
            #expect(Set(next.known()) == [key, self.key(2)])
        }
    }

    @Test("everything of a claim outlives its process", arguments: RunnerTests.scripts)
    func endure(_ script: String) async throws {
        try await withDirectory { directory in
            let key = key(1)
            let claims = try PracticeClaims(directory: directory)
            _ = try? await PracticeRunner(clock: clock, claims: claims).launch(order(key, "# practice: \(script)"))
            claims.stop(key, at: Self.start.adding(seconds: 50))
            let kept = try #require(claims.claims[key])
            #expect(try PracticeClaims(directory: directory).claims[key] == kept.answered)
        }
    }

    static let scripts = [
        "after 2s, exit 3", "signal 9", "die", "hang", "fail no-such-user", "child 20s", "lines 3, say \"\\\"ü\\n\"",
        "lose answer",
    ]

    @Test("a file of claims with a torn end and lines that are none is read as far as it goes")
    func torn() async throws {
        try await withDirectory { directory in
            let claims = try PracticeClaims(directory: directory)
            for number in 1...3 { #expect(try claims.forbid(key(number))) }
            let path = directory + "/practice.claims"
            let whole = try String(contentsOfFile: path, encoding: .utf8)
            try ("{}\nnothing\n" + whole.dropLast(5)).write(toFile: path, atomically: true, encoding: .utf8)
            #expect(Set(try PracticeClaims(directory: directory).keys) == [key(1), key(2)])
        }
    }

    @Test(
        "a timeout and a stop end what would go on",
        arguments: [("hang", false, .timedOut), ("after 60s", false, .timedOut), ("hang", true, .stopped)]
            as [(String, Bool, AttemptEnding)])
    func endings(_ script: String, _ isStopped: Bool, _ ending: AttemptEnding) async throws {
        let runner = PracticeRunner(clock: clock)
        _ = try await runner.launch(order(key(1), "# practice: \(script)", timeout: 10))
        clock.advance(.seconds(5))
        if isStopped { runner.stop(key(1)) }
        clock.advance(.seconds(5))
        let end = try #require(await ends(runner, 1).first)
        #expect(end.ending == ending)
        #expect(end.finished == Self.start.adding(seconds: isStopped ? 5 : 10))
    }

    @Test("a stop comes too late for what has ended")
    func late() async throws {
        let runner = PracticeRunner(clock: clock)
        _ = try await runner.launch(order(key(1), "# practice: after 1s"))
        clock.advance(.seconds(1))
        runner.stop(key(1))
        #expect(await ends(runner, 1).map(\.ending) == [.exited(code: 0)])
    }

    @Test(
        "what a script left goes on unless the whole tree was ended",
        arguments: [(TerminationMode.process, true), (.processTree, false)])
    func trees(_ mode: TerminationMode, _ goesOn: Bool) async throws {
        let runner = PracticeRunner(clock: clock)
        _ = try await runner.launch(order(key(1), "# practice: child 30s, hang", mode: mode))
        clock.advance(.seconds(5))
        #expect(runner.leftProcesses() == [key(1)])
        runner.stop(key(1))
        #expect(runner.leftProcesses() == (goesOn ? [key(1)] : []))
        clock.advance(.seconds(25))
        #expect(runner.leftProcesses() == [])
    }

    @Test("an answer gets lost, and the attempt runs all the same")
    func lost() async throws {
        let runner = PracticeRunner(clock: clock)
        await #expect(throws: RunnerError.self) { try await runner.launch(order(key(1), "# practice: lose answer")) }
        #expect(try runner.forbid(key(1)) == false)
        runner.adopt(key(1))
        #expect(await ends(runner, 1).map(\.ending) == [.exited(code: 0)])
    }

    @Test("a launch that is never answered ends when the runner is closed")
    func silent() async throws {
        let runner = PracticeRunner(clock: clock)
        let launch = Task { try await runner.launch(order(key(1), "# practice: no answer, hang")) }
        while runner.observe(key(1)) != .running { await Task.yield() }
        runner.close()
        await #expect(throws: RunnerError.closed) { try await launch.value }
    }

    @Test("what is refused can never start")
    func refused() async throws {
        let runner = PracticeRunner(clock: clock)
        await #expect(throws: RunnerError.self) { try await runner.launch(order(key(1), "# practice: refuse")) }
        #expect(try runner.forbid(key(1)))
        #expect(try await runner.launch(order(key(1), "")) == .alreadyClaimed)
    }

    @Test("a start that fails is known beforehand, and told with no start")
    func failures() async throws {
        let runner = PracticeRunner(clock: clock)
        let order = order(key(1), "# practice: fail no-such-user")
        #expect(runner.examine(order)?.reason == .noSuchUser)
        _ = try await runner.launch(order)
        let end = try #require(await ends(runner, 1).first)
        #expect(end.ending == .startFailed(StartFailure(reason: .noSuchUser, subject: "practice", errno: 0)))
        #expect(end.started == nil)
    }

    @Test("of a long output the end is kept and the rest counted")
    func longOutput() async throws {
        let runner = PracticeRunner(clock: clock)
        _ = try await runner.launch(order(key(1), "# practice: lines 50000"))
        let end = try #require(await ends(runner, 1).first)
        #expect(end.output.count == AttemptResult.outputLimit)
        #expect(end.totalBytes == 538_894)
        #expect(text(end.output).hasSuffix("line 50000\n"))
    }

    @Test("what is forgotten is not known, and cannot start again")
    func forgetting() async throws {
        let runner = PracticeRunner(clock: clock)
        _ = try await runner.launch(order(key(1), "# practice: exit 0"))
        runner.forget(key(1))
        #expect(runner.known() == [])
        #expect(try await runner.launch(order(key(1), "")) == .alreadyClaimed)
    }

    // MARK: -

    private func key(_ number: Int) -> AttemptKey { AttemptKey(invokeID: InvokeID("t-\(number)"), instanceID: "i-a") }

    private func order(
        _ key: AttemptKey, _ script: String, timeout: Int = 60, mode: TerminationMode = .processTree
    ) -> AttemptOrder {
        AttemptOrder(
            key: key, script: Array(script.utf8), launch: LaunchPlan(), workingDirectory: nil, username: nil,
            timeoutSeconds: timeout, terminationMode: mode)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The first ends of a runner, which is closed by that.
    private func ends(_ runner: PracticeRunner, _ count: Int) async -> [AttemptResult] {
        var ends: [AttemptResult] = []
        for await (_, result) in runner.endings {
            ends.append(result)
            if ends.count == count { runner.close() }
        }
        return ends
    }

    private func withDirectory(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/flagdeck-practice-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }
}

extension PracticeClaim {
    /// The claim as it is kept: what became of the answer does not matter any more.
    fileprivate var answered: PracticeClaim {
        var play = play
        play.answer = .given
        return PracticeClaim(
            started: started, play: play, timeoutSeconds: timeoutSeconds, terminationMode: terminationMode,
            stopped: stopped)
    }
}

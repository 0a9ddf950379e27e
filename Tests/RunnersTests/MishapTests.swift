import CloudAssistant
import Glibc
import TestSupport
import Testing

@testable import Runners

@Suite("What goes wrong around an attempt", .timeLimit(.minutes(4))) struct MishapTests {
    @Test("a supervisor that is refused tells nothing of the attempt that another one runs")
    func refusedSupervisor() async throws {
        try await Bench.with(delay: .beforeClaim) { bench in
            let order = bench.order("echo ran >> witness\nsleep 3\n")
            let launch = Task { try await bench.runner.launch(order) }
            try await eventually("the attempt is offered") { exists(bench.files().path) }
            let next = try bench.another()
            let later = Task { try await next.runner.launch(order) }
            let answers = [try await launch.value, try await later.value]
            #expect(Set(answers) == [.claimed, .alreadyClaimed])
            let refused = answers[0] == .alreadyClaimed ? bench.desk : next
            refused.runner.adopt(order.key)
            let result = try await refused.end(order.key)
            #expect(result.ending == .exited(code: 0))
            #expect(refused.ends(order.key).count == 1)
            #expect(bench.note("witness") == "ran")
        }
    }

    @Test("a script that ended by itself before the stop came was not stopped")
    func endedBeforeTheStop() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo $$ > pid\nwhile [ ! -e go ]; do sleep 0.02; done\necho done\n")
            try await bench.start(order)
            let script = try await bench.process("pid")
            let supervisor = try #require(bench.supervisor())
            kill(supervisor, SIGSTOP)
            try bench.note("go", "")
            try await eventually("the script has ended") { look(script)?.state == "Z" }
            bench.runner.stop(order.key)
            kill(supervisor, SIGCONT)
            let result = try await bench.desk.end()
            #expect(result.ending == .exited(code: 0))
            #expect(result.text == "done\n")
        }
    }

    @Test("what a script started ends too once its supervisor was killed")
    func orphans() async throws {
        try await Bench.with { bench in
            let order = bench.order("sleep 50 &\necho $! > child\nwait\n")
            try await bench.start(order)
            let child = try await bench.process("child")
            bench.leaves(child)
            let supervisor = try #require(bench.supervisor())
            kill(supervisor, SIGKILL)
            let result = try await bench.desk.end()
            #expect(result.ending == .interrupted)
            try await eventually("the child has ended") { !isAlive(child) }
        }
    }

    @Test("a session whose number belongs to somebody else by now is left alone")
    func recycledSession() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo $$ > pid\necho ready\nexec sleep 50\n")
            try await bench.start(order, until: "ready")
            let script = try await bench.process("pid")
            ScriptSession(leader: script, started: 1).end()
            #expect(isAlive(script))
            bench.runner.stop(order.key)
            _ = try await bench.desk.end()
        }
    }

    @Test("an output that the disk did not take whole keeps its beginning, a counted mark and its end")
    func fullDisk() async throws {
        let wrapper = "/tmp/flagdeck-limited-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        // No file may grow beyond 64 KB: what a full disk looks like to the supervisor.
        let script = "#!/bin/sh\ntrap '' XFSZ\nulimit -f 128\nexec '\(try BuiltProgram.path("flagdeck-run"))' \"$@\"\n"
        try write(Array(script.utf8), to: wrapper, mode: 0o700)
        defer { unlink(wrapper) }
        try await Bench.with(program: wrapper) { bench in
            let result = try await bench.run(writing(200_000))
            #expect(result.totalBytes == 200_000)
            let all = numbers(200_000)
            expectSame(result.output, Array(all.suffix(24_576)))
            let spool = try #require(bench.runner.spool(Bench.key()))
            let head = (64 << 10) - 2 * 24_576
            let mark = "\n[flagdeck: \(200_000 - 24_576 - head) bytes left out here]\n"
            expectSame(contents(spool), all.prefix(head) + mark.utf8 + all.suffix(24_576))
        }
    }

    @Test("an end that comes while no file can be opened is told when one can")
    func tooManyFiles() async {
        await #expect(processExitsWith: .success) {
            try await Bench.with { bench in
                let order = bench.order("echo ready\nsleep 1\nexit 3\n")
                try await bench.start(order, until: "ready")
                let supervisor = try #require(bench.supervisor())
                try allowFiles(3)
                // Not by sleeping as a task: that opens a file now and then, and ends the process when it cannot.
                while kill(supervisor, 0) == 0 || !bench.runner.hasErrands { usleep(1000) }
                try #require(bench.desk.ends().isEmpty)
                try allowFiles(256)
                let result = try await bench.desk.end()
                try #require(result.ending == .exited(code: 3))
            }
        }
    }

    @Test("another user's script can open its output by name", .enabled(if: geteuid() == 0))
    func outputByName() async throws {
        try await Bench.with { bench in
            let script = "echo out > /dev/stdout; echo err > /dev/stderr\n"
            let result = try await bench.run(bench.order(script, place: .at("/"), user: "nobody"))
            #expect(result.ending == .exited(code: 0))
            #expect(result.lines.sorted() == ["err", "out"])
        }
    }
}

/// Files with numbers from here on cannot be opened.
private func allowFiles(_ count: rlim_t) throws {
    let kind = __rlimit_resource_t(7)
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0 else { throw Problem("getrlimit: \(errno)") }
    limit.rlim_cur = count
    guard setrlimit(kind, &limit) == 0 else { throw Problem("setrlimit: \(errno)") }
}

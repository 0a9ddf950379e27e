import CloudAssistant
import Glibc
import Testing

@testable import Runners

@Suite("How scripts end", .timeLimit(.minutes(4))) struct EndingTests {
    @Test("a script that succeeds ends with code 0 and its merged output")
    func succeeds() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("echo out\necho err >&2\necho out again\n")
            #expect(result.ending == .exited(code: 0))
            #expect(result.text == "out\nerr\nout again\n")
            #expect(result.totalBytes == 18)
            #expect(result.droppedBytes == 0)
            let duration = try #require(result.milliseconds)
            #expect((0..<40_000).contains(duration))
            #expect(bench.desk.ends().count == 1)
        }
    }

    @Test("an exit code is reported as it is", arguments: [1, 3, 126, 127, 128, 255])
    func exitCode(_ code: Int) async throws {
        try await Bench.with { bench in
            let result = try await bench.run("exit \(code)\n")
            #expect(result.ending == .exited(code: code))
            #expect(result.output.isEmpty)
        }
    }

    @Test("a signal that we did not send is reported as such", arguments: [SIGKILL, SIGTERM, SIGSEGV, SIGHUP])
    func signalled(_ signal: Int32) async throws {
        try await Bench.with { bench in
            let result = try await bench.run("ulimit -c 0\necho before\nkill -\(signal) $$\nsleep 60\n")
            #expect(result.ending == .signalled(Int(signal)))
            #expect(result.text == "before\n")
        }
    }

    @Test("a script that closes its output is waited for all the same")
    func closesOutput() async throws {
        try await Bench.with { bench in
            let order = bench.order(
                "echo ready\nexec >&- 2>&-\nwhile [ ! -e go ]; do sleep 0.05; done\nexit 5\n")
            try await bench.start(order, until: "ready")
            #expect(bench.runner.observe(order.key) == .running)
            try bench.note("go", "")
            let result = try await bench.desk.end()
            #expect(result.ending == .exited(code: 5))
            #expect(result.text == "ready\n")
        }
    }

    @Test("a background child that holds the output does not hold up the end")
    func backgroundChild() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("sleep 50 &\necho $! > child\necho done\n")
            let child = try await bench.process("child")
            bench.leaves(child)
            #expect(isAlive(child))
            #expect(result.ending == .exited(code: 0))
            #expect(result.text == "done\n")
            let duration = try #require(result.milliseconds)
            #expect(duration < 2000)
            let written = try #require(FileBytes.modified(bench.files().path))
            #expect(written.milliseconds - result.finished.milliseconds < 2000)
        }
    }

    @Test("a background child that writes on and on does not hold up the end")
    func chattyChild() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("(echo $$ > child; exec yes) &\necho $! > child\nsleep 0.1\nexit 4\n")
            bench.leaves(try await bench.process("child"))
            #expect(result.ending == .exited(code: 4))
            let written = try #require(FileBytes.modified(bench.files().path))
            #expect(written.milliseconds - result.finished.milliseconds < 2000)
        }
    }

    @Test("an empty script succeeds")
    func emptyScript() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(bench.order("", bare: true))
            #expect(result.ending == .exited(code: 0))
            #expect(result.output.isEmpty)
        }
    }

    @Test("a script of 24 KB runs to its last line")
    func longScript() async throws {
        try await Bench.with { bench in
            let line = "n=$((n+1))\n"
            let last = "echo $n\n"
            var script = "#!/bin/sh\nn=0\n"
            let count = (24_576 - script.utf8.count - last.utf8.count) / line.utf8.count
            script += String(repeating: line, count: count)
            script += String(repeating: "\n", count: 24_576 - script.utf8.count - last.utf8.count)
            script += last
            #expect(script.utf8.count == 24_576)
            let result = try await bench.run(bench.order(script, bare: true))
            #expect(result.ending == .exited(code: 0))
            #expect(result.text == "\(count)\n")
        }
    }

    @Test("many scripts at once end each with its own output and code")
    func many() async throws {
        try await Bench.with { bench in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...40 {
                    group.addTask {
                        let result = try await bench.run(bench.order("echo n\(number)\nexit \(number)\n", number))
                        #expect(result.ending == .exited(code: number))
                        #expect(result.text == "n\(number)\n")
                    }
                }
                try await group.waitForAll()
            }
            #expect(Set(bench.runner.known()) == Set((1...40).map { Bench.key($0) }))
        }
    }
}

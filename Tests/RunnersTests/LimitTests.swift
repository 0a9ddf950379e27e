import CloudAssistant
import Glibc
import Testing

@testable import Runners

@Suite("Timeouts and stops", .timeLimit(.minutes(4))) struct LimitTests {
    /// A script that notes a child which stays in the foreground.
    private let withChild = "sleep 50 &\necho $! > child\necho ready\nwait\n"

    /// A script that notes a daemon which left its session and its parent.
    private let withDaemon = """
        ( setsid sh -c 'echo $$ > daemon; exec sleep 50' > /dev/null 2>&1 < /dev/null & )
        while [ ! -s daemon ]; do sleep 0.02; done
        echo ready
        sleep 50

        """

    /// How long after its start the supervisor wrote an attempt's result.
    private func written(_ bench: Bench, _ result: AttemptResult) throws -> Int64 {
        let time = try #require(FileBytes.modified(bench.files().path))
        return time.milliseconds - (try #require(result.started)).milliseconds
    }

    // MARK: - Timeouts

    @Test(
        "a script that takes too long is ended at its timeout to the millisecond", arguments: TerminationMode.allCases)
    func timesOut(_ mode: TerminationMode) async throws {
        try await Bench.with { bench in
            let result = try await bench.run(
                bench.order("echo $$ > pid\necho ready\nexec sleep 50\n", timeout: 4, mode: mode))
            #expect(result.ending == .timedOut)
            #expect(result.milliseconds == 4000)
            #expect(result.text == "ready\n")
            let script = try await bench.process("pid")
            #expect(!isAlive(script))
        }
    }

    @Test("of a timed out process alone, its children live on")
    func processOnly() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(bench.order(withChild, timeout: 4))
            #expect(result.ending == .timedOut)
            #expect(result.milliseconds == 4000)
            let child = try await bench.process("child")
            bench.leaves(child)
            #expect(isAlive(child))
        }
    }

    @Test("a timed out tree ends with the daemons that left its session")
    func treeWithDaemon() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(bench.order(withDaemon, timeout: 6, mode: .processTree))
            #expect(result.ending == .timedOut)
            #expect(result.milliseconds == 6000)
            #expect(result.text == "ready\n")
            let daemon = try await bench.process("daemon")
            bench.leaves(daemon)
            #expect(!isAlive(daemon))
        }
    }

    @Test("a script that ignores TERM is killed after the grace", arguments: TerminationMode.allCases)
    func ignoresTerm(_ mode: TerminationMode) async throws {
        try await Bench.with { bench in
            let script = "trap '' TERM\necho $$ > pid\nwhile :; do sleep 0.1; done\n"
            let result = try await bench.run(bench.order(script, timeout: 4, mode: mode))
            #expect(result.ending == .timedOut)
            #expect(result.milliseconds == 4000)
            #expect(!isAlive(try await bench.process("pid")))
            #expect(try written(bench, result) >= 5900)
        }
    }

    @Test("a daemon that ignores TERM is killed with its tree after the grace")
    func daemonIgnoresTerm() async throws {
        try await Bench.with { bench in
            let script = """
                ( setsid sh -c 'trap "" TERM; echo $$ > daemon; while :; do sleep 0.1; done' > /dev/null 2>&1 & )
                while [ ! -s daemon ]; do sleep 0.02; done
                exec sleep 50

                """
            let result = try await bench.run(bench.order(script, timeout: 4, mode: .processTree))
            #expect(result.ending == .timedOut)
            let daemon = try await bench.process("daemon")
            bench.leaves(daemon)
            #expect(!isAlive(daemon))
            #expect(try written(bench, result) >= 5900)
        }
    }

    @Test("a tree that forks all the time cannot flee")
    func forksAllTheTime() async throws {
        try await Bench.with { bench in
            // Every link of the chain leaves its session, starts the next one and ends.
            let script = """
                cat > link <<'END'
                trap '' TERM
                [ -e halt ] && exit
                echo $$ > new && mv new last
                setsid sh ./link > /dev/null 2>&1 &
                sleep 0.02
                END
                setsid sh ./link &
                exec sleep 50

                """
            let result = try await bench.run(bench.order(script, timeout: 4, mode: .processTree))
            #expect(result.ending == .timedOut)
            #expect(bench.note("last") != nil)
            // Where there is no link of the chain, none can come.
            #expect(workers(in: bench.work).isEmpty)
            try bench.note("halt", "")
        }
    }

    /// The living processes that work in a directory.
    private func workers(in directory: String) -> [pid_t] {
        (FileBytes.names("/proc") ?? []).compactMap { pid_t($0) }.filter { process in
            var buffer = [CChar](repeating: 0, count: 4096)
            let count = readlink("/proc/\(process)/cwd", &buffer, buffer.count - 1)
            let place = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            return place == directory && isAlive(process)
        }
    }

    @Test("a script may clean up in its grace, and its output counts")
    func cleansUp() async throws {
        try await Bench.with { bench in
            let script = "trap 'echo cleaned; exit 0' TERM\necho ready\nwhile :; do sleep 0.05; done\n"
            let result = try await bench.run(bench.order(script, timeout: 4))
            #expect(result.ending == .timedOut)
            #expect(result.text == "ready\ncleaned\n")
        }
    }

    @Test("a script that ends in time is not touched")
    func endsInTime() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(bench.order("sleep 0.5\nexit 8\n", timeout: 20, mode: .processTree))
            #expect(result.ending == .exited(code: 8))
        }
    }

    @Test("children of a script that ends by itself live on in either mode", arguments: TerminationMode.allCases)
    func childrenLiveOn(_ mode: TerminationMode) async throws {
        try await Bench.with { bench in
            let result = try await bench.run(
                bench.order("sleep 50 > /dev/null 2>&1 &\necho $! > child\n", mode: mode))
            let child = try await bench.process("child")
            bench.leaves(child)
            #expect(result.ending == .exited(code: 0))
            #expect(isAlive(child))
        }
    }

    // MARK: - Stops

    @Test("a stopped script is reported as stopped, with what it wrote", arguments: TerminationMode.allCases)
    func stops(_ mode: TerminationMode) async throws {
        try await Bench.with { bench in
            let order = bench.order("echo $$ > pid\necho ready\nexec sleep 50\n", mode: mode)
            try await bench.start(order, until: "ready")
            bench.runner.stop(order.key)
            let result = try await bench.desk.end()
            #expect(result.ending == .stopped)
            #expect(result.text == "ready\n")
            #expect(!isAlive(try await bench.process("pid")))
            let duration = try #require(result.milliseconds)
            #expect(duration < 45_000)
        }
    }

    @Test("a stopped tree ends with the daemons that left its session")
    func stopsTree() async throws {
        try await Bench.with { bench in
            let order = bench.order(withDaemon, mode: .processTree)
            try await bench.start(order, until: "ready")
            bench.runner.stop(order.key)
            let result = try await bench.desk.end()
            #expect(result.ending == .stopped)
            let daemon = try await bench.process("daemon")
            bench.leaves(daemon)
            #expect(!isAlive(daemon))
        }
    }

    @Test("of a stopped process alone, its children live on")
    func stopsProcessOnly() async throws {
        try await Bench.with { bench in
            let order = bench.order(withChild)
            try await bench.start(order, until: "ready")
            bench.runner.stop(order.key)
            let result = try await bench.desk.end()
            #expect(result.ending == .stopped)
            let child = try await bench.process("child")
            bench.leaves(child)
            #expect(isAlive(child))
        }
    }

    @Test("a script that ignores a stop is killed after the grace")
    func ignoresStop() async throws {
        try await Bench.with { bench in
            let order = bench.order("trap '' TERM\necho ready\nwhile :; do sleep 0.1; done\n")
            try await bench.start(order, until: "ready")
            bench.runner.stop(order.key)
            let result = try await bench.desk.end()
            #expect(result.ending == .stopped)
        }
    }

    @Test("a script that takes a stop as a wish to succeed is stopped all the same")
    func succeedsOnStop() async throws {
        try await Bench.with { bench in
            let order = bench.order("trap 'exit 0' TERM\necho ready\nwhile :; do sleep 0.05; done\n")
            try await bench.start(order, until: "ready")
            bench.runner.stop(order.key)
            let result = try await bench.desk.end()
            #expect(result.ending == .stopped)
        }
    }

    @Test("stopping again and again is harmless")
    func stopsTwice() async throws {
        try await Bench.with { bench in
            let order = bench.order("trap 'sleep 0.3; exit 3' TERM\necho ready\nwhile :; do sleep 0.05; done\n")
            try await bench.start(order, until: "ready")
            for _ in 0..<5 { bench.runner.stop(order.key) }
            let result = try await bench.desk.end()
            #expect(result.ending == .stopped)
            bench.runner.stop(order.key)
            #expect(bench.desk.ends().count == 1)
        }
    }

    @Test("stopping what has ended, is forbidden or never was changes nothing")
    func stopsNothing() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("exit 3\n")
            bench.runner.stop(Bench.key())
            #expect(bench.runner.observe(Bench.key()) == .ended(result))
            #expect(try bench.runner.forbid(Bench.key(2)))
            bench.runner.stop(Bench.key(2))
            bench.runner.stop(Bench.key(3))
            #expect(bench.runner.observe(Bench.key(2)) == .unclaimed)
            #expect(bench.runner.observe(Bench.key(3)) == .unclaimed)
        }
    }

    @Test("a process that only has the number of a dead supervisor is not stopped")
    func stopsNoStranger() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo $$ > pid\necho ready\nexec sleep 50\n")
            try await bench.start(order, until: "ready")
            let stranger = try await bench.process("pid")
            try write(Array("\(stranger) word\n".utf8), to: bench.files(Bench.key(2)).path)
            bench.runner.stop(Bench.key(2))
            // A stop that went astray would come before this one and end the script otherwise.
            bench.runner.stop(order.key)
            let result = try await bench.desk.end()
            #expect(result.ending == .stopped)
        }
    }
}

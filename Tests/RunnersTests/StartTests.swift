import CloudAssistant
import Glibc
import TestSupport
import Testing

@testable import Runners

@Suite("How scripts start", .timeLimit(.minutes(4))) struct StartTests {
    // MARK: - Interpreters and launchers

    @Test("a script without a first line for its interpreter is run by the shell")
    func noInterpreterLine() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(bench.order("echo \"plain $((1 + 1))\"\nexit 6\n", bare: true))
            #expect(result.ending == .exited(code: 6))
            #expect(result.text == "plain 2\n")
        }
    }

    @Test("the first line of a script chooses its interpreter")
    func python() async throws {
        try await Bench.with { bench in
            let script = "#!/usr/bin/env python3\nimport sys\nprint(sys.argv[1:], 6 * 7)\nsys.exit(9)\n"
            let result = try await bench.run(
                bench.order(script, bare: true, launch: LaunchPlan(fileExtension: ".py")))
            #expect(result.ending == .exited(code: 9))
            #expect(result.text == "[] 42\n")
        }
    }

    @Test("a missing interpreter ends with code 127 and says so", arguments: ["\n", " -x\n", ""])
    func missingInterpreter(_ rest: String) async throws {
        try await Bench.with { bench in
            let result = try await bench.run(bench.order("#!/nonexistent/interpreter\(rest)", bare: true))
            #expect(result.ending == .exited(code: 127))
            #expect(result.text.contains("not found"))
        }
    }

    @Test("a launcher gets the script's path where its plan has it")
    func launcher() async throws {
        try await Bench.with { bench in
            let plan = LaunchPlan(
                arguments: [.text("python3"), .text("-u"), .scriptPath(prefix: "", suffix: "")], fileExtension: ".py")
            let result = try await bench.run(
                bench.order("import sys\nprint(len(sys.argv), sys.argv[0])\n", bare: true, launch: plan))
            #expect(result.ending == .exited(code: 0))
            #expect(result.text.hasPrefix("1 /"))
            #expect(result.text.hasSuffix(".py\n"))
        }
    }

    @Test("a launcher's words keep blanks, empty words and what stands around the path")
    func launcherWords() async throws {
        try await Bench.with { bench in
            let plan = LaunchPlan(
                arguments: [
                    .text("/bin/sh"), .text("-c"), .text("for word; do echo \"[$word]\"; done"), .text("sh"),
                    .text("a  b"), .text(""), .text("*"), .scriptPath(prefix: "--file=", suffix: ";"),
                ], fileExtension: ".txt")
            let lines = try await bench.run(bench.order("never run", bare: true, launch: plan)).lines
            try #require(lines.count == 4)
            #expect(lines[..<3] == ["[a  b]", "[]", "[*]"])
            #expect(lines[3].hasPrefix("[--file=/"))
            #expect(lines[3].hasSuffix(".txt;]"))
        }
    }

    @Test("a launcher that does not exist is a failed start", arguments: ["no-such-program", "/no/such/program"])
    func missingLauncher(_ program: String) async throws {
        try await Bench.with { bench in
            let plan = LaunchPlan(arguments: [.text(program), .scriptPath(prefix: "", suffix: "")])
            let result = try await bench.run(bench.order("echo ran > witness\n", launch: plan))
            #expect(result.failure == StartFailure(reason: .noSuchLauncher, subject: program, errno: ENOENT))
            #expect(result.started == nil)
            #expect(result.finished.milliseconds > 0)
            #expect(result.output.isEmpty)
            #expect(bench.note("witness") == nil)
        }
    }

    @Test("a launcher that may not be executed is a failed start")
    func launcherWithoutPermission() async throws {
        try await Bench.with { bench in
            let plan = LaunchPlan(arguments: [.text("/etc/passwd"), .scriptPath(prefix: "", suffix: "")])
            let result = try await bench.run(bench.order("", launch: plan))
            #expect(result.failure == StartFailure(reason: .noSuchLauncher, subject: "/etc/passwd", errno: EACCES))
        }
    }

    // MARK: - Directories

    @Test("a script works in the directory asked for")
    func workingDirectory() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("pwd -P\n")
            #expect(result.text == bench.work + "\n")
        }
    }

    @Test("without a directory a script works in its user's home")
    func home() async throws {
        let home = try #require(LocalHost.user(id: geteuid())?.home)
        try await Bench.with { bench in
            let result = try await bench.run(bench.order("pwd\necho \"$HOME\"\n", place: .home))
            #expect(result.lines == [home, home])
        }
    }

    @Test("a missing working directory is a failed start, foreseen or not")
    func missingDirectory() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo ran > witness\n", place: .at("/no/such/directory"))
            let failure = StartFailure(reason: .noSuchDirectory, subject: "/no/such/directory", errno: ENOENT)
            #expect(bench.runner.examine(order) == failure)
            let result = try await bench.run(order)
            #expect(result.ending == .startFailed(failure))
            #expect(result.started == nil)
        }
    }

    @Test("a working directory that is a file is a failed start, foreseen or not")
    func fileAsDirectory() async throws {
        try await Bench.with { bench in
            let order = bench.order("", place: .at("/etc/passwd"))
            let failure = StartFailure(reason: .noSuchDirectory, subject: "/etc/passwd", errno: ENOTDIR)
            #expect(bench.runner.examine(order) == failure)
            let result = try await bench.run(order)
            #expect(result.ending == .startFailed(failure))
        }
    }

    @Test("a directory's name may hold blanks, quotes and letters of any script")
    func oddDirectory() async throws {
        try await Bench.with { bench in
            let path = bench.work + "/a \"b\" $c 目录 é"
            try #require(mkdir(path, 0o755) == 0)
            let result = try await bench.run(bench.order("pwd\n", place: .at(path)))
            #expect(result.text == path + "\n")
            let missing = try await bench.run(bench.order("", 2, place: .at(path + "/fehlt\nhier")))
            #expect(missing.failure?.subject == path + "/fehlt\nhier")
        }
    }

    // MARK: - Users

    @Test("an unknown user is a failed start, foreseen or not")
    func unknownUser() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo ran > witness\n", user: "no-such-user-here")
            let failure = StartFailure(reason: .noSuchUser, subject: "no-such-user-here", errno: 0)
            #expect(bench.runner.examine(order) == failure)
            let result = try await bench.run(order)
            #expect(result.ending == .startFailed(failure))
            #expect(result.started == nil)
            #expect(bench.note("witness") == nil)
        }
    }

    @Test("our own user's name is no other user")
    func ownUser() async throws {
        try await Bench.with { bench in
            let name = try #require(getpwuid(geteuid())).pointee.pw_name
            let user = String(cString: try #require(name))
            let result = try await bench.run(bench.order("id -un\n", user: user))
            #expect(result.text == user + "\n")
        }
    }

    @Test("another user's script runs with that user's rights only, and nothing of it stays", .enabled(if: isRoot))
    func otherUser() async throws {
        try await Bench.with { bench in
            let script = """
                id -un; id -u; id -G; echo "$USER $LOGNAME $HOME"; stat -c '%U %a' "$0" "${0%/*}"; echo "$0"
                echo left > "${0%/*}/beside"
                """
            let result = try await bench.run(bench.order(script, place: .at("/"), user: "nobody"))
            #expect(result.ending == .exited(code: 0))
            let lines = result.lines
            try #require(lines.count == 7)
            let nobody = try #require(LocalHost.user("nobody"))
            #expect(lines[0] == "nobody")
            #expect(lines[1] == "\(nobody.id)")
            #expect(!lines[2].split(separator: " ").contains("0"))
            #expect(lines[3] == "nobody nobody \(nobody.home)")
            #expect(lines[4] == "nobody 700")
            #expect(lines[5] == "nobody 700")
            let staged = lines[6]
            let folder = try #require(staged.lastIndex(of: "/").map { String(staged[..<$0]) })
            #expect(!exists(folder))
        }
    }

    @Test("another user cannot get our rights back", .enabled(if: isRoot))
    func otherUserStays() async throws {
        try await Bench.with { bench in
            let script = """
                #!/usr/bin/env python3
                import os
                print(os.getresuid().__len__(), set(os.getresuid()) == {os.getuid()}, os.getuid() != 0)
                print(set(os.getresgid()) == {os.getgid()}, 0 in os.getgroups())
                try:
                    os.setuid(0)
                    print("root")
                except OSError:
                    print("refused")
                """
            // The search path of another user is the system's: a python3 elsewhere is not on it.
            let plan = LaunchPlan(
                arguments: [.text("/usr/bin/python3"), .scriptPath(prefix: "", suffix: "")], fileExtension: ".py")
            try #require(exists("/usr/bin/python3"))
            let order = bench.order(script, bare: true, launch: plan, place: .at("/"), user: "nobody")
            let result = try await bench.run(order)
            #expect(result.lines == ["3 True True", "True False", "refused"])
        }
    }

    @Test("a user without a home and no directory given is a failed start, foreseen or not", .enabled(if: isRoot))
    func noHome() async throws {
        let home = try #require(LocalHost.user("nobody")).home
        try #require(!exists(home))
        try await Bench.with { bench in
            let order = bench.order("", place: .home, user: "nobody")
            let failure = StartFailure(reason: .noHomeDirectory, subject: home, errno: ENOENT)
            #expect(bench.runner.examine(order) == failure)
            let result = try await bench.run(order)
            #expect(result.ending == .startFailed(failure))
        }
    }

    @Test("a directory that another user may not enter is a failed start", .enabled(if: isRoot))
    func closedDirectory() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(bench.order("", user: "nobody"))
            #expect(
                result.failure == StartFailure(reason: .noSuchDirectory, subject: bench.work, errno: EACCES))
        }
    }

    // MARK: - What is examined, and runners that cannot run

    @Test("nothing keeps a sound order from starting")
    func soundOrder() async throws {
        try await Bench.with { bench in
            #expect(bench.runner.examine(bench.order("")) == nil)
            #expect(bench.runner.examine(bench.order("", place: .home)) == nil)
            #expect(bench.runner.known().isEmpty)
        }
    }

    @Test("without the supervisor's program a launch is an error, and nothing ran")
    func missingProgram() async throws {
        try await Bench.with(program: "/no/such/flagdeck-run") { bench in
            await #expect(throws: RunnerError.noSupervisor(path: "/no/such/flagdeck-run", errno: ENOENT)) {
                try await bench.runner.launch(bench.order("echo ran > witness\n"))
            }
            #expect(bench.runner.observe(Bench.key()) == .unclaimed)
        }
    }

    @Test("a program that is no supervisor makes a launch an error")
    func wrongProgram() async throws {
        try await Bench.with(program: "/bin/true") { bench in
            await #expect(throws: RunnerError.noSupervisor(path: "/bin/true", errno: EPIPE)) {
                try await bench.runner.launch(bench.order("echo ran > witness\n"))
            }
        }
    }

    @Test("a directory that cannot be made is an error")
    func noDirectory() {
        #expect(throws: RunnerError.noDirectory(path: "/no/such/place", errno: ENOENT)) {
            try LocalRunner(attempts: "/no/such/place")
        }
    }

    @Test("an order too large to be sent is an error, and later ones run")
    func tooLarge() async throws {
        try await Bench.with { bench in
            let large = bench.order(String(repeating: "# much too long\n", count: 200_000))
            await #expect(throws: RunnerError.self) { try await bench.runner.launch(large) }
            let result = try await bench.run(bench.order("echo later\n", 2))
            #expect(result.text == "later\n")
        }
    }

    @Test("a launch after the runner is closed decides nothing: the next runner can start the attempt")
    func launchAfterClose() async throws {
        try await Bench.with { bench in
            _ = try await bench.run("")
            await bench.desk.close()
            let order = bench.order("echo later\n", 2)
            await #expect(throws: RunnerError.closed) { try await bench.runner.launch(order) }
            let next = try bench.another()
            let answer = try await next.runner.launch(order)
            #expect(answer == .claimed)
            let result = try await next.end(order.key)
            #expect(result.text == "later\n")
        }
    }

    @Test("a runner that is closed before its supervisor has claimed decides nothing either")
    func closeWhileLaunching() async throws {
        try await Bench.with(delay: .beforeClaim) { bench in
            let order = bench.order("echo ran >> witness\n")
            let launch = Task { try await bench.runner.launch(order) }
            try await eventually("the attempt is offered") { exists(bench.files().path) }
            await bench.desk.close()
            await #expect(throws: RunnerError.closed) { try await launch.value }
            let next = try bench.another()
            _ = try await next.runner.launch(order)
            next.runner.adopt(order.key)
            let result = try await next.end(order.key)
            #expect(result.ending == .exited(code: 0))
            #expect(bench.note("witness") == "ran")
        }
    }
}

private let isRoot = geteuid() == 0

import CloudAssistant
import Glibc
import TestSupport
import Testing

@testable import Runners

@Suite("What scripts find around them", .timeLimit(.minutes(4))) struct SurroundingsTests {
    @Test("the input is empty")
    func input() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("wc -c\nread -r line\necho \"$?\"\nreadlink /proc/self/fd/0\n")
            #expect(result.lines == ["0", "1", "/dev/null"])
        }
    }

    @Test("there is no terminal, and the script leads a session of its own")
    func session() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(
                "tty\nread -r stat < /proc/$$/stat\nset -- ${stat##*) }\n[ $4 = $$ ] && echo leads\necho \"$5\"\n")
            #expect(result.lines == ["not a tty", "leads", "0"])
        }
    }

    @Test("nothing of our environment but language, time zone and search path is visible")
    func environment() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("env -0 | tr '\\n' ' ' | tr '\\0' '\\n'\n")
            #expect(getenv("FLAGDECK_SECRET") != nil)
            #expect(!result.text.contains("hunter2"))
            let names = Set(result.lines.map { String($0.prefix { $0 != "=" }) })
            let wanted: Set = ["HOME", "USER", "LOGNAME", "SHELL", "PATH"]
            #expect(names.isSuperset(of: wanted))
            let allowed: Set = [
                "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "TZ",
            ]
            // The shell itself sets these.
            let own: Set = ["PWD", "OLDPWD", "_", "SHLVL"]
            #expect(names.subtracting(wanted).subtracting(allowed).subtracting(own).isEmpty)
        }
    }

    @Test("a script cannot read our environment from its supervisor's either")
    func supervisorsEnvironment() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("tr '\\0' '\\n' < /proc/$PPID/environ\n")
            #expect(result.ending == .exited(code: 0))
            #expect(result.text.contains("PATH="))
            #expect(!result.text.contains("hunter2"))
        }
    }

    @Test("who the user is and where programs are stands in the environment")
    func environmentValues() async throws {
        try await Bench.with { bench in
            let lines = try await bench.run(
                "echo \"$USER\"\nid -un\necho \"$LOGNAME\"\necho \"$HOME\"\necho \"$PATH\"\n"
            )
            .lines
            try #require(lines.count == 5)
            #expect(lines[0] == lines[1])
            #expect(lines[2] == lines[1])
            #expect(lines[3] == LocalHost.user(id: geteuid())?.home)
            #expect(lines[4].contains("/bin"))
        }
    }

    @Test("only input, output and errors are open")
    func descriptors() async throws {
        try await Bench.with { bench in
            // The fourth is the one that `ls` reads the directory with.
            let result = try await bench.run("ls /proc/self/fd\n")
            #expect(result.lines == ["0", "1", "2", "3"])
        }
    }

    @Test("a launcher finds no more open than a script")
    func launcherDescriptors() async throws {
        try await Bench.with { bench in
            let plan = LaunchPlan(arguments: [.text("ls"), .text("/proc/self/fd")])
            let result = try await bench.run(bench.order("", launch: plan))
            #expect(result.lines == ["0", "1", "2", "3"])
        }
    }

    @Test("the file mode mask is 022")
    func mask() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("umask\n: > made\nmkdir folder\nstat -c %a made folder\n")
            #expect(result.lines == ["0022", "644", "755"])
        }
    }

    @Test("no signal is blocked or ignored")
    func signals() async throws {
        try await Bench.with { bench in
            let plan = LaunchPlan(arguments: [
                .text("grep"), .text("-E"), .text("^Sig(Blk|Ign)"), .text("/proc/self/status"),
            ])
            let result = try await bench.run(bench.order("", launch: plan))
            #expect(result.lines == ["SigBlk:\t0000000000000000", "SigIgn:\t0000000000000000"])
        }
    }

    @Test("nobody else can read anything of an attempt, while it runs and afterwards")
    func privateFiles() async throws {
        try await Bench.with(spoolLimit: 64 << 10) { bench in
            let name = AttemptFiles.name(Bench.key())
            func expectPrivate(holding names: Set<String>) {
                #expect(bench.names == names)
                for entry in tree(bench.attempts) + [bench.attempts] {
                    var status = stat()
                    #expect(lstat(entry, &status) == 0 && status.st_mode & 0o077 == 0, "\(entry)")
                }
            }
            let order = bench.order(writing(100_000) + "while [ ! -e go ]; do sleep 0.05; done\n")
            try await bench.start(order)
            try await eventually("all is written") {
                bench.runner.liveOutput(order.key, limit: 1).total == 100_000
            }
            expectPrivate(holding: ["ended", name, name + ".output", name + ".ring"])
            try bench.note("go", "")
            _ = try await bench.desk.end()
            expectPrivate(holding: ["ended", name, name + ".output"])
            #expect(try bench.runner.forbid(Bench.key(2)))
            expectPrivate(holding: ["ended", name, name + ".output", AttemptFiles.name(Bench.key(2))])
        }
    }

    @Test("of a short attempt only the claim stays, with the result behind it")
    func remains() async throws {
        try await Bench.with { bench in
            _ = try await bench.run("echo something\n")
            #expect(bench.names == ["ended", AttemptFiles.name(Bench.key())])
        }
    }

    @Test("of a longer attempt the output stays too")
    func remainsOfALongerOne() async throws {
        try await Bench.with { bench in
            _ = try await bench.run("echo something\nsleep 0.5\n")
            let name = AttemptFiles.name(Bench.key())
            #expect(bench.names == ["ended", name, name + ".output"])
        }
    }
}

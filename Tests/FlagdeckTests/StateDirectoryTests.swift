import Glibc
import Testing

private let target = ["--instance-id", Workbench.instance]

@Suite("The state directory", .timeLimit(.minutes(4))) struct StateDirectoryTests {
    @Test("it is made with its parents where the XDG rules say, and is nobody else's")
    func made() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.command([Program.path, "regions"])
            #expect(ending.code == 0)
            #expect(Files.mode(bench.path("data/flagdeck")) == 0o700)
            #expect(Files.mode(bench.path("data/flagdeck/flagdeck.db")) == 0o600)
        }
    }

    @Test("without a home there is a clear error, and with --state-dir there is no need of one")
    func noHome() async throws {
        try await Workbench.with { bench in
            let nothing = ["env", "-i", "PATH=/usr/bin:/bin", Program.path, "regions"]
            let refused = try await bench.command(nothing)
            #expect(refused.code == 2)
            #expect(refused.errors.hasPrefix("flagdeck: Neither HOME nor XDG_DATA_HOME"), "\(refused)")
            let ending = try await bench.command(nothing + ["--state-dir", bench.state])
            #expect(ending.code == 0, "\(ending)")
        }
    }

    @Test("an empty name, as a variable that is not set gives it, is not the current directory")
    func emptyName() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.command([Program.path, "regions", "--state-dir", ""])
            #expect(ending.code == 2)
            #expect(ending.errors.hasPrefix("flagdeck: --state-dir is empty."), "\(ending)")
        }
    }

    @Test("what is no directory is refused and left as it is", arguments: ["a file", "a dead link"])
    func noDirectory(_ kind: String) async throws {
        try await Workbench.with { bench in
            if kind == "a file" {
                try Files.write(Array("mine".utf8), to: bench.state)
            } else {
                symlink(bench.path("nowhere"), bench.state)
            }
            let ending = try await bench.flagdeck(["regions"])
            #expect(ending.code == 2)
            #expect(
                ending.errors.hasPrefix("flagdeck: The state directory \(bench.state) cannot be used: "), "\(ending)")
            if kind == "a file" { #expect(Files.contents(bench.state) == Array("mine".utf8)) }
        }
    }

    @Test("somebody else's directory is refused", .enabled(if: Program.isRoot, "only root can give a directory away"))
    func foreignDirectory() async throws {
        try await Workbench.with { bench in
            mkdir(bench.state, 0o700)
            chown(bench.state, 65_534, 65_534)
            let ending = try await bench.flagdeck(["regions"])
            #expect(ending.code == 2)
            #expect(ending.errors.contains("It must be a directory of your own"), "\(ending)")
            #expect(Files.names(bench.state).isEmpty)
        }
    }

    @Test("a directory that others may enter is closed to them when it is empty, and refused when it is in use")
    func openDirectory() async throws {
        try await Workbench.with { bench in
            mkdir(bench.state, 0o755)
            #expect(try await bench.flagdeck(["regions"]).code == 0)
            #expect(Files.mode(bench.state) == 0o700)
            let refused = try await bench.flagdeck(["regions", "--state-dir", bench.folder])
            #expect(refused.code == 2)
            #expect(refused.errors.contains("It must be a directory of your own with mode 0700"), "\(refused)")
            #expect(Files.mode(bench.folder) == 0o755)
        }
    }

    @Test("a damaged database is refused and left as it is", arguments: ["no database", "cut short", "overwritten"])
    func damaged(_ kind: String) async throws {
        try await Workbench.with { bench in
            _ = try await bench.runScript("true")
            let path = bench.state + "/flagdeck.db"
            // Everything into the one file, so that there is something to damage.
            let checkpoint =
                "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA wal_checkpoint(TRUNCATE)')"
            #expect(try await bench.command(["python3", "-c", checkpoint, path]).code == 0)
            var bytes = try #require(Files.contents(path))
            switch kind {
            case "no database": bytes = Array(repeating: 0x78, count: 8192)
            case "cut short": bytes = Array(bytes.prefix(5000))
            default: for index in 4096..<min(bytes.count, 40_000) { bytes[index] = 0xff }
            }
            for name in ["flagdeck.db-wal", "flagdeck.db-shm"] { unlink(bench.state + "/" + name) }
            try Files.write(bytes, to: path)
            for call in [["results"], ["run", "--command-content", "echo ran >> \(bench.path("witness"))"] + target] {
                let ending = try await bench.flagdeck(call)
                #expect(ending.code == 2, "\(ending)")
                #expect(ending.output.isEmpty)
                #expect(ending.errors.contains("damaged"), "\(ending)")
            }
            // The audit has a line for the refused call where its own pages are whole.
            if kind != "overwritten" { #expect(Files.contents(path) == bytes) }
            #expect(bench.lines("witness").isEmpty)
        }
    }

    /// Runs shell words where the state directory is a mount of its own.
    private func mounted(_ bench: Workbench, _ mount: String, _ words: String) async throws -> Ending {
        mkdir(bench.state, 0o700)
        return try await bench.command(["unshare", "-m", "sh", "-c", "\(mount)\n\(words)"])
    }

    @Test("a read-only disk is named as such", .enabled(if: Program.isRoot, "only root can mount"))
    func readOnly() async throws {
        try await Workbench.with { bench in
            _ = try await bench.runScript("true")
            let run = "\(Program.path) run --state-dir \(bench.state) --instance-id i-test --command-content 'true'"
            let ending = try await mounted(
                bench, "mount --bind \(bench.state) \(bench.state) && mount -o remount,ro,bind \(bench.state)", run)
            #expect(ending.code == 2)
            #expect(ending.errors.hasPrefix("flagdeck: The state directory may not be written to."), "\(ending)")
        }
    }

    @Test(
        "a full disk refuses new runs, and afterwards everything works again",
        .enabled(if: Program.isRoot, "only root can mount"))
    func full() async throws {
        try await Workbench.with { bench in
            let place = "--state-dir \(bench.state)"
            let run = "\(Program.path) run \(place) --instance-id i-test --wait --output text --command-content"
            let ending = try await mounted(
                bench, "mount -t tmpfs -o size=1m,mode=700 none \(bench.state)",
                """
                \(run) 'echo before'
                dd if=/dev/zero of=\(bench.state)/filler bs=4k 2> /dev/null
                \(run) 'echo ran >> \(bench.path("witness"))'
                echo "code $?"
                rm \(bench.state)/filler
                \(run) 'echo after'
                \(Program.path) invocations \(place) --output text | wc -l
                """)
            #expect(ending.lines == ["before", "code 2", "after", "2", ""], "\(ending)")
            #expect(ending.errors.contains("space") || ending.errors.contains("full"), "\(ending)")
            #expect(bench.lines("witness").isEmpty)
        }
    }

    @Test("a settings file that is wrong stops every subcommand, with its line")
    func settings() async throws {
        try await Workbench.with(instances: "[[instance]]\nid = \"i-1\"\ncolour = \"red\"\n") { bench in
            let ending = try await bench.flagdeck(["instances"])
            #expect(ending.code == 2)
            let path = bench.path("config/flagdeck/instances.toml")
            #expect(
                ending.errors.hasPrefix("flagdeck: \(path):3: the key instance[1].colour is not known\n"), "\(ending)")
        }
    }
}

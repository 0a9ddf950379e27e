import Glibc
import Screen
import TestSupport
import Testing

/// Nothing that is made up can be taken for real, on any way out of the program.
@Suite("Practice", .timeLimit(.minutes(4))) struct PracticeTests {
    private static let label = "PRACTICE: the fleet is made up; nothing is sent and nothing runs."

    @Test("tables, notes and JSON say so")
    func labels() async throws {
        try await Workbench.with { bench in
            let table = try await bench.flagdeck(["regions", "--practice"])
            #expect(table.code == 0, "\(table)")
            #expect(table.lines.first == Self.label)
            #expect(table.errors == Self.label + "\n")
            let json = try await bench.flagdeck(["regions", "--practice", "--output", "json"])
            #expect(json.output.hasPrefix("{\n  \"Practice\": true,\n"), "\(json)")
            let chinese = try await bench.flagdeck(["regions", "--practice"], environment: ["LC_ALL": "zh_CN.UTF-8"])
            #expect(chinese.lines.first?.hasPrefix("演练（PRACTICE）") == true, "\(chinese)")
        }
    }

    @Test("a run ends as its directives say, on the same fleet the next time")
    func run() async throws {
        try await Workbench.with { bench in
            let fleet = try await bench.flagdeck(["instances", "--practice", "--output", "text", "--tag", "os=linux"])
            let again = try await bench.flagdeck(["instances", "--practice", "--output", "text", "--tag", "os=linux"])
            #expect(fleet.output == again.output)
            let online = try await bench.flagdeck(["instances", "status", "--practice", "--output", "text"])
            let id = try #require(
                online.lines.first { $0.contains("\ttrue\t2.2.4.1065") }?.split(separator: "\t").first)
            let script = "# practice: say \"as told\", exit 3"
            let ending = try await bench.flagdeck([
                "run", "--practice", "--instance-id", String(id), "--command-content", script, "--wait", "--output",
                "text",
            ])
            #expect(ending.code == 1, "\(ending)")
            #expect(ending.output.contains("as told"))
        }
    }

    @Test("a state of one kind is refused by the other and left as it is", arguments: [true, false])
    func kinds(_ isPracticeFirst: Bool) async throws {
        try await Workbench.with { bench in
            let (first, second) = isPracticeFirst ? (["--practice"], []) : ([], ["--practice"])
            #expect(try await bench.flagdeck(["regions"] + first).code == 0)
            let refused = try await bench.flagdeck(["regions"] + second)
            #expect(refused.code == 2)
            let words = isPracticeFirst ? "is of a PRACTICE fleet" : "is of real instances"
            #expect(refused.errors.contains(words), "\(refused)")
            #expect(try await bench.flagdeck(["regions"] + first).code == 0)
        }
    }

    @Test("a state keeps its fleet")
    func kept() async throws {
        try await Workbench.with { bench in
            let numbers = ["--instances", "30", "--seed", "5"]
            let first = try await bench.flagdeck(["instances", "--practice", "--output", "text"] + numbers)
            #expect(try await bench.flagdeck(["instances", "--practice", "--output", "text"]).output == first.output)
            let refused = try await bench.flagdeck(["instances", "--practice", "--seed", "6"])
            #expect(refused.code == 2)
            #expect(refused.errors.contains("has 30 instances from the seed 5"), "\(refused)")
        }
    }

    @Test("without a directory nothing stays")
    func temporary() async throws {
        try await Workbench.with { bench in
            let place = bench.path("temporary")
            mkdir(place, 0o755)
            let ending = try await bench.command(["env", "TMPDIR=\(place)", Program.path, "regions", "--practice"])
            #expect(ending.code == 0, "\(ending)")
            // rmdir takes empty directories only.
            #expect(rmdir(place) == 0)
            #expect(Files.contents(bench.path("data/flagdeck/flagdeck.db")) == nil)
        }
    }

    @Test("the numbers of a fleet are for practice only", arguments: [["--seed", "1"], ["--instances", "2"]])
    func numbers(_ words: [String]) async throws {
        try await Workbench.with { bench in
            let ending = try await bench.flagdeck(["regions"] + words)
            #expect(ending.code == 2)
            #expect(ending.errors.contains("go with --practice"), "\(ending)")
        }
    }

    @Test("the console has it in its top bar, in the place of the user's own environment", arguments: [80, 140])
    func console(_ columns: Int) async throws {
        let size = Size(rows: 24, columns: columns)
        try await Sitting.with("CONSOLE --practice; echo \"[ended $?]\"; read line", size: size) { sitting, _ in
            try await sitting.see("PRACTICE")
            try await sitting.see("cn-hangzhou")
            #expect(sitting.display.text.split(separator: "\n").first?.contains(" PRACTICE ") == true)
            sitting.type("q")
            try await sitting.see("[ended 0]")
        }
    }
}

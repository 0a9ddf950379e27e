import CloudAssistant
import Glibc
import Screen
import TestSupport
import Testing

@Suite("Stored parameters", .timeLimit(.minutes(4))) struct ParameterTests {
    private static let secret = "canary-7f3a-secret"

    private static func set(_ bench: Workbench, _ name: String, _ value: String, _ words: String...) async throws {
        let ending = try await bench.flagdeck(["parameters", "set", name] + words, input: value)
        #expect(ending.code == 0, "\(ending)")
        #expect(ending.output.isEmpty && ending.errors.isEmpty, "\(ending)")
    }

    /// The files below a directory that hold a text, but for those that are left out.
    private static func holding(_ text: String, in folder: String) -> [String] {
        Files.names(folder).flatMap { name -> [String] in
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { return [] }
            if status.st_mode & S_IFMT == S_IFDIR { return holding(text, in: path) }
            return (Files.contents(path) ?? []).contains(Array(text.utf8)) ? [path] : []
        }
    }

    @Test("what was set is listed without its value, shown on request and removed")
    func life() async throws {
        try await Workbench.with { bench in
            try await Self.set(
                bench, "db", Self.secret + "\n", "--secret", "--description", "what for", "--allow", "bob")
            try await Self.set(bench, "mirror", "two\nlines\n\n")
            let list = try await bench.flagdeck(["parameters", "--output", "text"])
            #expect(
                list.lines.map { $0.split(separator: "\t").prefix(3).joined(separator: " ") }.prefix(2) == [
                    "db secret 1", "mirror plain 1",
                ])
            #expect(!list.output.contains("canary"))
            let facts = try await bench.flagdeck(["parameters", "get", "db", "--output", "json"])
            #expect(try facts.json().at("Type")?.text == "Secret")
            #expect(try facts.json().at("AllowedCallers")?.elements?.first?.text == "bob")
            #expect(!facts.output.contains("canary"))
            let plain = try await bench.flagdeck(["parameters", "get", "mirror", "--output", "json"])
            #expect(try plain.json().at("Value")?.text == "two\nlines\n")
            let refused = try await bench.flagdeck(["parameters", "get", "db", "--reveal"])
            #expect(refused.code == 2 && refused.output.isEmpty)
            let revealed = try await bench.flagdeck(["parameters", "get", "db", "--reveal", "--force"])
            #expect(revealed.output == Self.secret + "\n")
            #expect(try await bench.flagdeck(["parameters", "rm", "db", "mirror"]).code == 0)
            #expect(try await bench.flagdeck(["parameters", "get", "db"]).code == 2)
        }
    }

    @Test(
        "what cannot be kept is refused with a reason",
        arguments: [
            (["a b"], "x", "'a b' is no name"), (["db"], "", "no value"), (["kept"], "x", "kept is a secret"),
            (["db", "--region", "mars"], "x", "InvalidRegionId.NotFound"),
            (["db", "--region", "bare"], "x", "ParameterStore.NotSupported"),
            (["db", "--allow", "a b"], "x", "'a b' is no user's name"),
            (["db"], String(repeating: "x", count: 4097), "longer than 4096"),
            (["db", "--allow", "a", "--allow-nobody"], "x", "exclude each other"),
        ])
    func refusals(_ words: [String], _ value: String, _ reason: String) async throws {
        try await Workbench.with(instances: "[[region]]\nid = \"bare\"\nparameter_store = false\n") { bench in
            try await Self.set(bench, "kept", "value", "--secret")
            let ending = try await bench.flagdeck(["parameters", "set"] + words, input: value)
            #expect(ending.code == 2)
            #expect(ending.errors.contains(reason), "\(ending)")
            #expect(
                try await bench.flagdeck(["parameters", "--output", "text"]).lines.count { $0.hasPrefix("kept") } == 1)
        }
    }

    @Test("a secret is typed at a terminal without being shown, and can be taken back")
    func typed() async throws {
        try await Workbench.with { bench in
            let words = "\(Program.path) parameters set db --secret --state-dir \(bench.state); echo ended $?"
            let sitting = try Sitting(bench, words)
            try await sitting.see("Value of db:")
            try await eventually("nothing typed is shown") { !sitting.hasItsModes }
            sitting.type("wrong\u{15}canaryé\u{7f}-typed\r")
            try await sitting.see("ended 0")
            #expect(sitting.hasItsModes)
            #expect(!sitting.display.text.contains("canary"))
            let revealed = try await bench.flagdeck(["parameters", "get", "db", "--reveal", "--force"])
            #expect(revealed.output == "canary-typed\n")
            try await sitting.leave()
        }
    }

    @Test("Ctrl-C instead of a value changes nothing and gives the terminal back")
    func interrupted() async throws {
        try await Workbench.with { bench in
            let words = "\(Program.path) parameters set db --secret --state-dir \(bench.state); echo ended $?"
            let sitting = try Sitting(bench, words)
            try await sitting.see("Value of db:")
            try await eventually("nothing typed is shown") { !sitting.hasItsModes }
            sitting.type("canary\u{3}")
            try await sitting.see("ended 130")
            #expect(sitting.hasItsModes)
            #expect(try await bench.flagdeck(["parameters", "get", "db"]).code == 2)
            try await sitting.leave()
        }
    }

    @Test("an expired key refuses runs until it is changed")
    func key() async throws {
        try await Workbench.with { bench in
            try await Self.set(bench, "db", Self.secret, "--secret")
            let facts = try await bench.flagdeck([
                "parameters", "key", "--expires", "2020-02-29T00:00:00Z", "--output", "json",
            ])
            #expect(try facts.json().at("ExpirationTime")?.text == "2020-02-29T00:00:00Z")
            let script = "echo {{oos-secret:db}}"
            #expect(try await bench.runScript(script, "--enable-parameter").refusal == "TemporaryAccessKey.Error")
            let renewed = try await bench.flagdeck(["parameters", "key", "--rotate", "--output", "json"])
            #expect(try renewed.json().at("KeyId")?.text != facts.json().at("KeyId")?.text)
            #expect(try await bench.runScript(script, "--enable-parameter").code == 0)
            for word in ["2020-02-30T00:00:00Z", "tomorrow", "2020-02-29", "+020-02-29T00:00:00Z"] {
                #expect(try await bench.flagdeck(["parameters", "key", "--expires", word]).code == 2)
            }
        }
    }

    @Test("parameters are set beside a running engine, which finds them")
    func beside() async throws {
        try await Workbench.with { bench in
            let run = [
                "run", "--instance-id", Workbench.instance, "--command-content",
                "while [ ! -e go ]; do sleep 0.05; done",
            ]
            let engine = try await bench.flagdeck(run + ["--working-dir", bench.folder, "--wait"]) { _ in
                try await eventually("the engine has it") { Files.exists(bench.state + "/engine.lock") }
                try await Self.set(bench, "db", "first", "--secret")
                try await Self.set(bench, "db", "second", "--secret")
                let revealed = try await bench.flagdeck(["parameters", "get", "db", "--reveal", "--force"])
                #expect(revealed.output == "second\n")
                try Files.write([], to: bench.path("go"))
            }
            #expect(engine.code == 0, "\(engine)")
        }
    }

    /// What a script does with a secret, and how its run ends.
    static let scripts: [(script: String, words: [String], shown: String)] = [
        ("echo out; echo '{{oos-secret:db}}'", [], "******"),
        ("echo '{{oos-secret:db}}' >&2; exit 3", [], "******"),
        ("echo '{{oos-secret:db}}'; sleep 60", ["--timeout", "10"], "******"),
        (
            "printf 'x%.0s' $(seq 40000); i=0; while [ $i -lt 3000 ]; do echo '{{oos-secret:db}}'; i=$((i+1)); done",
            [], "******"
        ),
        ("kill -9 $$ # {{oos-secret:db}}", [], ""),
        ("cd /none-{{oos-secret:db}}", [], "******"),
    ]

    @Test("a secret is in no answer and in no file of the state but as the store seals it", arguments: scripts.indices)
    func canary(_ index: Int) async throws {
        let (script, words, shown) = Self.scripts[index]
        try await Workbench.with { bench in
            try await Self.set(bench, "db", Self.secret, "--secret")
            let target = [
                "--instance-id", Workbench.instance, "--command-content", script, "--enable-parameter", "--wait",
            ]
            let run = try await bench.flagdeck(["run"] + target + words)
            let id = try run.invokeID()
            var said = [run]
            for more in [
                ["results", "--invoke-id", id, "--output", "json"], ["results", "--invoke-id", id, "--output", "text"],
                ["invocations", "--invoke-id", id, "--include-output", "--output", "json"],
                ["commands", "--output", "json"],
                ["parameters", "--output", "json"],
            ] { said.append(try await bench.flagdeck(more)) }
            for ending in said {
                #expect(!ending.output.contains("canary-7f3a") && !ending.errors.contains("canary-7f3a"), "\(ending)")
            }
            #expect(said[2].output.contains(shown), "\(said[2])")
            #expect(Self.holding("canary-7f3a", in: bench.state).isEmpty)
            #expect(!Self.holding("flagdeck", in: bench.state).isEmpty)
        }
    }

    @Test("while a script uses a secret, no file of the state and no word of a process has it")
    func whileItRuns() async throws {
        try await Workbench.with { bench in
            try await Self.set(bench, "db", Self.secret, "--secret")
            let script = "v='{{oos-secret:db}}'; echo here; while [ ! -e go ]; do sleep 0.05; done; [ ${#v} = 18 ]"
            let run = [
                "run", "--instance-id", Workbench.instance, "--command-content", script, "--enable-parameter", "--wait",
            ]
            let ending = try await bench.flagdeck(run + ["--working-dir", bench.folder]) { _ in
                try await eventually("the script runs") {
                    try await bench.flagdeck(["invocations", "--output", "json"]).output.contains("\"Running\"")
                }
                #expect(Self.holding("canary-7f3a", in: bench.state).isEmpty)
                for process in Files.names("/proc") where UInt(process) != nil {
                    for file in ["cmdline", "environ"] {
                        let words = Files.contents("/proc/\(process)/\(file)") ?? []
                        #expect(!words.contains(Array(Self.secret.utf8)), "\(process) \(file)")
                    }
                }
                try Files.write([], to: bench.path("go"))
            }
            #expect(ending.code == 0, "\(ending)")
        }
    }
}

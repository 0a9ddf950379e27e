import CloudAssistant
import TestSupport
import Testing

private let target = ["--instance-id", Workbench.instance]

@Suite("Commands from the shell", .timeLimit(.minutes(4))) struct CommandTests {
    private func create(_ bench: Workbench, _ content: String = "echo {{who}}") async throws -> String {
        let words = ["--name", "greet", "--description", "says it", "--enable-parameter", "--launcher", "sh"]
        return try await bench.flagdeck(["commands", "create", "--command-content", content] + words).lines[0]
    }

    private func listed(_ bench: Workbench, _ id: String) async throws -> JSON? {
        try await bench.flagdeck(["commands", "--command-id", id, "--output", "json"]).json().at("Commands.Command.0")
    }

    @Test("a command is changed in what is given and stays as it is in the rest")
    func modify() async throws {
        try await Workbench.with { bench in
            let id = try await create(bench)
            let call = ["commands", "modify", "--command-id", id]
            let quiet = try await bench.flagdeck(call + ["--name", "meet", "--timeout", "20", "--launcher", ""])
            #expect(quiet.code == 0 && quiet.output.isEmpty && quiet.errors.isEmpty, "\(quiet)")
            let command = try await listed(bench, id)
            #expect(command?.at("Name")?.text == "meet")
            #expect(command?.at("Timeout") == 20)
            #expect(command?.at("Launcher")?.text == "")
            #expect(command?.at("Description")?.text == "says it")
            #expect(command?.at("CommandContent")?.text == "echo {{who}}")
            let answer = try await bench.flagdeck(call + ["--description", "", "--output", "json"]).json()
            #expect(answer.at("RequestId")?.text?.wholeMatch(of: /[0-9A-F-]{36}/) != nil)
            #expect(try await listed(bench, id)?.at("Description")?.text == "")
        }
    }

    @Test("a new script, given as text, as Base64 or as a file, brings its own parameters")
    func newScript() async throws {
        try await Workbench.with { bench in
            let id = try await create(bench)
            let call = ["commands", "modify", "--command-id", id]
            for (words, input, name) in [
                (["--command-content", "echo {{a}}"], "", "a"),
                (["--command-content", "ZWNobyB7e2J9fQ==", "--content-encoding", "Base64"], "", "b"),
                (["--command-file", "-"], "echo {{c}}\n", "c"),
            ] {
                #expect(try await bench.flagdeck(call + words, input: input).code == 0)
                let names = try await listed(bench, id)?.at("ParameterNames.ParameterName")?.elements
                #expect(names?.compactMap(\.text) == [name])
                let ending = try await bench.flagdeck(
                    ["invoke", "--command-id", id, "--parameter", "\(name)=hi", "--wait", "--output", "text"] + target)
                #expect(ending.output == "hi\n")
            }
            let both = try await bench.flagdeck(call + ["--command-content", "x", "--command-file", "y"])
            #expect(both.code == 2)
        }
    }

    @Test("a command is deleted when nothing of it runs, and what was run stays listed")
    func delete() async throws {
        try await Workbench.with { bench in
            let id = try await create(bench, "while [ ! -e \(bench.path("go")) ]; do sleep 0.05; done; echo {{who}}")
            let run = try await bench.flagdeck(["invoke", "--command-id", id] + target).invokeID()
            let refused = try await bench.flagdeck(["commands", "delete", "--command-id", id])
            #expect(refused.code == 2 && refused.refusal == "Operation.Forbidden", "\(refused)")
            #expect(refused.errors.contains("Stop the runs of \(id)"))
            try Files.write([], to: bench.path("go"))
            let last = try await first("the run has ended and the command can be deleted") {
                let ending = try await bench.flagdeck(["commands", "delete", "--command-id", id])
                return ending.code == 0 ? ending : nil
            }
            #expect(last.output.isEmpty && last.errors.isEmpty, "\(last)")
            #expect(try await listed(bench, id) == nil)
            let results = try await bench.flagdeck(["results", "--invoke-id", run, "--output", "text"])
            #expect(results.output == "\n")
            #expect(try await bench.flagdeck(["invocations"]).output.contains("greet"))
        }
    }

    @Test("a failed result comes with its cause and what to do, once for each error")
    func explanation() async throws {
        let ids = ["i-1", "i-2"]
        try await Workbench.with(instances: ids.map { "[[instance]]\nid = \"\($0)\"\n" }.joined()) { bench in
            let call = ["run", "--command-content", "echo hi; exit 3", "--wait"]
            let targets = ids.flatMap { ["--instance-id", $0] }
            let text = try await bench.flagdeck(call + targets + ["--output", "text"])
            let error = "ExitCodeNonzero: The command execution exit code is not zero.\n"
            #expect(
                text.errors.components(of: "i-1: \(error)  The script ended with an exit code other than 0.\n") == 1)
            #expect(text.errors.components(of: "i-2: \(error)") == 1)
            #expect(text.errors.components(of: "  Read the output and the exit code") == 1)
            #expect(!text.output.contains("exit code"))
            let table = try await bench.flagdeck(call + targets)
            #expect(table.output.components(of: "  Read the output and the exit code") == 1)
            let chinese = try await bench.flagdeck(call + targets, environment: ["LC_ALL": "zh_CN.UTF-8"])
            #expect(chinese.output.contains("脚本的退出码不为 0。"))
        }
    }

    @Test("a directory that the user may not enter is not called missing", .enabled(if: Program.isRoot, "needs root"))
    func directoryDenied() async throws {
        try await Workbench.with { bench in
            let place = bench.path("private")
            let made = try await bench.command(["mkdir", "-m", "700", place])
            #expect(made.code == 0)
            let ending = try await bench.runScript("true", "--username", "nobody", "--working-dir", place)
            #expect(ending.code == 1)
            #expect(ending.output.contains("(may-not-enter-directory, \(place), errno 13)"), "\(ending)")
            #expect(ending.output.contains("  The user to run as may not enter the working directory.\n"))
        }
    }

    @Test("a dry run is listed as one", arguments: ["table", "text"])
    func dryRun(_ format: String) async throws {
        try await Workbench.with { bench in
            _ = try await bench.runScript("true", "--name", "real")
            _ = try await bench.runScript("true", "--name", "tried", "--repeat-mode", "DryRun")
            let lines = try await bench.flagdeck(["invocations", "--output", format]).lines
            #expect(lines.first { $0.contains("tried") }?.contains("DryRun") == true)
            #expect(lines.first { $0.contains("real") }?.contains("Once") == true)
            #expect(lines.count { $0.contains("DryRun") } == 1)
        }
    }

    @Test(
        "names that get no value are told, and the script runs all the same",
        arguments: [
            (["--parameter", "a=1"], "{{b}}, {{C}}"), (["--parameters", #"{"A":"1","c":""}"#], "{{b}}"),
            (["--enable-parameter"], "{{a}}, {{b}}, {{C}}"),
            (["--parameter", "a=1", "--parameter", "b=", "--parameter", "C=3"], nil), ([], nil),
        ] as [([String], String?)])
    func missingValues(_ words: [String], _ names: String?) async throws {
        try await Workbench.with { bench in
            let script = ["--command-content", "echo '{{a}}{{b}}{{C}}{{ACS::RegionId}}'"]
            let ending = try await bench.flagdeck(["run", "--wait", "--output", "text"] + target + script + words)
            #expect(ending.code == 0)
            let told = ending.errors.split(separator: "\n").filter { $0.contains("no value") }.map(String.init)
            let line = names.map { "flagdeck: no value was given for \($0); an empty text takes the place." }
            #expect(told == [line].compactMap { $0 }, "\(ending)")
        }
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}

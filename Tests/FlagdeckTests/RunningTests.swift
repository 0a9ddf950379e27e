import CloudAssistant
import Glibc
import Testing

private let target = ["--instance-id", Workbench.instance]
private let resultPath = "Invocation.InvocationResults.InvocationResult.0"

@Suite("How scripts are run", .timeLimit(.minutes(4))) struct RunningTests {
    private func result(_ ending: Ending) throws -> JSON {
        guard let result = try ending.json().at(resultPath) else { throw Problem("no result: \(ending)") }
        return result
    }

    @Test(
        "the directory is the given one, or the run does not start",
        arguments: [
            ("/usr", "Success", "", "/usr\n"), ("/nowhere", "Invalid", "DirectoryNotExists", ""),
            ("/etc/passwd", "Invalid", "DirectoryNotExists", ""),
        ])
    func workingDirectory(_ path: String, _ status: String, _ code: String, _ output: String) async throws {
        try await Workbench.with { bench in
            let ending = try await bench.runScript("pwd", "--working-dir", path, "--output", "json")
            let result = try result(ending)
            #expect(ending.code == (status == "Success" ? 0 : 1))
            #expect(result.at("InvocationStatus")?.text == status)
            #expect(result.at("ErrorCode")?.text == code)
            #expect(result.at("Output")?.text == output)
        }
    }

    @Test("a user that does not exist is an error of the instance")
    func missingUser() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.runScript("id -un", "--username", "nobody-of-that-name", "--output", "json")
            #expect(ending.code == 1)
            #expect(try result(ending).at("ErrorCode")?.text == "AccountNotExists")
            #expect(try result(ending).at("InvocationStatus")?.text == "Invalid")
        }
    }

    @Test("root runs scripts as another user", .enabled(if: Program.isRoot, "only root may become somebody else"))
    func otherUser() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.runScript(
                "id -un; id -Gn; cat /etc/shadow", "--username", "nobody", "--working-dir", "/", "--output", "json")
            let output = try result(ending).at("Output")?.text ?? ""
            #expect(output.hasPrefix("nobody\nnogroup\n"), "\(ending)")
            #expect(output.contains("Permission denied"))
            #expect(ending.code == 1)
        }
    }

    @Test("values take the places of names once and are not looked through again")
    func substitution() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.runScript(
                "printf '%s\\n' '{{a}}' '{{ b }}' '{{A}}'", "--parameter", "a={{b}}", "--parameter", "b=x=y=z",
                "--output", "text")
            #expect(ending.output == "{{b}}\nx=y=z\n{{b}}\n", "\(ending)")
        }
    }

    @Test("a value may be empty, and --parameters takes all of them as one object")
    func parameterForms() async throws {
        try await Workbench.with { bench in
            let empty = try await bench.runScript("echo '<{{a}}>'", "--parameter", "a=", "--output", "text")
            #expect(empty.output == "<>\n", "\(empty)")
            let object = try await bench.runScript(
                "echo '<{{a}}>'", "--parameters", #"{"a":"\u4e2d \"x\""}"#, "--output", "text")
            #expect(object.output == "<中 \"x\">\n", "\(object)")
        }
    }

    @Test("built-in names are what they are called")
    func builtIns() async throws {
        try await Workbench.with { bench in
            let script = [
                "RegionId", "InstanceId", "InstanceName", "InvokeId", "CommandId",
            ].map { "echo {{ACS::\($0)}}" }.joined(separator: "\n")
            let ending = try await bench.runScript(script, "--enable-parameter", "--output", "json")
            let result = try result(ending)
            let expected = [
                "local", Workbench.instance, Workbench.instance, result.at("InvokeId")?.text ?? "?",
                result.at("CommandId")?.text ?? "?",
            ]
            #expect(result.at("Output")?.text == expected.joined(separator: "\n") + "\n", "\(ending)")
        }
    }

    @Test("a launcher starts the script's file, with the wished ending")
    func launcher() async throws {
        try await Workbench.with { bench in
            let script = "import sys\nprint(6 * 7, sys.argv[0].endswith('.py'))\n"
            let ending = try await bench.flagdeck(
                [
                    "run", "--command-file", "-", "--wait", "--output", "text", "--launcher",
                    "python3 -u {{ACS::ScriptFileName|Ext(\".py\")}}",
                ] + target, input: script)
            #expect(ending.output == "42 True\n", "\(ending)")
        }
    }

    @Test("what our own environment holds stays with us")
    func environment() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.flagdeck(
                [
                    "run", "--command-content", "env", "--wait", "--output",
                    "text",
                ]
                    + target, environment: ["API_SECRET": "hunter2", "FLAGDECK_X": "hunter2"])
            #expect(ending.output.contains("PATH="))
            #expect(!ending.output.contains("hunter2"), "\(ending)")
        }
    }

    @Test("a dry run checks everything and runs nothing")
    func dryRun() async throws {
        try await Workbench.with { bench in
            let script = "echo ran >> \(bench.path("witness"))"
            let good = try await bench.runScript(script, "--repeat-mode", "DryRun")
            #expect(good.code == 0, "\(good)")
            let bad = try await bench.runScript(
                script, "--repeat-mode", "DryRun", "--username", "nobody-of-that-name", "--output", "json")
            #expect(bad.code == 1)
            #expect(try result(bad).at("ErrorCode")?.text == "AccountNotExists")
            #expect(bench.lines("witness").isEmpty)
        }
    }

    @Test("a client token that comes again is the same run, and with another call refused")
    func clientToken() async throws {
        try await Workbench.with { bench in
            let script = "echo ran >> \(bench.path("witness"))"
            let first = try await bench.runScript(script, "--client-token", "deploy-42")
            let again = try await bench.runScript(script, "--client-token", "deploy-42")
            #expect(try again.invokeID() == first.invokeID())
            #expect(again.code == 0)
            let other = try await bench.runScript("true", "--client-token", "deploy-42")
            #expect(other.refusal == "IdempotentParameterMismatch")
            #expect(other.code == 2)
            #expect(bench.lines("witness") == ["ran"])
        }
    }

    @Test("a kept command is run by its id, and one of the library by its name")
    func invoke() async throws {
        try await Workbench.with { bench in
            let words = ["--name", "greet", "--command-content", "echo hello {{who}}", "--enable-parameter"]
            let id = try await bench.flagdeck(["commands", "create"] + words).lines[0]
            let own = ["invoke", "--command-id", id, "--parameter", "who=you", "--wait", "--output", "text"]
            #expect(try await bench.flagdeck(own + target).output == "hello you\n")
            let library = ["invoke", "--command-id", "memory", "--wait", "--output", "text"]
            let ending = try await bench.flagdeck(library + target)
            #expect(ending.code == 0)
            #expect(ending.output.contains("Mem"), "\(ending)")
        }
    }
}

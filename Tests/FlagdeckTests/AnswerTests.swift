import CloudAssistant
import TestSupport
import Testing

private let target = ["--instance-id", Workbench.instance]

extension JSON {
    /// The value at a path of member names; a number picks an element.
    func at(_ path: String) -> JSON? {
        path.split(separator: ".").reduce(self) { value, name in
            guard let index = Int(name) else { return value?[String(name)] }
            guard let elements = value?.elements, elements.indices.contains(index) else { return nil }
            return elements[index]
        }
    }
}

extension Ending {
    /// The answer printed with `--output json`.
    func json() throws -> JSON {
        guard let value = JSON(parsing: output) else { throw Problem("no JSON: \(self)") }
        return value
    }
}

@Suite("What is printed", .timeLimit(.minutes(4))) struct AnswerTests {
    @Test("without --wait the invoke ID alone is printed, or the API's answer")
    func acknowledgement() async throws {
        try await Workbench.with { bench in
            let call = ["run", "--command-content", "echo hi"] + target
            for format in ["table", "text"] {
                let ending = try await bench.flagdeck(call + ["--output", format])
                #expect(ending.code == 0)
                #expect(ending.output.wholeMatch(of: /t-[0-9a-z]+\n/) != nil, "\(ending)")
                #expect(ending.errors.isEmpty)
            }
            let answer = try await bench.flagdeck(call + ["--output", "json"]).json()
            #expect(answer.at("InvokeId")?.text?.hasPrefix("t-") == true)
            #expect(answer.at("CommandId")?.text?.hasPrefix("c-") == true)
            #expect(answer.at("RequestId")?.text?.wholeMatch(of: /[0-9A-F-]{36}/) != nil)
        }
    }

    @Test("with --wait the results are printed: as the API's answer, as a table, or as the bare output")
    func results() async throws {
        try await Workbench.with { bench in
            let answer = try await bench.runScript("echo hi; echo oops >&2; exit 3", "--output", "json")
            #expect(answer.code == 1)
            let result = try answer.json().at("Invocation.InvocationResults.InvocationResult.0")
            #expect(result?.at("InstanceId")?.text == Workbench.instance)
            #expect(result?.at("InvocationStatus")?.text == "Failed")
            #expect(result?.at("ExitCode") == 3)
            #expect(result?.at("ErrorCode")?.text == "ExitCodeNonzero")
            #expect(result?.at("Output")?.text == "hi\noops\n")
            let text = try await bench.runScript("echo hi; exit 3", "--output", "text")
            #expect(text.code == 1)
            #expect(text.output == "hi\n")
            #expect(text.errors.contains("ExitCodeNonzero"))
            let table = try await bench.runScript("echo hi; exit 3")
            let heading = ["INVOKE", "ID", "INSTANCE", "STATUS", "EXIT", "ERROR", "CODE", "TIME"]
            #expect(table.lines[0].split(separator: " ").map(String.init) == heading)
            #expect(table.output.contains("--- i-test\nhi\n"))
        }
    }

    @Test(
        "every list has its three formats",
        arguments: [
            (["regions"], "Regions.Region.0.RegionId", "REGION ID"),
            (["instances"], "Instances.Instance.0.InstanceId", "INSTANCE ID"),
            (
                ["instances", "status"], "InstanceCloudAssistantStatusSet.InstanceCloudAssistantStatus.0.InstanceId",
                "INSTANCE ID"
            ),
            (["commands", "--provider", "Flagdeck.Starter"], "Commands.Command.0.CommandId", "COMMAND ID"),
            (["invocations"], "Invocations.Invocation.0.InvokeId", "INVOKE ID"),
            (["results"], "Invocation.InvocationResults.InvocationResult.0.InvokeId", "INVOKE ID"),
        ])
    func lists(_ words: [String], _ path: String, _ heading: String) async throws {
        try await Workbench.with { bench in
            _ = try await bench.runScript("true")
            let answer = try await bench.flagdeck(words + ["--output", "json"])
            #expect(answer.code == 0)
            #expect(try answer.json().at(path)?.text != nil)
            let table = try await bench.flagdeck(words)
            #expect(table.output.hasPrefix(heading))
            #expect(table.lines.allSatisfy { !$0.hasSuffix(" ") })
            let text = try await bench.flagdeck(words + ["--output", "text"])
            #expect(!text.output.contains(heading))
            for ending in [answer, table, text] { #expect(!ending.bytes.contains(0x1b)) }
        }
    }

    @Test("lists go on where they ended, by token and by page")
    func paging() async throws {
        try await Workbench.with { bench in
            for number in 1...3 { _ = try await bench.runScript("echo \(number)", "--name", "run-\(number)") }
            let list = ["invocations", "--output", "json"]
            let first = try await bench.flagdeck(list + ["--max-results", "2"]).json()
            let token = try #require(first.at("NextToken")?.text)
            #expect(first.at("Invocations.Invocation.0.CommandName")?.text == "run-3")
            #expect(first.at("TotalCount") == 3)
            let rest = try await bench.flagdeck(list + ["--max-results", "2", "--next-token", token]).json()
            #expect(rest.at("Invocations.Invocation")?.elements?.count == 1)
            #expect(rest.at("Invocations.Invocation.0.CommandName")?.text == "run-1")
            #expect(rest.at("NextToken")?.text == "")
            let page = try await bench.flagdeck(list + ["--page-size", "1", "--page-number", "2"]).json()
            #expect(page.at("Invocations.Invocation.0.CommandName")?.text == "run-2")
            let table = try await bench.flagdeck(["invocations", "--max-results", "2"])
            #expect(table.errors == "More: --next-token \(token)\n")
        }
    }

    @Test("all results of an invocation are shown, however many instances it has")
    func manyInstances() async throws {
        let ids = (1...60).map { "i-\($0)" }
        let file = ids.map { "[[instance]]\nid = \"\($0)\"\ntags = { role = \"web\" }\n" }.joined()
        try await Workbench.with(instances: file) { bench in
            let script = [
                "--command-content", "echo {{ACS::InstanceId}}; test {{ACS::InstanceId}} != i-7", "--enable-parameter",
            ]
            let ending = try await bench.flagdeck(
                ["run", "--resource-tag", "role=web", "--wait", "--output", "json"] + script)
            #expect(ending.code == 1)
            let results = try ending.json().at("Invocation.InvocationResults.InvocationResult")?.elements ?? []
            #expect(Set(results.compactMap { $0.at("InstanceId")?.text }) == Set(ids))
            for result in results { #expect(result.at("Output")?.text == "\(result.at("InstanceId")?.text ?? "")\n") }
            let failed = results.filter { $0.at("InvocationStatus")?.text != "Success" }
            #expect(failed.compactMap { $0.at("InstanceId")?.text } == ["i-7"])
            let text = try await bench.flagdeck(["results", "--invoke-id", ending.invokeID(), "--output", "text"])
            #expect(text.lines.filter { $0.hasPrefix("==> ") }.count == 60)
        }
    }

    @Test("a reader that goes away takes nothing with it")
    func brokenPipe() async throws {
        try await Workbench.with { bench in
            let words = "run --state-dir \(bench.state) --instance-id \(Workbench.instance)"
            let script = "'echo ran >> \(bench.path("witness"))'"
            let ending = try await bench.command([
                "bash", "-c", "\(Program.path) \(words) --command-content \(script) | true; echo ${PIPESTATUS[0]}",
            ])
            #expect(ending.output == "0\n", "\(ending)")
            try await eventually("the script runs") { bench.lines("witness") == ["ran"] }
        }
    }

    @Test("closed standard streams do not lead our files into their place")
    func closedStreams() async throws {
        try await Workbench.with { bench in
            let words = "run --state-dir \(bench.state) --instance-id \(Workbench.instance) --wait"
            let ending = try await bench.command([
                "sh", "-c", "\(Program.path) \(words) --command-content 'echo hi' <&- >&- 2>&-",
            ])
            #expect(ending.code == 0)
            let answer = try await bench.flagdeck(["results", "--output", "text"])
            #expect(answer.output == "hi\n")
        }
    }

    @Test("a full disk behind standard output is told")
    func fullOutput() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.command([
                "sh", "-c", "\(Program.path) regions --state-dir \(bench.state) > /dev/full",
            ])
            #expect(ending.code == 2)
            #expect(ending.errors.hasPrefix("flagdeck: Not everything could be printed: No space left"), "\(ending)")
        }
    }

    @Test("scripts and outputs keep their letters whatever the locale is", arguments: ["C", "POSIX", "xx_YY.bogus"])
    func locale(_ locale: String) async throws {
        try await Workbench.with { bench in
            let ending = try await bench.flagdeck(
                ["run", "--command-content", "echo 你好 é", "--wait", "--output", "text"] + target,
                environment: ["LC_ALL": locale])
            #expect(ending.output == "你好 é\n", "\(ending)")
            #expect(ending.code == 0)
        }
    }
}

import CloudAssistant
import Testing

private let file = """
    [[instance]]
    id = "i-web-1"
    name = "web-1"
    tags = { role = "web", zone = "a" }
    resource_group = "rg-web"

    [[instance]]
    id = "i-web-2"
    tags = { role = "web", zone = "b" }

    [[instance]]
    id = "i-off"
    status = "Stopped"

    [[instance]]
    id = "i-win"
    os = "windows"
    """

@Suite("Instances of instances.toml", .timeLimit(.minutes(4))) struct InstanceTests {
    private func ids(_ bench: Workbench, _ words: String...) async throws -> [String] {
        let text = try await bench.flagdeck(["instances", "--output", "text"] + words).lines
        return text.compactMap { $0.split(separator: "\t").first.map(String.init) }.filter { $0.hasPrefix("i-") }
    }

    /// The outcomes by instance.
    private func outcomes(_ ending: Ending) throws -> [String: String] {
        let results = try ending.json().at("Invocation.InvocationResults.InvocationResult")?.elements ?? []
        let pairs = results.map { ($0.at("InstanceId")?.text ?? "?", $0.at("ErrorCode")?.text ?? "?") }
        return Dictionary(pairs) { first, _ in first }
    }

    @Test("they are found by tag, name, status and group beside this machine")
    func filters() async throws {
        try await Workbench.with(instances: file) { bench in
            let all = try await ids(bench)
            #expect(all.count == 5)
            #expect(try await ids(bench, "--tag", "role=web") == ["i-web-1", "i-web-2"])
            #expect(try await ids(bench, "--tag", "role=web", "--tag", "zone=b") == ["i-web-2"])
            #expect(try await ids(bench, "--tag", "role") == ["i-web-1", "i-web-2"])
            #expect(try await ids(bench, "--instance-name", "web*") == ["i-web-1"])
            #expect(try await ids(bench, "--status", "Stopped") == ["i-off"])
            #expect(try await ids(bench, "--resource-group-id", "rg-web") == ["i-web-1"])
            #expect(try await ids(bench, "--instance-id", "i-win", "--instance-id", "i-none") == ["i-win"])
        }
    }

    @Test("a run by tags reaches every instance that has them all, each once")
    func resourceTags() async throws {
        try await Workbench.with(instances: file) { bench in
            let run = [
                "run", "--command-content", "echo {{ACS::InstanceId}} >> \(bench.path("witness"))",
                "--enable-parameter",
                "--wait", "--output", "json", "--resource-tag", "role=web",
            ]
            let all = try await bench.flagdeck(run)
            #expect(try outcomes(all) == ["i-web-1": "", "i-web-2": ""])
            #expect(bench.lines("witness").sorted() == ["i-web-1", "i-web-2"])
            let one = try await bench.flagdeck(run + ["--resource-tag", "zone=b"])
            #expect(try outcomes(one) == ["i-web-2": ""])
        }
    }

    @Test("tags are given and taken away at any time, and count at once")
    func tagging() async throws {
        try await Workbench.with(instances: file) { bench in
            let given = try await bench.flagdeck(["instances", "tag", "i-off", "role=web", "blank"])
            #expect(given.code == 0)
            #expect(try await bench.flagdeck(["instances", "tag", "i-web-2", "role=db"]).code == 0)
            #expect(try await ids(bench, "--tag", "role=web") == ["i-off", "i-web-1"])
            #expect(try await ids(bench, "--tag", "blank") == ["i-off"])
            #expect(try await bench.flagdeck(["instances", "tag", "i-off", "--remove", "role"]).code == 0)
            #expect(try await ids(bench, "--tag", "role=web") == ["i-web-1"])
        }
    }

    @Test("what cannot be reached has its own outcome, and the rest runs")
    func unreachable() async throws {
        try await Workbench.with(instances: file) { bench in
            let run = ["run", "--command-content", "true", "--wait", "--output", "json"]
            let mixed = try await bench.flagdeck(run + ["--instance-id", "i-off", "--instance-id", "i-web-1"])
            #expect(mixed.code == 1)
            #expect(try outcomes(mixed) == ["i-off": "InstanceNotRunning", "i-web-1": ""])
            let windows = try await bench.flagdeck(run + ["--instance-id", "i-win"])
            #expect(windows.refusal == "InvalidInstance.NotMatch")
            let shell = try await bench.flagdeck(run + ["--instance-id", "i-win", "--type", "RunPowerShellScript"])
            #expect(shell.code == 1)
            #expect(try outcomes(shell) == ["i-win": "ClientNotOnline"])
            let status = try await bench.flagdeck(["instances", "status", "--instance-id", "i-win", "--output", "text"])
            #expect(status.output.hasPrefix("i-win\tfalse\t-\t"), "\(status)")
        }
    }

    @Test("an instance of a group is reached by calls of that group only when they name one")
    func resourceGroups() async throws {
        try await Workbench.with(instances: file + "\n[[instance]]\nid = \"i-db\"\nresource_group = \"rg-db\"\n") {
            bench in
            let run = ["run", "--command-content", "true", "--wait", "--instance-id", "i-web-1"]
            #expect(try await bench.flagdeck(run + ["--resource-group-id", "rg-web"]).code == 0)
            let refused = try await bench.flagdeck(run + ["--resource-group-id", "rg-db"])
            #expect(refused.refusal == "Operation.Forbidden", "\(refused)")
        }
    }
}

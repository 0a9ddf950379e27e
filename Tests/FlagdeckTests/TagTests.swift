import CloudAssistant
import Testing

@Suite("Tags of commands and invocations", .timeLimit(.minutes(3))) struct TagTests {
    @Test("they are given, listed, found by and taken away")
    func tags() async throws {
        try await Workbench.with { bench in
            let made = try await bench.flagdeck(["commands", "create", "--name", "n", "--command-content", "true"])
            let id = try #require(made.lines.first)
            let resource = ["--resource-type", "command", "--resource-id", id]
            let given = try await bench.flagdeck(["tags", "add"] + resource + ["--tag", "team=web", "--tag", "blank"])
            #expect(given.code == 0 && given.output.isEmpty, "\(given)")
            let listed = try await bench.flagdeck(["tags"] + resource + ["--output", "text"])
            #expect(listed.output == "\(id)\tblank\t\n\(id)\tteam\tweb\n")
            let answer = try await bench.flagdeck(["tags", "list"] + resource + ["--output", "json"]).json()
            #expect(answer.at("TagResources.TagResource.1.TagValue")?.text == "web")
            for (tag, count) in [("team=web", 1), ("team", 1), ("team=db", 0)] {
                let found = try await bench.flagdeck(["commands", "--tag", tag, "--output", "json"]).json()
                #expect(found.at("Commands.Command")?.elements?.count == count, "\(tag)")
            }
            let removed = try await bench.flagdeck(["tags", "remove"] + resource + ["--tag-key", "team"])
            #expect(removed.code == 0)
            #expect(try await bench.flagdeck(["tags", "remove"] + resource + ["--all", "--output", "json"]).code == 0)
            #expect(try await bench.flagdeck(["tags"] + resource + ["--output", "text"]).output.isEmpty)
        }
    }

    @Test("instances are named by the API's own list too")
    func instanceIDs() async throws {
        try await Workbench.with(instances: "[[instance]]\nid = \"i-1\"\n") { bench in
            for (list, count) in [("[\"i-1\",\"i-none\"]", 1), ("[]", 0)] {
                let found = try await bench.flagdeck(["instances", "--instance-ids", list, "--output", "json"]).json()
                #expect(found.at("Instances.Instance")?.elements?.count == count)
            }
        }
    }
}

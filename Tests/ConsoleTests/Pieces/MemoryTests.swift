import CloudAssistant
import Testing

@testable import Console

@Suite struct MemoryTests {
    private func form(_ names: [String], _ id: String = "c-1") -> Form {
        let command = Command(
            id: CommandID(id), name: "x", type: .shell, content: names.map { "{{\($0)}}" }.joined(),
            enablesParameters: true,
            parameters: names.map { ParameterDefinition(name: $0) }, created: Samples.start)
        return Form(command, in: Samples.hangzhou)
    }

    private func kept(_ values: [String], _ name: String = "unit") -> Memory {
        var memory = Memory()
        for value in values {
            var form = form([name])
            form.set(.parameter(name), to: value)
            memory.keep(form)
        }
        return memory
    }

    @Test func keepsTheNewestValuesFirstAndEachOnce() {
        let memory = kept(["a", "b", "a", "c"])
        #expect(memory.recents("unit", of: form(["unit"]).command) == ["c", "a", "b"])
        #expect(memory.recents("UNIT", of: form(["unit"]).command) == ["c", "a", "b"])
        #expect(memory.recents("unit", of: form(["unit"], "c-2").command) == [])
    }

    @Test func keepsSoManyValuesAndNoLongOnes() {
        let memory = kept((1...20).map { "\($0)" } + ["", String(repeating: "x", count: 513)])
        #expect(memory.recents("unit", of: form(["unit"]).command) == (13...20).reversed().map { "\($0)" })
    }

    @Test(arguments: ["password", "db_passwd", "API-Key", "accessToken", "ClientSecret"])
    func neverKeepsASecret(_ name: String) throws {
        let memory = kept(["hunter2"], name)
        #expect(memory == Memory())
        #expect(!memory.json.compactText.contains("hunter2"))
    }

    @Test func neverKeepsAScript() {
        var alice = Operator()
        alice.run("echo topsecret {{who}}")
        #expect(!alice.state.memory.json.compactText.contains("topsecret"))
    }

    @Test func comesBackFromAFile() {
        var memory = kept(["a b", "数据", "\u{1B}[31m", "\"\\\n"])
        memory.region = "cn-beijing"
        memory.columns = ["name", "tags"]
        memory.keep(choice: "theme mono")
        #expect(Memory(memory.json) == memory)
        #expect(JSON(parsing: memory.json.prettyText).map { Memory($0) } == memory)
        #expect(Memory(Memory().json) == Memory())
    }

    @Test(arguments: [
        "null", "[]", "1", "\"x\"", "{}", #"{"region":1,"columns":"name","choices":{},"recents":[]}"#,
        #"{"region":"","columns":[1,null,{}],"choices":[[]],"recents":{"a":1,"b":[null,2]}}"#,
    ]) func leavesOutWhatDoesNotFit(_ text: String) throws {
        let memory = Memory(try #require(JSON(parsing: text)))
        #expect(memory.region == nil)
        #expect(memory.columns == [] && memory.choices == [])
        #expect(memory.recents.values.allSatisfy { $0.isEmpty })
    }

    @Test func doesNotGrowByAFile() throws {
        let many = JSON.array((0..<5000).map { .string("\($0 % 3000)") })
        let long = JSON.array([.string(String(repeating: "x", count: 100_000)), "a", "a", ""])
        let recents = JSON.object((0..<5000).map { JSON.Member("k\($0)", $0 == 0 ? long : many) })
        let memory = Memory(["columns": many, "choices": many, "recents": recents])
        #expect(memory.columns.count <= 64 && memory.choices.count <= 8)
        #expect(memory.recents.count <= 200 && memory.recents.values.allSatisfy { $0.count <= 8 })
        #expect(memory.recents["k0"] == ["a"])
    }

    @Test func showsNoColumnTwice() {
        let memory = Memory(["columns": ["name", "name", "colour", "tags"]])
        let alice = Operator { $0.memory = memory }
        #expect(alice.state.columns == [.name, .tags])
    }
}

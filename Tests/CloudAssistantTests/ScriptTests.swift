import Testing

@testable import CloudAssistant

/// ECS API, InvokeCommand, Parameters: the script of a run.
@Suite struct ScriptTests {
    static let filled: [(content: String, values: [String: String], text: String)] = [
        ("echo {{name}}", ["name": "Jack"], "echo Jack"),
        ("echo {{ name }}", ["NAME": "Jack"], "echo Jack"),
        ("echo {{Name}}{{name}}", ["nAmE": "x"], "echo xx"),
        ("echo '{{name}}'", [:], "echo ''"),
        ("{{a}} {{b}}", ["a": "{{b}}", "b": "{{a}}"], "{{b}} {{a}}"),
        ("{{a}}", ["a": "{{ACS::InstanceId}}"], "{{ACS::InstanceId}}"),
        ("{{a}}", ["a": "{{oos-secret:key}}"], "{{oos-secret:key}}"),
        ("{{a}}{{b}}", ["a": "{{", "b": "ACS::InstanceId}}"], "{{ACS::InstanceId}}"),
        ("{{a}}", ["a": "$(id) `id` \\1 \\0 $& %s"], "$(id) `id` \\1 \\0 $& %s"),
        ("{{ACS::RegionId}}", [:], "cn-hangzhou"),
        ("{{ACS::AccountId}}", [:], "1234"),
        ("{{ACS::InstanceId}}", [:], "i-1"),
        ("{{ACS::InstanceName}}", [:], "web one"),
        ("{{ACS::InvokeId}}", [:], "t-1"),
        ("{{ ACS :: CommandId }}", [:], "c-1"),
    ]

    @Test(arguments: filled) func placesAreFilledInOnePass(
        _ content: String, _ values: [String: String], _ text: String
    ) {
        let script = Script.text(of: command(content), ParameterValues(passed: values), in: surroundings)
        #expect(script == text)
    }

    @Test func aNameOfAnInstanceIsNotLookedAtAgain() {
        var named = surroundings
        named.instanceName = "{{name}}"
        let script = Script.text(
            of: command("{{ACS::InstanceName}} {{name}}"), ParameterValues(passed: ["name": "x"]), in: named)
        #expect(script == "{{name}} x")
    }

    @Test(arguments: filled.map(\.content)) func nothingIsFilledInWhereParametersAreOff(_ content: String) {
        let off = command(content, enablesParameters: false, parameters: [])
        #expect(Script.text(of: off, .none, in: surroundings) == content)
        #expect(Script.unknownBuiltIn(in: off) == nil)
    }

    @Test(arguments: Script.builtInNames) func knownBuiltInsAreKnown(_ name: String) {
        #expect(Script.unknownBuiltIn(in: command("{{ACS::\(name)}}")) == nil)
        #expect(surroundings.value(name) != nil)
    }

    @Test func theBuiltInsAreTheSixOfTheReference() {
        let names = ["RegionId", "AccountId", "InstanceId", "InstanceName", "InvokeId", "CommandId"]
        #expect(Set(Script.builtInNames) == Set(names))
    }

    @Test(arguments: ["Nothing", "ScriptFileName", "Instance-Id", "RegionId.x"])
    func unknownBuiltInsAreFoundAndLeftAsTheyAre(_ name: String) {
        let command = command("echo {{ACS::RegionId}} {{ACS::\(name)}}")
        #expect(Script.unknownBuiltIn(in: command) == name)
        #expect(Script.text(of: command, .none, in: surroundings) == "echo cn-hangzhou {{ACS::\(name)}}")
    }

    static func refused(_ command: Command, _ values: [String: String] = [:]) -> APIErrorCode? {
        refusal { try Script.check(command, ParameterValues(passed: values), Limits()) }
    }

    @Test func aScriptMayNotGrowOver24KB() {
        let doubled = command("{{a}}{{a}}")
        #expect(Self.refused(doubled, ["a": letters(9216)]) == nil)
        #expect(Self.refused(doubled, ["a": letters(9217)]) == .cmdContentExceedLimit)
    }

    @Test func storedParametersCountAsTheyAreWritten() {
        let content = "{{oos-secret:key}}{{a}}"
        let room = 18_432 - "{{oos-secret:key}}".utf8.count
        #expect(Self.refused(command(content), ["a": letters(room)]) == nil)
        #expect(Self.refused(command(content), ["a": letters(room + 1)]) == .cmdContentExceedLimit)
    }
}

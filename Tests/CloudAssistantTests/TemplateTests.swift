import Testing

@testable import CloudAssistant

/// ECS API, InvokeCommand, Parameters: the places of a script.
@Suite struct TemplateTests {
    static let places: [(script: String, parts: [Template.Part])] = [
        ("", []),
        ("date", [.text("date")]),
        ("{{name}}", [.parameter("name")]),
        ("a{{name}}b", [.text("a"), .parameter("name"), .text("b")]),
        ("{{ name }}", [.parameter("name")]),
        ("{{\n\tname\r\n}}", [.parameter("name")]),
        ("{{a}}{{b}}", [.parameter("a"), .parameter("b")]),
        ("{{}}", [.malformed("")]),
        ("{{ACS::InstanceId}}", [.builtIn("InstanceId")]),
        ("{{ ACS::InstanceId }}", [.builtIn("InstanceId")]),
        ("{{ACS :: InstanceId}}", [.builtIn("InstanceId")]),
        ("{{oos:key}}", [.stored(name: "key", isSecret: false)]),
        ("{{ oos-secret : my.key }}", [.stored(name: "my.key", isSecret: true)]),
        ("{{{name}}}", [.text("{"), .parameter("name"), .text("}")]),
        ("{{{{name}}}}", [.text("{{"), .parameter("name"), .text("}}")]),
        ("{{a {{b}} }}", [.text("{{a "), .parameter("b"), .text(" }}")]),
        ("{name}", [.text("{name}")]),
        ("{{name}", [.text("{{name}")]),
        ("{ {name}}", [.text("{ {name}}")]),
        ("{{name", [.text("{{name")]),
        ("{{", [.text("{{")]),
        ("}}{{", [.text("}}{{")]),
        ("{{a + b}}", [.text("{{a + b}}")]),
        ("目{{name}}録", [.text("目"), .parameter("name"), .text("録")]),
        ("{{name}}\u{301}", [.parameter("name"), .text("\u{301}")]),
    ]

    @Test(arguments: places) func placesAreFound(_ script: String, _ parts: [Template.Part]) {
        #expect(Template(script).parts == parts)
    }

    @Test(arguments: places.map(\.script)) func partsMakeTheScriptAgain(_ script: String) {
        #expect(Array(Template(script).filled { _ in nil }.utf8) == Array(script.utf8))
    }

    @Test func namesAreListedOnceInOrder() {
        #expect(Template("{{b}}{{a}}{{B}}{{ b }}{{ACS::a}}{{oos:c}}").parameterNames == ["b", "a"])
    }

    @Test func whatIsPutInIsNotLookedAtAgain() {
        let filled = Template("{{a}}-{{b}}").filled { $0 == .parameter("a") ? "{{b}}" : "{{a}}" }
        #expect(filled == "{{b}}-{{a}}")
    }

    @Test func aValueCannotCloseAnotherPlace() {
        #expect(Template("{{{a}}}{x}}").filled { _ in "{" } == "{{}{x}}")
    }

    static let longOnes: [String] = [
        String(repeating: "{", count: 200_000),
        String(repeating: "}", count: 200_000),
        String(repeating: "{{a", count: 70_000),
        String(repeating: "{{ ", count: 70_000),
        String(repeating: "{{a}", count: 50_000),
        String(repeating: "{{}", count: 70_000),
        "{{" + String(repeating: " ", count: 200_000),
        String(repeating: "{{ }", count: 50_000) + "}}",
    ]

    @Test(arguments: longOnes.indices) func anyBracesTakeLinearTime(_ index: Int) {
        let script = Self.longOnes[index]
        var template = Template("")
        let time = ContinuousClock().measure { template = Template(script) }
        #expect(template.filled { _ in nil }.utf8.count == script.utf8.count)
        #expect(time < .seconds(1))
    }

    @Test func manyPlacesTakeLinearTime() {
        let script = String(repeating: "{{a}}", count: 40_000)
        var filled = ""
        let time = ContinuousClock().measure { filled = Template(script).filled { _ in "xyz" } }
        #expect(filled.utf8.count == 120_000)
        #expect(time < .seconds(1))
    }
}

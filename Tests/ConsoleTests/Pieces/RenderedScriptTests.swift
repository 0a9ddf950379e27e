import Testing

@testable import Console

@Suite struct RenderedScriptTests {
    private func rendered(_ content: String) -> RenderedScript {
        RenderedScript(content) { name in (name == "empty" ? "" : "<\(name)>", isSecret: name == "token") }
    }

    @Test(arguments: [
        ("echo hi", "echo hi"), ("{{a}}{{b}}", "<a><b>"), ("{{ a }}", "<a>"), ("x{{empty}}y", "xy"),
        ("{{ACS::InstanceId}}", "{{ACS::InstanceId}}"), ("{{{{a}}}}", "{{<a>}}"), ("{{", "{{"), ("{{}}", "{{}}"),
        ("", ""),
    ]) func fillsPlacesIn(_ content: String, _ text: String) { #expect(rendered(content).text == text) }

    @Test func hidesSecretsWhereItIsShownAndNowhereElse() {
        let script = rendered("login {{token}} {{user}}")
        #expect(script.text == "login <token> <user>")
        #expect(script.shown == "login \(RenderedScript.mask) <user>")
        #expect(script.pieces.map(\.origin) == [.script, .secret, .script, .value])
    }

    @Test(arguments: [
        ("", 1), ("a", 1), ("a\n", 2), ("a\r\nb", 2), ("\n\n", 3), ("a\u{2028}b\rc", 1), ("a\n\u{301}b", 2),
    ])
    func countsLinesAsAShellDoes(_ text: String, _ count: Int) {
        #expect(RenderedScript.lines(text).count == count)
        #expect(RenderedScript.lines(text).joined(separator: "\n").utf8.elementsEqual(text.utf8))
    }

    @Test func showsEveryLineOfAScriptFromAnotherSystem() {
        let lines = ScriptLines(RenderedScript(plain: "first\r\nrm -rf /\r\nlast"), width: 40)
        #expect(lines.count == 3)
        #expect(lines.rows.count == 3)
    }
}

import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct FormTests {
    struct Case: Sendable {
        let fill: [(Form.Place, String)]
        let code: String
        let place: Form.Place

        init(_ code: String, at place: Form.Place, _ fill: (Form.Place, String)...) {
            self.code = code
            self.place = place
            self.fill = fill
        }
    }

    static let refusals = [
        Case("MissingParameter", at: .content),
        Case("InvalidParameter.Timeout", at: .timeout, (.content, "true"), (.timeout, "9")),
        Case("InvalidParameter.Timeout", at: .timeout, (.content, "true"), (.timeout, "0")),
        Case("InvalidTimeout.ExceedLimit", at: .timeout, (.content, "true"), (.timeout, "86401")),
        Case(
            "InvalidParameter.WorkingDir", at: .workingDirectory, (.content, "true"),
            (.workingDirectory, String(repeating: "/a", count: 150))),
    ]

    @Test(arguments: refusals) func putsTheCursorWhereTheRefusalIs(_ example: Case) {
        var alice = Operator(Size(rows: 40, columns: 140))
        alice.type("x")
        for (place, text) in example.fill {
            while let form = alice.form, form.place != place { alice.press(.tab) }
            alice.press(.control("u"))
            alice.type(text)
        }
        alice.goToPreview()
        #expect(alice.form?.error?.code.text == example.code)
        #expect(alice.form?.place == example.place)
        #expect(alice.state.problems.current?.code == example.code)
        #expect(rows(of: ["✗ \(example.code)", "Fix: "], in: alice.screen, after: example.place))
        #expect(alice.service.sent.isEmpty)
        // Typing takes the error away.
        alice.type("1")
        #expect(alice.form?.error == nil)
    }

    /// True when some words stand between the label of a field and the next label.
    private func rows(of words: [String], in screen: String, after place: Form.Place) -> Bool {
        let labels: [(Form.Place, String)] = [
            (.content, "│ Script "), (.timeout, "│ Timeout (s) "), (.username, "│ User "),
            (.workingDirectory, "│ Directory "), (.terminationMode, "│ On stop ends "),
        ]
        let rows = screen.split(separator: "\n").map(String.init)
        guard let index = labels.firstIndex(where: { $0.0 == place }),
            let start = rows.firstIndex(where: { $0.contains(labels[index].1) }),
            let end = rows.firstIndex(where: { $0.contains(labels[index + 1].1) })
        else { return false }
        return words.allSatisfy { word in rows[start..<end].contains { $0.contains(word) } }
    }

    @Test func namesTheParameterThatIsMissing() {
        var alice = Operator()
        alice.type("3\n")
        alice.press(.tab)
        alice.goToPreview()
        #expect(alice.form?.place == .parameter("service"))
        #expect(alice.form?.error?.code == APIError.Code(.parameterMissingValue))
    }

    @Test func makesParametersFromTheTypedScript() {
        var alice = Operator()
        alice.prepare("echo {{who}} {{Who}} {{ACS::InstanceId}} {{what}}")
        #expect(alice.form?.parameterNames == ["who", "what"])
        alice.press(.tab)
        alice.type("you")
        alice.press(.tab)
        alice.type("now")
        alice.goToPreview()
        #expect(alice.preview?.script == "echo you you {{ACS::InstanceId}} now")
    }

    @Test(arguments: [
        ("true", false), ("echo {{x}}", true), ("echo {{ACS::RegionId}}", true), ("echo ${x:-{{1 + 1}}}", false),
        ("echo {{}}", false),
    ]) func asksForParametersWhereTheScriptHasPlaces(_ script: String, _ isEnabled: Bool) {
        var form = Form(nil, on: Samples.targets, in: Samples.hangzhou)
        form.content = TextField(script)
        guard case .run(let request) = form.request else {
            Issue.record("not a RunCommand")
            return
        }
        #expect(request.command.enablesParameters == isEnabled)
    }

    @Test func takesDigitsOnlyForTheTimeout() {
        var alice = Operator()
        alice.prepare("true")
        alice.press(.tab, .control("u"))
        alice.type("3a-0 １")
        alice.take(.paste("x5\n"))
        #expect(alice.form?.timeout.text == "305")
        alice.press(.control("u"))
        #expect(alice.form?.request.draft.timeoutSeconds == nil)
    }

    @Test func doesNotLoseATypedScriptByOneKey() {
        for key in [Key.escape, .control("c")] {
            var alice = Operator()
            alice.prepare("rm -rf /tmp/x")
            alice.press(key)
            #expect(alice.form?.content.text == "rm -rf /tmp/x")
            #expect(alice.screen.contains("Once more to leave"))
            alice.press(.tab, key)
            #expect(alice.form != nil)
            alice.press(key)
            #expect(alice.form == nil)
        }
        var bob = Operator()
        bob.type("x")
        bob.press(.escape)
        #expect(bob.form == nil)
    }

    @Test func goesBackFromThePreviewWithEverythingKept() {
        var alice = Operator()
        alice.prepare("echo {{a}}")
        alice.press(.tab)
        alice.type("b")
        let before = alice.form
        alice.goToPreview()
        alice.press(.control("c"))
        #expect(alice.form?.content == before?.content)
        #expect(alice.form?.values == before?.values)
    }

    @Test func pastesLinesIntoTheScriptAndOneLineElsewhere() {
        var alice = Operator()
        alice.type("x")
        alice.take(.paste("one\ntwo\n\tthree"))
        #expect(alice.form?.content.text == "one\ntwo\n\tthree")
        alice.press(.tab, .tab)
        alice.take(.paste("ro\not\r\n\u{2028}"))
        #expect(alice.form?.username.text == "root")
        #expect(alice.service.sent.isEmpty)
    }

    @Test func neverTakesAPasteForKeys() {
        var alice = Operator()
        alice.take(.paste("q\nx\n1\n"))
        #expect(alice.state.modal == nil)
        #expect(!alice.effects.contains(.quit))
        alice.run("true")
        alice.prepare("true")
        alice.goToPreview()
        alice.take(.paste("1\n"))
        #expect(alice.service.sent.count == 1)
        #expect(alice.preview?.answer.text == "")
    }

    @Test func showsEveryLineOfTheScriptUnaltered() throws {
        var alice = Operator()
        let long = String(repeating: "abcdefghij", count: 20)
        alice.type("x")
        alice.take(.paste("rm -rf /\recho safe\n\u{1B}[2Khidden\n\(long)\nlast\u{202E}"))
        alice.goToPreview()
        let preview = try #require(alice.preview)
        let text = PreviewText(preview, alice.state)
        let all = text.lines.map(\.plain).joined(separator: "\n")
        #expect(all.contains("rm -rf / echo safe"))
        #expect(all.contains("\u{FFFD}[2Khidden"))
        #expect(all.contains("last\u{FFFD}"))
        let letters = text.lines.dropFirst(2).dropLast().map { $0.plain.dropFirst(3) }.joined()
        #expect(letters == long)
        for _ in 0..<50 { alice.press(.down) }
        #expect(alice.screen.contains("last"))
        for _ in 0..<50 { alice.press(.up) }
        #expect(alice.screen.contains("rm -rf /"))
    }

    @Test func saysWhatWasLeftEmpty() {
        var alice = Operator()
        alice.prepare("rm -rf /srv/{{dir}} {{other}}")
        alice.goToPreview()
        #expect(alice.screen.contains("Left empty     2: {{dir}}, {{other}}"))
        #expect(alice.screen.contains("rm -rf /srv/ "))
    }

    @Test func showsTheWholeShellLineWhereTheScriptLeavesRoom() throws {
        var alice = Operator()
        alice.prepare(String(repeating: "x", count: 200))
        alice.goToPreview()
        let line = ShellLine.text(try #require(alice.preview).form)
        let facts = PreviewText(try #require(alice.preview), alice.state).facts
        let shown = facts.drop { !$0.text.plain.hasPrefix("flagdeck run") }.map(\.text.plain).joined()
        #expect(shown.filter { $0 != " " } == line.filter { $0 != " " })
    }

    @Test func saysWhichTargetsAreNotReady() {
        var alice = Operator()
        alice.type("ax")
        #expect(alice.screen.contains("Targets        5: web-01, web-02, 数据库主库-01, batch-old, win-01"))
        #expect(alice.screen.contains("Not ready      2: batch-old Stopped, win-01 offline"))
    }

    @Test func keepsTheFieldWithTheCursorInSight() {
        let names = (0..<15).map { "p\($0)" }
        var alice = Operator(Size(rows: 14, columns: 60))
        alice.prepare(names.map { "{{\($0)}}" }.joined(separator: " "))
        for place in alice.form?.places ?? [] {
            while let form = alice.form, form.place != place { alice.press(.tab) }
            if case .parameter(let name) = place { #expect(alice.screen.contains("│ \(name) ")) }
            if place == .terminationMode { #expect(alice.screen.contains("< Process >")) }
            #expect(alice.screen.contains("Preview (nothing sent)"))
        }
    }
}

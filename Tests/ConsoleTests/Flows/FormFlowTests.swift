import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct FormFlowTests {
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

    @Test(arguments: refusals) func putsTheCursorWhereARuleIsBroken(_ example: Case) {
        let session = Session().type("!").doing { fill(example.fill, &$0) }.preview()
            .isOn(example.place).sees("✗ \(example.code)", "Why: ", "Fix: ").hasSent(0)
        #expect(session.state.problems.current?.code == example.code)
        session.press(.end).type("1").knows("no error after typing") { $0.form?.refusal == nil }
    }

    private func fill(_ fields: [(Form.Place, String)], _ alice: inout Operator) {
        for (place, text) in fields {
            alice.press(.escape)
            alice.state.form?.go(to: place)
            alice.press(.enter, .control("u"))
            alice.type(text)
        }
    }

    @Test func aRefusalOfTheServiceIsShownAtItsField() {
        Session().prepare("true").preview()
            .service { $0.refusal = APIError(.usernameExceedLimit, [.parameter: "Username"]) }
            .type("1\n").hasSent(1).isOn(.username).sees("✗ Username.ExceedLimit", "Why: ", "Fix: ")
            .type("root").seesNot("✗ Username.ExceedLimit").sees("8 Errors 1")
    }

    @Test func onlyFieldsThatWereTypedInAreJudgedWhileTyping() {
        Session().type("3\n").seesNot("✗").type("x").seesNot("✗").press(.backspace).sees("✗ Parameter.MissingValue")
        Session().type("3\n").press(.tab).seesNot("✗").preview().isOn(.parameter("service"))
            .sees("✗ Parameter.MissingValue")
    }

    @Test func theKeyThatPreparesTypesNothingIntoAScriptThatIsWritten() {
        Session().prepare("echo {{password}}").press(.tab).type("b").press(.escape).type("2x")
            .isOn(.parameter("password")).type("x").isOn(Pane.preview)
            .knows("the password as it was") { $0.form?.text(.parameter("password")) == "b" }
        Session().type("!").press(.escape).type("2x").knows("an empty script is typed in") {
            $0.form?.isEditing == true
        }
    }

    @Test func targetsThatCannotRunItAreNamedWithTheKeyThatDropsThem() {
        Session { $0.keys = KeyMap([.dropUnready: [.character("D")]]) }.paste("web-01 win-01").prepare("true").preview()
            .isOn(.targets)
            .reads("not all can run this; D drops those").type("D").hasMarked("i-bp1web01")
    }

    @Test func aChoiceSaysHowItIsChanged() {
        Session(commands: [Samples.deploy]).type("3\n").isOn(.parameter("stage")).sees("Left Right change")
    }

    @Test func whatIsNotThereYetNamesTheKeyThatCounts() {
        Session { $0.keys = KeyMap([.prepare: [.character("X")]]) }
            .sees("Nothing was run yet. Press X to prepare a run.")
        Session { $0.isReadOnly = true }.sees("Nothing was run yet.").seesNot("to prepare a run")
    }

    @Test func leftRightAndEnterTurnAChoice() {
        let session = Session(commands: [Samples.deploy]).type("3\n").isOn(.parameter("stage")).sees("< test >")
            .press(.right).sees("< live >").press(.left, .left).sees("< spare >").press(.enter).sees("< test >")
        #expect(session.state.form?.text(.parameter("stage")) == "test")
    }

    @Test func lettersDoNotChangeAChoice() {
        Session(commands: [Samples.deploy]).type("3\n").paste("prod").sees("< test >").type("j")
            .isOn(.parameter("api_token")).knows("unchanged") { $0.form?.text(.parameter("stage")) == "test" }
    }

    @Test func secretsAreMaskedWhereverTheyAreShown() {
        let session = Session(commands: [Samples.deploy]).type("3\n").press(.tab).isOn(.parameter("api_token"))
            .type("geheim99").sees("********").seesNot("geheim").press(.tab).type("abc").preview()
            .seesNot("geheim").sees("--token '********'")
        session.press(.escape).type("Y")
        guard case .copy(let line)? = session.alice.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(line.contains("api_token=********") && !line.contains("geheim"))
    }

    @Test func secretsAreSentButNeverRemembered() throws {
        let session = Session(commands: [Samples.deploy]).type("3\n").press(.tab).isOn(.parameter("api_token"))
            .type("geheim99").press(.tab).type("abc").preview().type("1\n").hasSent(1)
        #expect("\(try #require(session.sent.first))".contains("geheim99"))
        #expect(!"\(session.state.memory)".contains("geheim"))
        #expect(session.state.memory.recents("rev", of: Samples.deploy) == ["abc"])
        session.seesNot("geheim").type("8").seesNot("geheim")
    }

    @Test func controlPBringsEarlierValuesBack() {
        let session = Session()
        for value in ["nginx", "sshd"] { session.type("3\n\(value)").preview().type("1\n") }
        session.hasSent(2).type("3\n").sees("before: sshd nginx").press(.control("p"))
            .knows("newest") { $0.form?.text(.parameter("service")) == "sshd" }
            .press(.control("p")).knows("older") { $0.form?.text(.parameter("service")) == "nginx" }
            .press(.control("n")).knows("newer") { $0.form?.text(.parameter("service")) == "sshd" }
    }

    @Test func aTypedScriptIsNotLostByOpeningACommand() {
        Session().prepare("rm -rf /tmp/x").press(.escape).type("3\n").isOn(.parameter("service")).press(.escape)
            .type("!").sees("rm -rf /tmp/x").knows("script") { $0.form?.text(.content) == "rm -rf /tmp/x" }
    }

    @Test func escapeLeavesAScriptStepByStepAndKeepsIt() {
        Session().prepare("true").press(.escape).isOn(.content).press(.escape).isOn(.targets)
            .type("x").isOn(.content).knows("kept") { $0.form?.text(.content) == "true" }
    }

    @Test func makesParametersFromTheTypedScript() {
        Session().prepare("echo {{who}} {{Who}} {{ACS::InstanceId}} {{what}}")
            .knows("names") { $0.form?.parameterNames == ["who", "what"] }
            .press(.tab).type("you").press(.tab).type("now").preview()
            .knows("script") { $0.preview?.form.script.text == "echo you you {{ACS::InstanceId}} now" }
    }

    @Test func takesDigitsOnlyForTheTimeout() {
        Session().prepare("true").press(.tab, .enter).tab(to: .timeout).press(.control("u"))
            .type("3a-0 １").paste("x5\n").knows("digits") { $0.form?.text(.timeout) == "305" }
    }

    @Test func whatIsSeldomUsedIsFoldedAway() {
        Session().type("!").seesNot("runs once").press(.tab).isOn(.more).press(.enter).sees("runs once")
            .press(.enter).seesNot("runs once")
    }

    @Test func enterWalksToThePreviewButtonAndArms() {
        Session().type("3\nnginx\n").isOn(Form.Place.preview).press(.enter).isOn(Pane.preview).hasSent(0)
            .knows("armed") { $0.preview != nil }
    }

    @Test func pastesLinesIntoTheScriptAndOneLineElsewhere() {
        Session().type("!").paste("one\ntwo\n\tthree").knows("lines") { $0.form?.text(.content) == "one\ntwo\n\tthree" }
            .press(.tab, .enter).tab(to: .username).paste("ro\not\r\n").knows("line") {
                $0.form?.text(.username) == "root"
            }
    }

    @Test func theCommandsOwnTimeoutIsThere() {
        Session().type("3\n").knows("timeout") { $0.form?.text(.timeout) == "120" }.sees("120 s")
    }

    @Test func aCommandThatWasChangedMeanwhileIsShownAsItWillRun() {
        Session().type("3\nnginx").preview().sees("systemctl restart")
            .service { $0.commands[Samples.hangzhou]?[0].content = "rm -rf '{{service}}'\n" }
            .take(.change(.command("c-restart"))).isOn(.parameters).reads("was changed").seesNot("systemctl restart")
            .knows("value kept") { $0.form?.text(.parameter("service")) == "nginx" && $0.preview == nil }
            .preview().sees("rm -rf 'nginx'").type("1\n").hasSent(1)
    }

    @Test func aCommandThatWasOnlyUsedMeanwhileChangesNothing() {
        Session().type("3\nnginx").preview().service { $0.commands[Samples.hangzhou]?[0].invokeTimes = 9 }
            .take(.change(.command("c-restart"))).knows("armed") { $0.preview != nil }
    }
}

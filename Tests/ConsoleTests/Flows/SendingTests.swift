import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct SendingTests {
    @Test func runsAScriptFromStartToOutput() throws {
        let session = Session().type("  ").prepare("echo hello").preview().sees("Nothing is sent yet.").hasSent(0)
            .type("2\n").hasSent(1).expectIdle().isOn(.output).reads("Accepted: t-hz01").sees("7 Output t-hz01")
        let request = try #require(session.sent.first)
        #expect(request.draft.instanceIDs == ["i-bp1web01", "i-bp1web02"])
        #expect(request.draft.regionID == Samples.hangzhou)
        #expect(request.draft.clientToken == "token-1")
    }

    @Test func runsACommandWithItsParameters() throws {
        let session = Session().type("3\n").isOn(.parameter("service")).type("nginx").preview()
            .sees("systemctl restart 'nginx'").type("1\n").hasSent(1)
        guard case .invoke(let request) = try #require(session.sent.first) else {
            Issue.record("not an InvokeCommand")
            return
        }
        #expect(request.commandID == "c-restart")
        #expect(request.run.parameters == .entries([ParameterEntry(name: "service", value: "nginx")]))
        #expect(request.run.timeoutSeconds == 120)
    }

    @Test(arguments: ["", "2", "11", "y", "01", "１"]) func sendsNothingForAWrongCount(_ wrong: String) {
        Session().prepare("true").preview().type(wrong).press(.enter).hasSent(0)
            .reads("Not sent: type 1 to send.").press(.control("u")).type("1\n").hasSent(1)
    }

    @Test func takesDigitsOnlyForACount() {
        Session().prepare("true").preview().type("x d1\n").hasSent(1)
    }

    static let otherKeys: [Key] = [
        .tab, .backTab, .character("x"), .character(" "), .control("x"), .control("j"), .control("m"), .escape, .down,
        .pageDown, .end, .function(1), .alt("x"),
    ]

    @Test(arguments: otherKeys) func sendsByEnterOnly(_ key: Key) {
        Session().prepare("true").preview().type("1").press(key).hasSent(0)
    }

    @Test func sendsNothingByEnterWherePreviewIsNotArmed() {
        Session().prepare("true").press(.escape).type("5").sees("5 Preview").press(.enter).hasSent(0)
            .knows("armed") { $0.preview != nil }
    }

    @Test func sendsOnceHoweverOftenEnterIsPressed() {
        Session().prepare("true").preview().hold().type("1\n\n\n").press(.enter, .escape, .control("c"), .tab, .enter)
            .hasSent(1).sees("Sending").answer().expectIdle().hasSent(1).isOn(.output)
    }

    @Test func countsTheTargetsOfThePreviewWhateverChangesMeanwhile() {
        let session = Session().type("  ").prepare("true").preview()
            .service { $0.targets[Samples.hangzhou]?.removeFirst() }
            .take(.change(.instances(Samples.hangzhou))).hasMarked("i-bp1web02")
            .sees("the number of targets (2)").type("1\n").hasSent(0).press(.control("u")).type("2\n").hasSent(1)
        #expect(session.sent.first?.draft.instanceIDs == ["i-bp1web01", "i-bp1web02"])
    }

    @Test func aProtectedEnvironmentAsksForItsName() {
        Session {
            $0.environment = "live"
            $0.isProtected = true
        }.prepare("true").preview().sees("type the environment's name (live)").type("1\n").hasSent(0)
            .press(.control("u")).type("Live\n").hasSent(0).press(.control("u")).type("live\n").hasSent(1)
    }

    @Test func protectionWithoutAnEnvironmentAsksForTheRegion() {
        Session { $0.isProtected = true }.prepare("true").preview().type("1\n").hasSent(0).press(.control("u"))
            .type("cn-hangzhou\n").hasSent(1)
    }

    @Test func theKeyThatPreparesTypesNothingIntoAFormThatIsFilledIn() {
        Session().type("3\n").type("nginx").press(.escape).type("3x").type("x").sees("systemctl restart 'nginx'")
            .sees("the number of targets (1)")
    }

    @Test func anEnvironmentThatIsNotProtectedAsksForTheCount() {
        Session { $0.environment = "dev" }.prepare("true").preview().sees("the number of targets (1)")
    }

    @Test func keepsItsTokenWhenItIsRefusedAndCorrected() {
        let session = Session().prepare("true").preview()
            .service {
                $0.refusal = APIError(.invalidInstanceNotFound, [.parameter: "InstanceId", .instance: "i-bp1web01"])
            }
            .type("1\n").hasSent(1).isOn(.targets).type("4").preview().type("1\n").hasSent(2)
        #expect(session.sent.map(\.draft.clientToken) == ["token-1", "token-1"])
        #expect(session.alice.service.tokensDrawn == 1)
        session.run("true")
        #expect(session.sent.last?.draft.clientToken == "token-2")
    }

    @Test func drawsOneTokenHoweverOftenTheFormIsOpened() {
        let session = Session().type("3\n").press(.escape, .escape).isOn(.commands).press(.enter).press(.escape)
            .type("2x").isOn(.parameters)
        #expect(session.alice.service.tokensDrawn == 1)
    }

    @Test func waitsForItsToken() {
        Session().hold().prepare("true").preview().type("1\n").hasSent(0).reads("no token yet")
            .answer().press(.enter).hasSent(1)
    }

    @Test func aLateAnswerLeavesAnotherFormAlone() {
        Session().prepare("echo new").take(.reply(.accepted("t-other")))
            .take(.reply(.refused(.form, APIError(.internalErrorDispatch))))
            .knows("form") { $0.form?.text(.content) == "echo new" && $0.form?.error == nil }
            .knows("noted") { $0.problems.entries.count == 1 }
    }

    @Test func theCursorGoesToWhatWasAccepted() {
        Session().run("true").run("false").type("6").knows("newest") { $0.invocations.current?.id == "t-hz02" }
    }

    @Test func noTargetsNoPreview() {
        Session().type("1j\n").isOn(.targets).sees("No instances in this region.").prepare("true").preview()
            .isOn(.targets).reads("No instance to run on").knows("no preview") { $0.preview == nil }
    }

    @Test func followsACommandThatWasChangedWhileItWasRefused() {
        let session = Session().type("3").press(.enter).type("nginx").preview().hold().type("1\n").hasSent(1)
        var changed = Samples.commands
        changed[0].content = "systemctl stop '{{service}}'\n"
        session.take(.reply(.commands(Samples.hangzhou, changed)))
            .take(.reply(.refused(.form, APIError(.internalErrorDispatch))))
            .knows("the script of now") { $0.form?.command?.content == changed[0].content }
            .preview().sees("systemctl stop 'nginx'")
    }
}

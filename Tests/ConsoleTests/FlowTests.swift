import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct FlowTests {
    @Test func runsAScriptFromStartToOutput() throws {
        var alice = Operator()
        #expect(alice.state.region == Samples.hangzhou)
        alice.type("  ")
        #expect(alice.state.marks == ["i-bp1web01", "i-bp1web02"])
        alice.prepare("echo hello")
        alice.goToPreview()
        let preview = try #require(alice.preview)
        #expect(preview.script == "echo hello")
        #expect(alice.service.sent.isEmpty)
        alice.type("2\n")
        let request = try #require(alice.service.sent.first)
        #expect(request.draft.instanceIDs == ["i-bp1web01", "i-bp1web02"])
        #expect(request.draft.regionID == Samples.hangzhou)
        #expect(request.draft.clientToken == "token-1")
        #expect(alice.state.modal == nil)
        #expect(alice.state.focus == .output)
        #expect(alice.state.output.invokeID == "t-hz01")
        #expect(alice.state.marks.isEmpty)
        #expect(alice.screen.contains("Accepted: t-hz01"))
        alice.service.advance("i-bp1web01", output: "hello\n", state: .success, exitCode: 0)
        alice.wait(seconds: 1)
        #expect(alice.screen.contains("2 = 1 Running + 1 Success"))
        #expect(alice.screen.contains("exit 0"))
        #expect(alice.screen.contains("hello"))
        alice.service.advance("i-bp1web02", state: .failed, exitCode: 3, errorCode: "ExitCodeNonzero")
        alice.wait(seconds: 1)
        alice.type("]")
        #expect(alice.screen.contains("web-02 (2/2)  ✗ Failed  4 s  exit 3  ExitCodeNonzero"))
        #expect(alice.state.invocations.current?.id == "t-hz01")
        alice.type("6")
        #expect(alice.screen.contains("Fix: Read the output"))
    }

    @Test func runsACommandOfTheLibraryWithItsParameters() throws {
        var alice = Operator()
        alice.type("3\n")
        #expect(alice.form?.places.first == .parameter("service"))
        alice.type("nginx")
        alice.goToPreview()
        #expect(alice.preview?.script == "systemctl restart 'nginx'\nsystemctl status 'nginx'\n")
        alice.type("1\n")
        guard case .invoke(let request) = try #require(alice.service.sent.first) else {
            Issue.record("not an InvokeCommand")
            return
        }
        #expect(request.commandID == "c-restart")
        #expect(request.run.parameters == .entries([ParameterEntry(name: "service", value: "nginx")]))
        #expect(request.run.timeoutSeconds == 120)
    }

    @Test func sendsNothingForAWrongCount() {
        var alice = Operator()
        alice.prepare("true")
        alice.goToPreview()
        for wrong in ["", "2", "11", "y", " 1", "01"] {
            alice.press(.control("u"))
            alice.type(wrong + "\n")
            #expect(alice.service.sent.isEmpty, "answer \(wrong)")
            #expect(alice.screen.contains("Not sent: type 1 to send."))
        }
        alice.press(.control("u"))
        alice.type("1\n")
        #expect(alice.service.sent.count == 1)
    }

    @Test func sendsOnceHoweverOftenEnterIsPressed() {
        var alice = Operator()
        alice.prepare("true")
        alice.goToPreview()
        alice.isSilent = true
        alice.type("1\n\n\n")
        alice.press(.enter, .escape, .control("c"), .tab, .enter)
        #expect(alice.effects.count { if case .send = $0 { true } else { false } } == 1)
        #expect(alice.preview?.isSending == true)
        #expect(alice.screen.contains("Sending"))
    }

    @Test func quitsWhileAnAnswerIsAwaitedByCtrlCTwice() {
        var alice = Operator()
        alice.prepare("true")
        alice.goToPreview()
        alice.isSilent = true
        alice.type("1\n")
        alice.press(.control("c"), .control("c"))
        #expect(alice.effects.last == .quit)
    }

    @Test func keepsTheTokenWhenTheFormIsCorrected() throws {
        var alice = Operator()
        alice.prepare("true")
        alice.goToPreview()
        alice.service.refusal = APIError(.invalidInstanceNotFound, [.parameter: "InstanceId", .instance: "i-bp1web01"])
        alice.type("1\n")
        #expect(alice.form?.error?.code == APIError.Code(.invalidInstanceNotFound))
        #expect(alice.state.problems.entries.count == 1)
        alice.goToPreview()
        alice.type("1\n")
        #expect(alice.service.sent.map(\.draft.clientToken) == ["token-1", "token-1"])
        #expect(alice.service.tokensDrawn == 1)
        alice.run("true")
        #expect(alice.service.sent.last?.draft.clientToken == "token-2")
    }

    @Test func waitsForItsToken() {
        var alice = Operator()
        alice.isSilent = true
        alice.prepare("true")
        alice.goToPreview()
        alice.type("1\n")
        #expect(!alice.effects.contains { if case .send = $0 { true } else { false } })
        #expect(alice.screen.contains("no token yet"))
    }

    @Test func aLateAnswerLeavesAnotherFormAlone() {
        var alice = Operator()
        alice.prepare("echo new")
        alice.take(.reply(.accepted("t-other")))
        #expect(alice.form?.content.text == "echo new")
        alice.take(.reply(.refused(.form, APIError(.internalErrorDispatch))))
        #expect(alice.form?.error == nil)
        #expect(alice.state.problems.entries.count == 1)
    }

    @Test func reReadsWhenSomethingChanges() {
        var alice = Operator()
        alice.run("true")
        alice.service.advance("i-bp1web01", output: "done", state: .success, exitCode: 0)
        let key = AttemptKey(invokeID: "t-hz01", instanceID: "i-bp1web01", occurrence: 1)
        alice.take(.change(.result(key, .success)))
        #expect(alice.state.output.current?.state == .success)
        #expect(alice.state.running == 0)
    }

    @Test func asksOneQuestionAtATimeAndAgainForWhatChangedMeanwhile() {
        var alice = Operator()
        alice.run("true")
        alice.isSilent = true
        let before = alice.effects.count
        for _ in 0..<5 { alice.take(.change(.missed)) }
        let reads = alice.effects.dropFirst(before)
        #expect(reads.count { $0 == .readInvocations(Samples.hangzhou) } == 1)
        #expect(reads.count { $0 == .readResults(Samples.hangzhou, "t-hz01") } == 1)
        alice.isSilent = false
        alice.take(.reply(.invocations(Samples.hangzhou, alice.service.invocations)))
        #expect(alice.effects.dropFirst(before).count { $0 == .readInvocations(Samples.hangzhou) } == 2)
    }

    @Test func showsAListThatCannotBeRead() {
        var alice = Operator(opens: false)
        #expect(alice.screen.contains("Reading..."))
        alice.isSilent = true
        alice.take(.opened(engineProcess: nil))
        alice.take(.reply(.regions(Samples.regions)))
        alice.take(.reply(.refused(.list(.targets), APIError(.internalErrorDispatch))))
        #expect(alice.screen.contains("InternalError.Dispatch"))
        alice.take(.reply(.targets(Samples.hangzhou, Samples.targets)))
        #expect(alice.screen.contains("web-01"))
    }
}

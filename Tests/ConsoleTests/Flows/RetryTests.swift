import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct RetryTests {
    /// One command on three instances, of which one succeeded, one failed and one was not reached.
    private func mixed() -> Session {
        Session().paste("web-01 web-02 i-bp1db01").type("3\nnginx").press(.enter).preview().type("3\n").hasSent(1)
            .service {
                $0.advance("i-bp1web01", state: .success, exitCode: 0)
                $0.advance("i-bp1web02", state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
                $0.advance("i-bp1db01", state: .invalid, errorCode: "ClientNotOnline")
            }.wait(1)
    }

    @Test(arguments: ["6", "7"]) func preparesWhatFailedWithTheSameValues(_ pane: String) throws {
        let session = mixed().type(pane + "r").hasMarked("i-bp1web02", "i-bp1db01").isOn(.parameters)
            .reads("Prepared again for the 2 that did not succeed; x shows").hasSent(1).type("x").type("2\n").hasSent(2)
        let (first, second) = (try #require(session.sent.first), try #require(session.sent.last))
        #expect(second.draft.instanceIDs == ["i-bp1web02", "i-bp1db01"])
        #expect(second.draft.parameters == first.draft.parameters)
        #expect(second.draft.timeoutSeconds == first.draft.timeoutSeconds)
        #expect(first.draft.clientToken == "token-1" && second.draft.clientToken == "token-2")
    }

    @Test func runsAScriptAgainWithItsValues() throws {
        let session = Session().prepare("echo {{a}}").press(.tab).type("b").preview().type("1\n")
            .service { $0.advance("i-bp1web01", state: .timeout) }.wait(1).type("r").type("x").type("1\n").hasSent(2)
        #expect(session.sent.last?.draft.parameters == session.sent.first?.draft.parameters)
        guard case .run(let run)? = session.sent.last else {
            Issue.record("not a RunCommand")
            return
        }
        #expect(run.command.content == "echo {{a}}")
    }

    @Test func runsTheScriptOfThatTimeWhenTheCommandWasChangedSince() {
        mixed().service { $0.commands[Samples.hangzhou]?[0].content = "rm -rf '{{service}}'\n" }
            .take(.change(.command("c-restart"))).type("r").type("x").seesNot("rm -rf")
            .sees("systemctl restart 'nginx'")
    }

    @Test func hasNothingToDoWhereNothingFailed() {
        Session().run("true").service { $0.advance("i-bp1web01", state: .success, exitCode: 0) }.wait(1).type("r")
            .reads("Nothing of t-hz01 failed.").knows("no form") { $0.form == nil }
    }

    @Test func doesNotTakeWhatStillRunsForFailed() {
        Session().run("true").type("r").reads("Nothing of t-hz01 failed.")
    }

    @Test func marksTakeThePlaceOfTags() {
        mixed().type("2trole=web\n7r").hasMarked("i-bp1web02", "i-bp1db01").knows("marks") { !$0.aim.isByTags }
    }

    @Test func saysThatSomeOfTheInstancesAreGone() {
        mixed().take(.reply(.targets(Samples.hangzhou, Samples.targets.filter { $0.instance.id != "i-bp1db01" })))
            .type("r").hasMarked("i-bp1web02").reads("prepared for 1; 1 more where it did not succeed")
    }

    @Test func saysThatTheInstancesAreGone() {
        mixed().take(.reply(.targets(Samples.hangzhou, []))).type("r").reads("are not in this region any more")
    }

    @Test func keepsATypedScript() {
        mixed().prepare("mine").press(.escape).type("7r").type("!").knows("kept") { $0.form?.text(.content) == "mine" }
    }
}

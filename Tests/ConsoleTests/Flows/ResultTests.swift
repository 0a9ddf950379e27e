import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct ResultTests {
    /// Two instances, one of which failed and one of which still runs.
    private func half() -> Session {
        Session().type("  ").run("work")
            .service {
                $0.advance(
                    "i-bp1web01", output: "oh no\n", state: .failed, exitCode: 3, errorCode: "ExitCodeNonzero")
            }.wait(1)
    }

    @Test func showsStateOutputAndHowItAddsUp() {
        half().sees("2 = 1 failed + 1 running", "✗ Failed", "exit 3", "ExitCodeNonzero", "oh no")
            .type("]").sees("web-02 (2/2)  ▸ Running", "No output yet.").type("]").sees("web-01 (1/2)")
            .type("[").sees("web-02 (2/2)")
    }

    @Test(arguments: InvocationState.allCases) func everyStateIsCounted(_ state: InvocationState) {
        let conservation = Conservation([state, .success, state])
        #expect(conservation.total == 3)
        #expect(Conservation.Term.allCases.reduce(0) { $0 + conservation[$1] } == 3)
    }

    @Test func enterGivesTheTextThePaneAndEscapeTheListBack() {
        half().sees("EXIT").press(.enter).knows("reading") { $0.output.isReading }
            .press(.escape).isOn(.output).knows("list") { !$0.output.isReading }.press(.escape).isOn(.invocations)
            .press(.enter).isOn(.output)
    }

    @Test func qLeavesTheTextBeforeItQuits() {
        half().press(.enter).type("q").wantsNot(.quit).type("q").wants(.quit)
    }

    @Test func asksOneQuestionAtATimeAndAgainForWhatChangedMeanwhile() {
        let session = Session().run("true").hold()
        let before = session.alice.effects.count
        for _ in 0..<5 { session.take(.change(.missed)) }
        #expect(session.alice.effects.dropFirst(before).count { $0 == .readInvocations(Samples.hangzhou) } == 1)
        session.answer().expectIdle()
        #expect(session.alice.effects.dropFirst(before).count { $0 == .readInvocations(Samples.hangzhou) } == 2)
    }

    @Test func readsAgainWhenSomethingChanges() {
        let key = AttemptKey(invokeID: "t-hz01", instanceID: "i-bp1web01", occurrence: 1)
        Session().run("true").service { $0.advance("i-bp1web01", output: "done", state: .success, exitCode: 0) }
            .take(.change(.result(key, .success))).sees("exit 0").knows("ended") { $0.running == 0 }
    }

    @Test func resultsAreReadAfterARegionWasLeftWhileTheyWereOnTheirWay() {
        Session().run("true").hold().take(.change(.missed)).type("1j\n").answer().type("1k\n")
            .knows("open") { $0.output.invokeID == "t-hz01" && $0.output.current != nil }.expectIdle()
    }

    static let refusals: [(Question, Effect)] = [
        (.results("t-hz01"), .readResults(Samples.hangzhou, "t-hz01")),
        (.list(.invocations), .readInvocations(Samples.hangzhou)),
    ]

    @Test(arguments: refusals)
    func asksAgainAfterARefusalWhenSomethingChangedMeanwhile(_ question: Question, _ effect: Effect) {
        let session = Session().run("true").hold().take(.change(.missed)).take(.change(.missed))
        #expect(session.alice.open.count { $0 == effect } == 1)
        session.take(.reply(.refused(question, APIError(.internalErrorDispatch))))
        #expect(session.alice.open.count { $0 == effect } == 2)
        session.take(.reply(.refused(question, APIError(.internalErrorDispatch))))
        #expect(session.alice.open.count { $0 == effect } == 2)
    }

    @Test func showsAListThatCannotBeRead() {
        Session().take(.reply(.refused(.list(.targets), APIError(.internalErrorDispatch))))
            .sees("InternalError.Dispatch").take(.reply(.targets(Samples.hangzhou, Samples.targets))).sees("web-01")
    }

    @Test func controlRReadsEverythingAgain() {
        let session = Session().run("true").hold().press(.control("r"))
        let questions: [Effect] = [
            .readRegions, .readTargets(Samples.hangzhou), .readCommands(Samples.hangzhou),
            .readInvocations(Samples.hangzhou), .readResults(Samples.hangzhou, "t-hz01"),
        ]
        for question in questions { #expect(session.alice.open.contains(question)) }
        session.answer().expectIdle()
    }

    @Test func theTargetsOfARunAddUpWhateverBecomesOfThem() {
        Session().paste("web-01 web-02 i-bp1db01 batch-old").prepare("true")
            .preview().type("4\n").sees("4 = 4 running")
            .service { $0.advance("i-bp1web01", state: .success, exitCode: 0) }.wait(1).sees("4 = 1 ok + 3 running")
            .service { $0.advance("i-bp1web02", state: .stopped) }.wait(1).sees("4 = 1 ok + 1 stopped + 2 running")
            .service { $0.advance("i-bp1old01", state: .invalid) }.wait(1)
            .sees("4 = 1 ok + 1 not delivered + 1 stopped + 1 running")
            .service { $0.advance("i-bp1db01", state: .timeout) }.wait(1)
            .sees("4 = 1 ok + 1 timed out + 1 not delivered + 1 stopped")
    }
}

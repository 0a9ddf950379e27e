import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct QuitTests {
    @Test func qQuits() { Session().type("q").wants(.quit) }

    @Test func controlCTwiceQuitsAndStopsNothing() {
        let session = Session().run("sleep 100").press(.control("c"))
            .reads("Press Ctrl-C again to quit; 1 running go on.").wantsNot(.quit).press(.control("c")).wants(.quit)
        #expect(session.alice.service.stopped.isEmpty)
    }

    @Test func theFirstControlCIsForgottenAfterAWhileOrAnotherKey() {
        Session().press(.control("c"), .down, .control("c")).wait(3).press(.control("c")).wantsNot(.quit)
    }

    @Test func controlCLeavesWhatIsOpenFirst() {
        Session().type("?").press(.control("c")).knows("closed") { $0.modal == nil }.seesNot("again to quit")
            .prepare("true").press(.control("c")).knows("not editing") { $0.form?.isEditing == false }.wantsNot(.quit)
    }

    @Test func controlCTwiceQuitsWhileAnAnswerIsAwaited() {
        Session().prepare("true").preview().hold().type("1\n").press(.control("c"), .control("c")).wants(.quit)
    }

    @Test func aPreparedRunIsAskedForOnce() {
        Session().prepare("true").press(.escape).type("q").reads("A run is prepared and not sent.").wantsNot(.quit)
            .type("q").wants(.quit)
    }

    @Test func aScriptThatWasSetAsideIsAskedForToo() {
        Session().prepare("true").press(.escape).type("3jx").isOn(Form.Place.preview).type("q").wantsNot(.quit)
            .type("q").wants(.quit)
    }

    @Test func anUntouchedFormIsNothingToLose() { Session().type("3jxq").wants(.quit) }
}

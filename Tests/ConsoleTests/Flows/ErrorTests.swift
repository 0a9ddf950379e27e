import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct ErrorTests {
    @Test func enterGoesToTheOutputOfTheInstance() {
        Session().type("  ").run("false").service {
            $0.advance("i-bp1web01", state: .success, exitCode: 0)
            $0.advance("i-bp1web02", state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
        }.wait(1).run("true").wait(1).type("8").sees("Why: ", "Fix: ").press(.enter).isOn(.output).expectIdle()
            .knows("instance") { $0.output.invokeID == "t-hz01" && $0.output.current?.instanceID == "i-bp1web02" }
    }

    @Test func enterGoesToTheField() {
        Session().prepare("true").press(.tab, .enter).tab(to: .timeout).press(.control("u")).type("5").preview()
            .isOn(.timeout).press(.escape).type("8").press(.enter).isOn(.timeout)
    }

    @Test func enterGoesToTheTarget() {
        Session().prepare("true").preview().service {
            $0.refusal = APIError(.invalidInstanceNotFound, [.parameter: "InstanceId", .instance: "i-bp1old01"])
        }.type("1\n").isOn(.targets).type("g8").press(.enter).isOn(.targets)
            .knows("cursor") { $0.targets.current?.instance.id == "i-bp1old01" }
    }

    @Test func saysThatTheFormIsGone() {
        Session().take(.reply(.refused(.form, APIError(.internalErrorDispatch)))).type("8").press(.enter)
            .reads("The form that this was about is gone.")
    }

    @Test func anErrorOfAListLeavesTheFormAlone() {
        Session().prepare("true").press(.escape)
            .take(.reply(.refused(.list(.commands), APIError(.internalErrorDispatch))))
            .sees("InternalError.Dispatch").isOn(.content)
    }

    @Test func theWrongSystemIsSaidBeforeItIsSent() {
        Session().paste("win-01").prepare("true").preview().hasSent(0).isOn(.targets)
            .reads("InvalidInstance.NotMatch")
            .knows("cursor") { $0.targets.current?.instance.id == "i-bp1win01" }
    }

    @Test func aRefusalOfTargetsGoesWhenTheyAreChanged() {
        Session().prepare("true").preview().service {
            $0.refusal = APIError(.invalidInstanceNotFound, [.parameter: "InstanceId", .instance: "i-bp1web01"])
        }.type("1\n").sees("✗ InvalidInstance.NotFound").type("j ").hasMarked("i-bp1web02")
            .seesNot("✗ InvalidInstance.NotFound")
    }

    @Test func whatIsWrongFollowsTheCursorThatIsTheTarget() {
        Session().type("G").prepare("true").press(.escape).sees("Not yet").type("2g").seesNot("Not yet").type("G")
            .sees("Not yet")
    }

    @Test func aRefusalThatIsAboutNoFieldStandsAboveThem() {
        Session().prepare("true").preview().service { $0.refusal = APIError(.internalErrorDispatch) }.type("1\n")
            .hasSent(1).isOn(.parameters).sees("✗ InternalError.Dispatch", "Why: ", "Fix: ", "8 Errors 1")
            .knows("script kept") { $0.form?.text(.content) == "true" }
    }

    @Test func whatAnErrorWasAboutDoesNotMoveAnotherOutput() {
        let session = Session().type("  ").run("true").type("2").run("true").service {
            $0.advance("i-bp1web02", state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
        }.wait(1).hold()
        session.type("8").press(.enter).type("6j").press(.enter).answer()
            .knows("the first one") { $0.output.index == 0 && !$0.output.isReading }
    }
}

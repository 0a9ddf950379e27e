import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct FocusTests {
    @Test func tabAndDigitsReachEveryPane() {
        let session = Session()
        for pane in Pane.allCases { session.type("\(pane.rawValue)").isOn(pane) }
        for pane in Pane.allCases { session.press(.tab).isOn(pane) }
        for pane in Pane.allCases.reversed().dropFirst() { session.press(.backTab).isOn(pane) }
    }

    @Test func tabGoesThroughTheFormFirst() {
        Session().type("3j\n").isOn(Form.Place.preview).press(.tab).isOn(Pane.preview).press(.backTab, .backTab)
            .isOn(.more)
    }

    @Test func tabPutsTheKeysIntoTheNextField() {
        Session(commands: [Samples.deploy]).type("3\n").isOn(.parameter("stage")).press(.tab).type("quit")
            .wantsNot(.quit).knows("typed") { $0.form?.text(.parameter("api_token")) == "quit" }
    }

    @Test func zoomGivesThePaneTheScreenAndEscapeAndQGiveItBack() {
        Session().sees("3 Commands 2").type("z").seesNot("3 Commands 2").sees("web-01").press(.escape)
            .sees("3 Commands 2").type("zz").sees("3 Commands 2").type("zq").sees("3 Commands 2").wantsNot(.quit)
    }

    @Test func escapeStepsOutOneLevelEach() {
        Session().type("/web\nz").press(.escape).seesNot("[web]").knows("zoomed") { $0.isZoomed }.press(.escape)
            .knows("not zoomed") { !$0.isZoomed }.press(.escape).isOn(.targets).wantsNot(.quit)
    }

    @Test func escapeGoesFromThePreviewOverTheFormToTheLibrary() {
        Session().type("3\nnginx").preview().isOn(Pane.preview).press(.escape).isOn(.parameters).press(.escape)
            .isOn(.commands).press(.escape).isOn(.commands)
    }

    @Test func enterOnATargetShowsAllThatIsKnownOfIt() {
        Session().press(.enter).sees("Time zone", "env=prod", "Runs here").press(.escape).seesNot("Time zone")
    }

    @Test func xPreparesFromEveryPane() {
        for pane in Pane.allCases where pane != .commands { Session().type("\(pane.rawValue)x").isOn(.content) }
    }

    @Test func oSortsByTheShownColumnsAndBack() {
        Session().type("o").reads("Sorted by name.").sees("+name").type("O").sees("-name")
            .knows("first") { $0.targets.shown.first?.instance.id == "i-bp1db01" }.type("oooo").type("o")
            .reads("In the order of the service.").seesNot("+name")
    }
}

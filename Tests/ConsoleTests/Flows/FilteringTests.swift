import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct FilteringTests {
    static let cases: [(String, [InstanceID])] = [
        ("web", ["i-bp1web01", "i-bp1web02"]), ("web 02", ["i-bp1web02"]), ("WEB", []), ("数据", ["i-bp1db01"]),
        ("stopped", ["i-bp1old01"]), ("Stopped", ["i-bp1old01"]), ("no such", []), ("role=db", ["i-bp1db01"]),
        ("!web env=prod", ["i-bp1db01"]), ("status:stopped | role=db", ["i-bp1db01", "i-bp1old01"]),
        ("  ", Samples.targets.map(\.instance.id)),
    ]

    @Test(arguments: cases) func narrowsWhileItIsTyped(_ text: String, _ ids: [InstanceID]) {
        let session = Session().type("/" + text).sees("Filter: ")
        #expect(session.state.targets.shown.map(\.instance.id) == ids)
        if ids.isEmpty { session.sees("Nothing matches the filter.") }
        session.press(.escape).knows("all again") { $0.targets.shown.count == 5 }
    }

    @Test func theCursorStaysOnItsEntry() {
        Session().type("jj/数").knows("cursor") { $0.targets.current?.instance.id == "i-bp1db01" }
            .press(.escape).knows("cursor") { $0.targets.current?.instance.id == "i-bp1db01" }
    }

    @Test func arrowsMoveInTheListWhileItIsTyped() {
        Session().type("/web").press(.down).knows("cursor") { $0.targets.current?.instance.id == "i-bp1web02" }
    }

    @Test func lettersAreNoKeysInTheFilter() {
        Session().type("/qx? a1").sees("Filter: qx? a1").paste("\nb").sees("Filter: qx? a1b")
            .press(.control("c")).seesNot("Filter:").wantsNot(.quit).knows("empty") { $0.targets.filter.isEmpty }
    }

    @Test func enterKeepsItAndEscapeTakesItAway() {
        Session().type("/web\n").sees("2/5 [web]").press(.escape).seesNot("[web]")
    }

    @Test(arguments: [("1", "beijing", "1/2 [beijing]"), ("3", "uptime", "1/2 [uptime]"), ("6", "x", "0/1 [x]")])
    func everyListHasOne(_ pane: String, _ text: String, _ title: String) {
        Session().run("true").type(pane + "/" + text).sees(title)
    }

    @Test func aWordThatIsNoColumnIsNamed() { Session().type("/colour:red").sees("no column colour") }
}

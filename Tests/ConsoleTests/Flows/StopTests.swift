import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct StopTests {
    private func running() -> Session { Session().type("  ").run("sleep 100") }

    @Test func asksBeforeItStopsAndBeginsOnTheHarmlessButton() {
        let session = running().type("s").sees("Stop t-hz01? Instances where it has not ended: 2.").press(.enter)
        #expect(session.state.modal == nil && session.alice.service.stopped.isEmpty)
        session.type("s").press(.right, .enter).reads("Stop accepted: t-hz01")
        #expect(session.alice.service.stopped == ["t-hz01"])
    }

    @Test(arguments: [Key.escape, .control("c"), .character("q")]) func leavesTheQuestion(_ key: Key) {
        let session = running().type("s").press(.tab, key).knows("closed") { $0.modal == nil }.wantsNot(.quit)
        #expect(session.alice.service.stopped.isEmpty)
    }

    @Test func hasNothingToStopWhenAllHasEnded() {
        running().service {
            $0.advance("i-bp1web01", state: .success, exitCode: 0)
            $0.advance("i-bp1web02", state: .success, exitCode: 0)
        }.wait(1).type("6s").reads("t-hz01 has ended already.").knows("no question") { $0.modal == nil }
    }

    @Test func showsARefusedStop() {
        running().service { $0.refusal = APIError(.internalErrorDispatch) }.type("s").press(.right, .enter)
            .reads("Refused: InternalError.Dispatch")
            .knows("listed") { $0.problems.current?.code == "InternalError.Dispatch" }
    }

    @Test(arguments: ["1", "2", "3", "4", "5", "8"]) func stopsNothingElsewhere(_ pane: String) {
        running().type(pane + "s").knows("no question") { $0.modal == nil }
    }

    @Test func stopsTheOneUnderTheCursor() {
        let session = running().run("sleep 200").type("6js").sees("Stop t-hz01?").press(.tab, .enter)
        #expect(session.alice.service.stopped == ["t-hz01"])
    }
}

import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct StopTests {
    private func running() -> Operator {
        var alice = Operator()
        alice.type("  ")
        alice.run("sleep 100")
        return alice
    }

    @Test func asksBeforeItStops() {
        var alice = running()
        alice.type("s")
        #expect(alice.screen.contains("Stop t-hz01? Instances where it has not ended: 2."))
        // The cursor is on the button that does nothing.
        alice.press(.enter)
        #expect(alice.state.modal == nil)
        #expect(alice.service.stopped.isEmpty)
        alice.type("s")
        alice.press(.right, .enter)
        #expect(alice.service.stopped == ["t-hz01"])
        #expect(alice.screen.contains("Stop accepted: t-hz01"))
    }

    @Test(arguments: [Key.escape, .control("c"), .character("q")]) func leavesTheQuestion(_ key: Key) {
        var alice = running()
        alice.type("s")
        alice.press(.tab, key)
        #expect(alice.state.modal == nil)
        #expect(alice.service.stopped.isEmpty)
        #expect(!alice.effects.contains(.quit))
    }

    @Test func hasNothingToStopWhenAllHasEnded() {
        var alice = running()
        alice.service.advance("i-bp1web01", state: .success, exitCode: 0)
        alice.service.advance("i-bp1web02", state: .success, exitCode: 0)
        alice.wait(seconds: 1)
        alice.type("4s")
        #expect(alice.state.modal == nil)
        #expect(alice.screen.contains("t-hz01 has ended already."))
    }

    @Test func showsARefusedStop() {
        var alice = running()
        alice.service.refusal = APIError(.internalErrorDispatch)
        alice.type("s")
        alice.press(.right, .enter)
        #expect(alice.screen.contains("Refused: InternalError.Dispatch"))
        #expect(alice.state.problems.current?.code == "InternalError.Dispatch")
    }

    @Test func stopsNothingOutsideOfInvocationsAndOutput() {
        for pane in ["1", "2", "3", "6"] {
            var alice = running()
            alice.type(pane + "s")
            #expect(alice.state.modal == nil)
        }
    }

    @Test func quittingStopsNothing() {
        var alice = running()
        alice.press(.control("c"))
        #expect(alice.screen.contains("Press Ctrl-C again to quit; 1 running go on."))
        alice.press(.control("c"))
        #expect(alice.effects.last == .quit)
        #expect(alice.service.stopped.isEmpty)
    }

    @Test func forgetsTheFirstCtrlCAfterAWhileOrAnotherKey() {
        var alice = running()
        alice.press(.control("c"), .down, .control("c"))
        alice.wait(seconds: 3)
        alice.press(.control("c"))
        #expect(!alice.effects.contains(.quit))
    }
}

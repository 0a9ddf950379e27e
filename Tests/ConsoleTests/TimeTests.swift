import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct TimeTests {
    @Test func sleepsUntilTheNextMinuteWhenNothingRuns() {
        let alice = Operator()
        // The clock is at 09 seconds.
        #expect(alice.state.millisecondsToNextTick == 51_000)
        #expect(alice.screen.contains("04:07Z"))
    }

    @Test func ticksEachSecondWhileSomethingRuns() {
        var alice = Operator()
        alice.run("sleep 3")
        #expect((1...1000).contains(alice.state.millisecondsToNextTick))
        #expect(alice.screen.contains("04:07:09Z"))
        alice.wait(seconds: 2)
        #expect(alice.screen.contains("▸ Running  2 s"))
        alice.service.advance("i-bp1web01", state: .success, exitCode: 0)
        alice.wait(seconds: 10)
        #expect(alice.state.running == 0)
        #expect(alice.state.millisecondsToNextTick > 1000)
    }

    @Test func anIdleTickChangesNothingButTheClock() {
        var alice = Operator()
        let before = alice.frame()
        let effects = alice.effects.count
        alice.wait(seconds: 1)
        #expect(alice.frame() == before)
        #expect(alice.effects.count == effects)
    }

    @Test func passingWordsGoByThemselves() {
        var alice = Operator()
        alice.run("true")
        #expect(alice.screen.contains("Accepted"))
        alice.wait(seconds: 5)
        #expect(!alice.screen.contains("Accepted"))
    }

    @Test func warningsStayUntilAKeyIsPressed() {
        var alice = Operator(isReadOnly: true)
        alice.type("x")
        alice.wait(seconds: 100)
        #expect(alice.screen.contains("This console is read-only."))
        #expect(alice.state.millisecondsToNextTick > 1000)
        alice.press(.down)
        #expect(!alice.screen.contains("This console is read-only."))
    }

    @Test(arguments: [
        (0, "0 s"), (59, "59 s"), (60, "1 min 0 s"), (3599, "59 min 59 s"), (7384, "2 h 3 min"), (-5, "0 s"),
    ])
    func namesLengthsOfTime(_ seconds: Int, _ text: String) {
        #expect(Look(theme: .mono, glyphs: .ascii, language: .english).span(seconds).plain == text)
    }

    @Test func namesTheDateOfWhatWasNotToday() {
        #expect(Samples.start.shortText(on: Samples.start.adding(seconds: 3600)) == "04:07:09")
        #expect(Samples.start.shortText(on: Samples.start.adding(seconds: 86_400)) == "03-08 04:07")
    }
}

import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct TimeTests {
    @Test func sleepsUntilTheNextMinuteWhenNothingRuns() {
        let session = Session().sees("04:07Z")
        // The clock is at 09 seconds.
        #expect(session.state.millisecondsToNextTick == 51_000)
    }

    @Test func ticksEachSecondWhileSomethingRuns() {
        let session = Session().run("sleep 3").sees("04:07:09Z")
        #expect((1...1000).contains(session.state.millisecondsToNextTick))
        session.wait(2).sees("▸ Running  2 s").service { $0.advance("i-bp1web01", state: .success, exitCode: 0) }.wait(
            10
        )
        .knows("ended") { $0.running == 0 && $0.millisecondsToNextTick > 1000 }
    }

    @Test func anIdleTickChangesNothingButTheClock() {
        let session = Session()
        let (before, effects) = (session.alice.frame(), session.alice.effects.count)
        session.wait(1)
        #expect(session.alice.frame() == before)
        #expect(session.alice.effects.count == effects)
    }

    @Test func passingWordsGoByThemselves() { Session().run("true").reads("Accepted").wait(5).seesNot("Accepted") }

    @Test func warningsStayUntilAKeyIsPressed() {
        Session { $0.isReadOnly = true }.type("x").wait(100).reads("This console is read-only.").press(.down)
            .seesNot("This console is read-only.")
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

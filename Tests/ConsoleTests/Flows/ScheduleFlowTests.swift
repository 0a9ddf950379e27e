import CloudAssistant
import Screen
import Testing

@testable import Console

/// Runs that come again: prepared, listed, changed, looked back at.
@Suite struct ScheduleFlowTests {
    private static let due = Samples.start.adding(seconds: 1200)

    private static func scheduled(lastExitCode: Int = 0) -> Session {
        Session().run("uptime").service { $0.schedule("rate(20m)", lastExitCode: lastExitCode, due: due) }.wait(1)
            .press(.control("r"))
    }

    private static func frequency(_ text: String) -> Session {
        Session().prepare("uptime").press(.tab, .enter).tab(to: .frequency).type(text)
    }

    @Test func aFrequencyIsExplainedWithItsNextTimesWhileItIsTyped() {
        Self.frequency("0 30 3 ? * FRI UTC").sees("03:30:00", "next: 20")
    }

    @Test func aFrequencyThatCannotBeIsRefusedAtItsField() {
        Self.frequency("0 0 0 30 2 ?").sees("InvalidParam.Frequency").isOn(.frequency)
    }

    @Test func aFrequencyMakesAPeriodOfWhatSaysOnce() {
        let session = Self.frequency("rate(5m)").preview().sees("Period  rate(5m)", "Next runs").type("1").press(.enter)
        #expect(session.sent.first?.draft.frequency == "rate(5m)")
        #expect(session.sent.first?.draft.repeatMode == nil)
    }

    @Test(arguments: [RepeatMode.nextRebootOnly, .everyReboot, .dryRun]) func theOtherModesAreChosen(_ mode: RepeatMode)
    {
        let session = Session().prepare("uptime").press(.tab, .enter).tab(to: .repeatMode)
        for _ in 0..<5 where session.state.form?.repeatMode != mode { session.press(.enter) }
        session.preview().sees("\(mode.rawValue): ").type("1").press(.enter)
        #expect(session.sent.first?.draft.repeatMode == mode.rawValue)
    }

    @Test func theListNarrowsToWhatRunsAgain() {
        Self.scheduled().run("sleep 1").type("T").isOn(.invocations).sees("rate(20m)", "RUNS", "Success")
            .knows("only it") { $0.invocations.shown.count == 1 }
            .type("T").knows("all") { $0.invocations.shown.count == 2 }
    }

    @Test func theListTellsHowTheLastRunEnded() {
        Self.scheduled(lastExitCode: 3).type("T").sees("Failed")
    }

    @Test func whatWaitsForItsTimeIsNotCountedAsRunning() {
        Self.scheduled().knows("none") { $0.running == 0 }
    }

    @Test func anotherFrequencyIsAskedForAndSent() {
        let session = Self.scheduled().type("6F").press(.control("u")).type("rate(30m)").press(.enter)
            .reads("Changed: t-hz01")
        #expect(session.alice.service.changed == ["rate(30m)"])
    }

    @Test func aWrongFrequencyStaysInTheLine() {
        let session = Self.scheduled().type("6F").press(.control("u")).type("rate(30s)").press(.enter)
        #expect(session.alice.service.changed.isEmpty && session.state.prompt != nil)
        session.sees("The interval of 30 s is too short.").press(.escape).knows("closed") { $0.prompt == nil }
    }

    @Test func whatRunsOnceHasNoFrequencyToChange() {
        Session().run("uptime").type("6F").reads("has no frequency").knows("no line") { $0.prompt == nil }
    }

    @Test func everyRunIsListedAndTheLatestAgain() {
        let session = Self.scheduled().type("6H").isOn(.output).knows("both") { $0.output.results.count == 2 }
        session.type("H").knows("one") { $0.output.results.count == 1 }
    }

    @Test func theListsGoOnBeingReadAfterALookAtTheHistory() {
        let session = Self.scheduled().type("6H").type("6").service { $0.advance("i-bp1web01", state: .cancelled) }
        session.take(.change(.invocation("t-hz01"))).knows("stopped") {
            $0.invocations.entries.first?.state.isFinal == true
        }
    }

    @Test func aConsoleThatOnlyLooksChangesNothing() {
        let session = Session { $0.isReadOnly = true }.type("6F").knows("no line") { $0.prompt == nil }
        #expect(session.alice.service.changed.isEmpty)
    }
}

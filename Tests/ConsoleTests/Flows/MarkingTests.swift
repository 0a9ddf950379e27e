import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct MarkingTests {
    @Test func spaceMarksAndGoesOn() {
        Session().type("  ").hasMarked("i-bp1web01", "i-bp1web02").sees("2 marked")
            .knows("the cursor went on") { $0.targets.current?.instance.id == "i-bp1db01" }
            .type("k ").hasMarked("i-bp1web01")
    }

    @Test func vTwiceMarksTheRangeBetween() {
        Session().type("jv").reads("The range begins here").type("jjv")
            .hasMarked("i-bp1web02", "i-bp1db01", "i-bp1old01")
    }

    @Test func aRangeGoesUpwardsToo() {
        Session().type("Gvkkv").hasMarked("i-bp1win01", "i-bp1old01", "i-bp1db01")
    }

    @Test func escapeGivesTheRangeUp() {
        Session().type("v").press(.escape).type("jv").hasMarked().type("jv").hasMarked("i-bp1web02", "i-bp1db01")
    }

    @Test func invertTurnsWhatIsShown() {
        Session().type(" i").hasMarked("i-bp1web02", "i-bp1db01", "i-bp1old01", "i-bp1win01")
    }

    @Test func invertLeavesWhatTheFilterHides() {
        Session().type(" /db\ni").hasMarked("i-bp1web01", "i-bp1db01")
    }

    @Test func allMarksWhatIsShownAndNoneUnmarksWhatIsHiddenToo() {
        Session().type("/web\na").hasMarked("i-bp1web01", "i-bp1web02").press(.escape).type("/db\nu").hasMarked()
    }

    @Test func marksThatTheFilterHidesAreCountedInTheTitle() {
        Session().type("  /old").sees("1/5 [old], 2 marked (2 hidden by the filter)")
            .press(.escape).sees("5, 2 marked").seesNot("hidden by the filter")
    }

    @Test func aRunGoesToHiddenMarksToo() throws {
        let session = Session().type("  /old\n").prepare("true").preview().type("2\n").hasSent(1)
        #expect(session.sent.first?.draft.instanceIDs == ["i-bp1web01", "i-bp1web02"])
    }

    @Test func marksBelongToIdsAndGoWithTheirInstances() {
        let new = Target(instance: Instance(id: "i-aaa", name: "aaa", regionID: Samples.hangzhou), isOnline: true)
        Session().type("j ").take(.reply(.targets(Samples.hangzhou, [new] + Samples.targets.reversed())))
            .hasMarked("i-bp1web02").knows("cursor") { $0.targets.current?.instance.id == "i-bp1db01" }
            .take(.reply(.targets(Samples.hangzhou, [new]))).hasMarked()
    }

    @Test func dTakesTheMarksOffWhatIsNotReady() {
        Session().type("ad").hasMarked("i-bp1web01", "i-bp1web02", "i-bp1db01")
            .reads("Dropped 2 that are not ready; 3 left.").type("d").reads("All of them are ready.")
    }

    @Test func dSaysThatNothingIsMarked() { Session().type("d").reads("Nothing is marked.") }

    @Test(arguments: ["1", "3", "4", "5", "6", "7", "8"]) func marksOnlyFromTheTargets(_ pane: String) {
        Session().type(pane + "a i v").hasMarked()
    }

    @Test func withoutMarksTheCursorIsTheTarget() {
        let session = Session().type("jj").prepare("true").preview().type("1\n")
        #expect(session.sent.first?.draft.instanceIDs == ["i-bp1db01"])
    }
}

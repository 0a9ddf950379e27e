import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct MouseTests {
    /// Where a text stands on the screen.
    private func place(_ text: String, _ session: Session) -> Position {
        let frame = session.alice.frame()
        for row in 0..<frame.size.rows {
            let cells = Array(frame.row(row))
            for column in cells.indices {
                let rest = cells.dropFirst(column).prefix(text.count).map(\.grapheme).joined()
                if rest == text { return Position(row: row, column: column) }
            }
        }
        return Position(row: 0, column: 0)
    }

    @Test func aClickMovesTheFocusAndTheCursor() {
        let session = Session()
        session.take(.click(place("batch-old", session))).isOn(.targets)
            .knows("cursor") { $0.targets.current?.instance.id == "i-bp1old01" }
        session.take(.click(place("uptime", session))).isOn(.commands)
            .knows("cursor") { $0.commands.current?.id == "c-uptime" }
        session.take(.click(place("cn-beijing", session))).isOn(.regions)
            .knows("cursor, not region") { $0.regions.current?.id == "cn-beijing" && $0.region == Samples.hangzhou }
    }

    @Test func aClickOnAHeadingOrBelowTheListMovesOnlyTheFocus() {
        let session = Session().type("jj3")
        session.take(.click(place("STATUS", session))).isOn(.targets)
            .knows("cursor") { $0.targets.current?.instance.id == "i-bp1db01" }
        let last = place("win-01", session)
        session.type("3").take(.click(Position(row: last.row + 2, column: last.column))).isOn(.targets)
            .knows("cursor") { $0.targets.current?.instance.id == "i-bp1db01" }
    }

    @Test func aClickFindsTheRowWhereAPaneHasNoHeading() {
        let session = Session(Size(rows: 32, columns: 120)).run("uno").run("due").type("6j2")
        session.take(.click(place("uno", session))).isOn(.invocations)
            .knows("cursor") { $0.invocations.current?.id == "t-hz01" }
    }

    @Test func aClickOnTheBarOfPanesGoesThere() {
        let session = Session(Size(rows: 24, columns: 80)).prepare("true")
        session.take(.click(place("3 Comm", session))).isOn(.commands).type("4")
            .knows("not typing") { $0.form?.isEditing == false }
    }

    @Test func theWheelScrolls() {
        let session = Session()
        session.take(.wheel(2, place("web-02", session))).knows("moved") { $0.targets.index == 2 }
            .take(.wheel(-1, place("web-02", session))).knows("moved") { $0.targets.index == 1 }
    }

    @Test func nothingIsSentByTheMouse() {
        let session = Session().prepare("true").preview().type("1")
        for row in 0..<40 {
            for column in stride(from: 0, to: 140, by: 7) {
                session.take(.click(Position(row: row, column: column)))
                    .take(.wheel(row % 2 == 0 ? 1 : -1, Position(row: row, column: column)))
            }
        }
        session.hasSent(0).isOn(Pane.preview).knows("armed") { $0.preview != nil }
    }

    @Test func isSwitchedOnAndOff() {
        Session().type("M").wants(.setMouse(true)).reads("The mouse is on").type("M").wants(.setMouse(false))
    }

    @Test func theWheelLeavesNobodyTypingIntoAChoice() {
        let session = Session(commands: [Samples.deploy]).type("3").press(.enter).isOn(.parameter("stage"))
            .press(.tab).isOn(.parameter("api_token"))
        session.take(.wheel(-1, place("api_token", session))).isOn(.parameter("stage")).type("zz")
            .knows("a choice") { $0.form?.text(.parameter("stage")) == "test" }
    }
}

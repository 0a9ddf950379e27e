import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct OutputTextTests {
    private static let lines = (1...100).map { "line \($0)\n" }.joined()

    private func session(_ output: String) -> Session {
        Session(Size(rows: 24, columns: 80)).run("work").service { $0.advance("i-bp1web01", output: output) }.wait(1)
    }

    @Test func followsTheEndUntilItIsScrolled() {
        session(Self.lines).sees("line 100").type("k").service { $0.advance("i-bp1web01", output: "line 101\n") }
            .wait(1).seesNot("line 101").type("G").sees("line 101").type("g").sees("line 1 ")
    }

    @Test func fStopsFollowingWhereItIs() {
        session(Self.lines).type("f").sees("line 100").service { $0.advance("i-bp1web01", output: "line 101\n") }
            .wait(1).sees("line 100").seesNot("line 101").type("f").sees("line 101")
    }

    @Test func wrapsLongLines() {
        session(String(repeating: "x", count: 100) + "END\n").seesNot("END").type("w").sees("END").type("w")
            .seesNot("END")
    }

    @Test func slidesLongLines() {
        session("START" + String(repeating: "x", count: 100) + "END\n").seesNot("END").press(.right, times: 5)
            .sees("END", "from column 41").seesNot("START").press(.left, times: 5).sees("START")
            .press(.right, times: 99).sees("END")
    }

    @Test func nAndNGoToMatchesAndRoundTheEnds() {
        let session = session(Self.lines).type("g/line 5")
        let found = { (session: Session) in session.state.output.text.match.map { $0 + 1 } }
        #expect(found(session) == 5)
        session.sees("11 match").press(.enter).type("n")
        #expect(found(session) == 50)
        session.type("NN")
        #expect(found(session) == 59)
        session.type("n")
        #expect(found(session) == 5)
    }

    @Test func saysWhatIsNotThere() { session("one\n").type("/two\n").reads("Not found: two") }

    @Test func escapeGivesTheSearchUpFirst() {
        session("one\n").type("/one\n").sees("/one 1 match").press(.escape).seesNot("/one").isOn(.output)
            .press(.escape).isOn(.invocations)
    }

    @Test func oOpensTheWholeOutputInThePager() {
        session("one\n").type("o").wants(.page(.bytes(Array("one\n".utf8))))
    }

    @Test func controlSignsDoNothing() { session("a\u{1B}[31mb\u{7}\n").seesNot("\u{1B}", "\u{7}").sees("a") }
}

import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct PastedListTests {
    @Test func theLineForAListSaysWhatItsKeysDo() {
        Session(Size(rows: 24, columns: 80)).type("p").sees("Enter mark  Esc cancel").seesNot("Enter keep")
        Session(Size(rows: 24, columns: 80)).type("t").sees("Enter choose  Esc cancel").seesNot("Enter keep")
    }

    @Test func marksIdsNamesAndAddressesAndNamesWhatItDoesNotKnow() {
        Session().paste("i-bp1web01\nweb-02, 10.0.0.27\nweb-99\n")
            .hasMarked("i-bp1web01", "i-bp1web02", "i-bp1db01").reads("Marked 3; 1 unknown or ambiguous: web-99")
    }

    @Test func doesTheSameFromItsLine() {
        Session().type("p").sees("Mark: ").type("web-01 nobody\n").hasMarked("i-bp1web01")
            .reads("Marked 1; 1 unknown or ambiguous: nobody")
    }

    @Test func keepsLinesApartThatArePastedIntoItsLine() {
        Session().type("p").paste("web-01\nweb-02\r\nbatch-old\n").press(.enter)
            .hasMarked("i-bp1web01", "i-bp1web02", "i-bp1old01").reads("Marked from the list: 3.")
    }

    @Test func doesNotGuessAnAddressThatSeveralHave() {
        Session().paste("10.0.0.16").hasMarked().reads("Marked 0; 1 unknown or ambiguous: 10.0.0.16")
    }

    @Test func addsToTheMarks() { Session().type(" ").paste("batch-old").hasMarked("i-bp1web01", "i-bp1old01") }

    @Test func isNeverTakenForKeys() {
        Session().paste("q\nx\n1\n").wantsNot(.quit).knows("no form") { $0.form == nil && $0.modal == nil }
            .run("true").prepare("true").preview().paste("1\n").hasSent(1).knows("empty answer") {
                $0.preview?.answer.text == ""
            }
    }
}

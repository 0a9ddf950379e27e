import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct CopyTests {
    static let ids: [(String, String)] = [
        ("1", "cn-hangzhou"), ("2", "i-bp1web01"), ("3", "c-restart"), ("6", "t-hz01"), ("7", "t-hz01"),
        ("8", "t-hz01"),
    ]

    private func session() -> Session {
        Session().run("false").service {
            $0.advance("i-bp1web01", state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
        }.wait(1)
    }

    @Test(arguments: ids) func copiesTheIdOfWhatIsUnderTheCursor(_ pane: String, _ id: String) {
        session().type(pane + "y").wants(.copy(id))
    }

    static let lines: [(String, String)] = [
        ("1", "flagdeck regions"), ("2", "flagdeck instances --region-id cn-hangzhou"),
        (
            "3",
            "flagdeck invoke --region-id cn-hangzhou --command-id c-restart --instance-id i-bp1web01 "
                + "--parameter service= --timeout 120"
        ), ("6", "flagdeck invocations --region-id cn-hangzhou --invoke-id t-hz01"),
        ("7", "flagdeck results --region-id cn-hangzhou --invoke-id t-hz01"),
        ("8", "flagdeck results --region-id cn-hangzhou --invoke-id t-hz01"),
    ]

    @Test(arguments: lines) func copiesTheCommandLineThatDoesTheSame(_ pane: String, _ line: String) {
        session().type(pane + "Y").wants(.copy(line))
    }

    @Test func copiesTheCommandLineOfTheForm() {
        Session().type("trole=web\n").prepare("uptime").press(.escape).type("Y").wants(
            .copy(
                "flagdeck run --region-id cn-hangzhou --command-content uptime --resource-tag role=web --timeout 60"))
    }

    @Test func saysThatThereIsNothing() { Session().type("4y").reads("Nothing to copy here.") }

    @Test(arguments: [
        (Copied(place: .terminal, path: "/tmp/c"), "Sent to the terminal's clipboard, and kept in /tmp/c"),
        (Copied(place: .tmux, path: "/tmp/c"), "In the buffer of tmux, and kept in /tmp/c"),
        (Copied(place: .fileOnly, path: "/tmp/c"), "Kept in /tmp/c"),
        (Copied(place: .terminal, path: nil), "It could not be kept in a file."),
    ]) func saysWhereItWent(_ copied: Copied, _ text: String) { Session().take(.copied(copied)).reads(text) }

    @Test func anInstanceInFullHasItsIdCopied() {
        Session().press(.enter).sees("Time zone").type("y").wants(.copy("i-bp1web01")).sees("Time zone")
    }
}

import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct EditorTests {
    private static func sheet(_ name: String, _ script: String, timeout: String = "60") -> String {
        "#: name: \(name)\n#: type: RunShellScript\n#: timeout: \(timeout)\n\(script)"
    }

    /// What the editor was opened with last.
    private func opened(_ session: Session) throws -> (task: EditTask, text: String) {
        guard case .edit(let task, let text)? = session.alice.effects.last else {
            Issue.record("no editor: \(session.alice.effects.suffix(2))")
            throw Missing()
        }
        return (task, text)
    }

    private struct Missing: Error {}

    @Test func makesANewCommand() throws {
        let session = Session().type("3n")
        let (task, text) = try opened(session)
        #expect(task == .newCommand && text.contains("#: name:"))
        session.take(.edited(task, .text(Self.sheet("clean-tmp", "rm -f /tmp/{{what}}\n")))).expectIdle()
            .reads("Saved: clean-tmp").sees("3 Commands 3")
            .knows("cursor") { $0.commands.current?.name == "clean-tmp" }
        #expect(session.alice.service.saved.first?.enablesParameters == true)
    }

    @Test func changesACommandOfOnesOwn() throws {
        let session = Session().type("3je")
        let (task, text) = try opened(session)
        #expect(task == .command("c-uptime") && text.hasSuffix("#!/bin/sh\nuptime\n"))
        session.take(.edited(task, .text(text + "date\n"))).reads("Saved: uptime").sees("3 Commands 2")
        #expect(session.alice.service.saved.first?.content == "#!/bin/sh\nuptime\ndate\n")
    }

    @Test func makesACopyOfWhatSomebodyElseProvides() throws {
        let session = Session(commands: [Samples.starter]).type("3e")
        let (task, text) = try opened(session)
        #expect(task == .newCommand && text.contains("my-hello"))
        session.take(.edited(task, .text(text + "date\n"))).reads("Saved: my-hello")
            .knows("both") { Set($0.commands.entries.map(\.name)) == ["hello", "my-hello"] }
    }

    @Test(arguments: ["3n", "3e", "3je"]) func savesNothingWhenTheTextIsLeftAsItWas(_ keys: String) throws {
        let session = Session(commands: [Samples.starter] + Samples.commands).type(keys)
        let (task, text) = try opened(session)
        session.take(.edited(task, .text(text))).reads("Nothing changed, nothing saved.")
        #expect(session.alice.service.saved.isEmpty)
    }

    @Test func keepsATextThatBreaksARuleAndGivesItBack() throws {
        let session = Session().type("3n")
        let text = Self.sheet("", "true\n")
        session.take(.edited(.newCommand, .text(text))).sees("Why: ", "Fix: ", "The text is kept", "[ Edit again ]")
            .press(.escape).sees("The text is kept").press(.enter).seesNot("The text is kept")
        let again = try opened(session)
        #expect(again.task == .newCommand && again.text == text)
        // Left as it was, it is still not lost.
        session.take(.edited(.newCommand, .text(text))).sees("The text is kept")
        #expect(session.alice.service.saved.isEmpty)
    }

    @Test func throwsATextAwayOnRequestOnly() {
        Session().type("3n").take(.edited(.newCommand, .text(Self.sheet("", "true\n")))).press(.right, .enter)
            .seesNot("The text is kept").knows("gone") { $0.modal == nil }
    }

    @Test func keepsATextThatTheServiceRefuses() throws {
        let text = Self.sheet("twice", "true\n")
        let session = Session().type("3n").service { $0.refusal = APIError(.internalErrorDispatch) }
            .take(.edited(.newCommand, .text(text))).sees("InternalError.Dispatch", "The text is kept").press(.enter)
        #expect(try opened(session).text == text)
    }

    @Test func controlCTwiceQuitsWhileACommandIsBeingSaved() {
        Session().type("3n").hold().take(.edited(.newCommand, .text(Self.sheet("slow", "true\n")))).sees("Saving...")
            .press(.control("c")).wantsNot(.quit).press(.control("c")).wants(.quit)
    }

    @Test func takesTheScriptOfTheFormToTheEditorAndBack() throws {
        let session = Session().prepare("one").press(.control("e"))
        #expect(try opened(session) == (.script, "one"))
        session.take(.edited(.script, .text("one\ntwo\n"))).isOn(.content)
            .knows("text") { $0.form?.text(.content) == "one\ntwo\n" }
    }

    @Test func saysWhyAnEditorFailedAndWhereTheTextIs() {
        Session().type("3n").take(.edited(.newCommand, .failed("vi is not there", keptAt: "/tmp/x.sh")))
            .reads("The editor: vi is not there. The text is in /tmp/x.sh")
    }

    @Test func aFormOfACommandThatWasChangedIsLetGo() {
        Session().type("3\nnginx").press(.escape, .escape).type("e").take(
            .edited(.command("c-restart"), .text(Self.sheet("restart-service", "true\n")))
        ).knows("no form") { $0.form == nil }
    }
}

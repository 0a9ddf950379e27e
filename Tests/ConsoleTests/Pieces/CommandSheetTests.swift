import CloudAssistant
import Testing

@testable import Console

@Suite struct CommandSheetTests {
    private func command(_ script: String, name: String = "tidy-up", description: String = "Removes: old files")
        -> Command
    {
        Command(
            id: "c-1", name: name, description: description, type: .shell, content: script,
            workingDirectory: "/srv/my app",
            timeoutSeconds: 90, launcher: "python3 -u {{ACS::ScriptFileName}}", created: Samples.start)
    }

    @Test(
        arguments: [
            "date\n", "", "\n", "\n\ndate", "#!/bin/sh\r\ndate\r\n", "#: name: not the name\ndate\n",
            "#:\n#: ---\n#: x", "数据\n",
            "#: ---", "#\n#: type: x", "\u{FEFF}date", "no end",
        ], Language.allCases) func comesBackAsItWas(_ script: String, _ language: Language)
    {
        let sheet = CommandSheet(command(script))
        let back = CommandSheet(sheet.text(language))
        #expect(back == sheet)
        #expect(Array(back.script.utf8) == Array(script.utf8))
    }

    @Test(arguments: ["two\nlines", " blanks around \t", "\r\n", "a: b: c", "---", "a\u{2028}b"])
    func comesBackWhateverIsInTheHead(_ text: String) {
        let sheet = CommandSheet(command("date\n", name: text, description: text))
        #expect(CommandSheet(sheet.text(.english)) == sheet)
    }

    @Test func anEmptySheetComesBackToo() {
        for language in Language.allCases { #expect(CommandSheet(CommandSheet().text(language)) == CommandSheet()) }
    }

    @Test func readsWhatPeopleWrite() {
        let sheet = CommandSheet("#:name:x\r\n#: colour: red\r\n#: no colon\r\n#:   timeout :  5 \r\n#:\r\ndate\r\n")
        #expect(sheet.name == "x")
        #expect(sheet.timeout == "5")
        #expect(sheet.summary == "" && sheet.directory == "" && sheet.launcher == "")
        #expect(sheet.script == "date\r\n")
    }

    @Test(arguments: [("", ""), ("#:", ""), ("#: name: x", ""), ("date", "date"), (" #: name: x\n", " #: name: x\n")])
    func readsWhatIsHardlyThere(_ text: String, _ script: String) { #expect(CommandSheet(text).script == script) }

    @Test(arguments: [("", nil), ("5", 5), ("soon", 0), ("99999999999999999999", 0)] as [(String, Int?)])
    func leavesTheRulesToTheService(_ text: String, _ seconds: Int?) {
        var sheet = CommandSheet()
        sheet.timeout = text
        #expect(sheet.draft.timeoutSeconds == seconds)
        #expect(sheet.draft.workingDirectory == nil && sheet.draft.launcher == nil)
    }

    /// It cannot be changed later, when the script gets its first one.
    @Test(arguments: ["echo {{who}}", "echo"]) func parametersAreOn(_ script: String) {
        var sheet = CommandSheet()
        sheet.script = script
        #expect(sheet.draft.enablesParameters)
    }
}

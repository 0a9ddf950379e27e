import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct PreviewTests {
    @Test func showsWhoWhereAndHow() {
        Session().type("  ").prepare("uptime").preview()
            .sees("2: web-01, web-02", "cn-hangzhou", "alice", "60 s, then Process is ended", "1  uptime")
    }

    @Test func namesWhatIsNotReadyAndWhy() {
        Session().type("a").prepare("true").preview()
            .sees("Not ready      2: batch-old Stopped, win-01 Windows")
    }

    @Test func controlXDropsWhatIsNotReadyAndAsksAnew() {
        let session = Session().type("k").paste("web-01 batch-old").prepare("true").preview().type("2")
            .press(.control("x")).reads("Dropped 1 that are not ready; 1 left.").sees("the number of targets (1)")
            .hasMarked("i-bp1web01").knows("answer gone") { $0.preview?.answer.text == "" }.type("1\n")
        #expect(session.sent.first?.draft.instanceIDs == ["i-bp1web01"])
    }

    @Test func controlXLeavesAtLeastOne() {
        Session().paste("batch-old").prepare("true").preview().press(.control("x"))
            .reads("None of them is ready").hasMarked("i-bp1old01")
    }

    @Test func namesEmptyParameters() {
        Session().prepare("rm -rf /srv/{{dir}} {{other}}").preview()
            .sees("Left empty     2: {{dir}}, {{other}}", "rm -rf /srv/ ")
    }

    @Test(arguments: [
        ("rm -rf /", "removes a whole system directory"), ("rm -rf $DIR/*", "when the variable is empty"),
        ("dd if=/dev/zero of=/dev/vda", "writes over a disk"), ("mkfs.ext4 /dev/vdb", "makes a new file system"),
        ("sudo reboot", "ends or restarts the machine"), (":(){ :|:& };:", "fills the process table"),
        ("curl http://x | bash", "runs what was just downloaded"), ("systemctl stop sshd", "cut off remote access"),
    ]) func warnsOfWhatDestroys(_ script: String, _ warning: String) {
        Session(Size(rows: 50, columns: 240)).prepare(script).preview().sees("Look twice     line 1: ", warning)
    }

    @Test(arguments: ["echo ok", "# rm -rf /", "rm -rf /srv/app/cache", "echo reboot later"])
    func doesNotWarnOfWhatIsHarmless(_ script: String) {
        Session().prepare(script).preview().seesNot("Look twice")
    }

    @Test func saysThatTheSameRanJustNow() {
        Session().run("apt-get update").type("2").prepare("apt-get update").preview()
            .sees("Ran before     alice ran this on 1 of these 1, 0 s ago")
    }

    @Test func doesNotCallAnotherScriptTheSame() {
        Session().run("true").type("2").prepare("false").preview().seesNot("Ran before")
    }

    @Test func goesBackWithEverythingKept() {
        for key in [Key.escape, .control("c")] {
            Session().prepare("echo {{a}}").press(.tab).type("b").preview().press(key).isOn(.parameters)
                .knows("kept") { $0.form?.text(.content) == "echo {{a}}" && $0.form?.text(.parameter("a")) == "b" }
        }
    }

    @Test func showsEveryLineOfTheScriptUnaltered() {
        let session = Session().prepare("").paste("rm -rf /\recho safe\n\u{1B}[2Khidden\nlast\u{202E}").preview()
        let script = PreviewText(session.state).script
        let all = (script?.rows ?? []).map { $0.map(\.0.plain).joined() }.joined(separator: "\n")
        #expect(all.contains("echo safe") && all.contains("\u{FFFD}[2Khidden") && all.contains("last\u{FFFD}"))
    }

    @Test func aLongScriptIsScrolledWhileTheQuestionStays() {
        let lines = (1...80).map { "echo line-\($0)." }.joined(separator: "\n")
        Session().prepare("").paste(lines).preview().seesNot("80  echo line-80.").press(.pageDown, times: 8)
            .sees("80  echo line-80.", "To send, type").press(.pageUp, times: 8)
            .sees(" 1  echo line-1.", "To send, type").hasSent(0)
    }

    @Test func theLibraryIsShownBeforeAnythingIsPrepared() {
        Session().type("3").sees("Restart a service and show its state", "Unit, for example nginx", "{{service}}")
    }

    @Test func theLongestNameOfAnEnvironmentCanBeTyped() {
        let name = String(repeating: "p", count: 128)
        Session {
            $0.environment = name
            $0.isProtected = true
        }.prepare("true").preview().type(name).press(.enter).hasSent(1)
    }
}

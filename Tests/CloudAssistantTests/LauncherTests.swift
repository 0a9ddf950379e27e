import Testing

@testable import CloudAssistant

/// ECS API, InvokeCommand, Launcher.
@Suite struct LauncherTests {
    typealias Word = LaunchPlan.Word
    static let place = Word.scriptPath(prefix: "", suffix: "")

    static let read: [(launcher: String, words: [Word], ending: String)] = [
        (#"python3 -u {{ACS::ScriptFileName|Ext(".py")}}"#, [.text("python3"), .text("-u"), place], ".py"),
        ("python3 {{ACS::ScriptFileName|Ext(.py)}}", [.text("python3"), place], ".py"),
        ("python3 {{ACS::ScriptFileName|Ext('.py')}}", [.text("python3"), place], ".py"),
        (#"python3 {{ ACS::ScriptFileName | Ext(".py") }}"#, [.text("python3"), place], ".py"),
        ("bash {{ACS::ScriptFileName}}", [.text("bash"), place], ""),
        ("{{ACS::ScriptFileName}} --now", [place, .text("--now")], ""),
        ("bash --file={{ACS::ScriptFileName}}.x", [.text("bash"), .scriptPath(prefix: "--file=", suffix: ".x")], ""),
        (
            "powershell -command [Console]::OutputEncoding=[System.Text.Encoding]::UTF8;"
                + "{{ACS::ScriptFileName|Ext(.ps1)}};exit $LastExitCode",
            [
                .text("powershell"), .text("-command"),
                .scriptPath(prefix: "[Console]::OutputEncoding=[System.Text.Encoding]::UTF8;", suffix: ";exit"),
                .text("$LastExitCode"),
            ], ".ps1"
        ),
        (
            #"sh -c "exec {{ACS::ScriptFileName}} now""#,
            [.text("sh"), .text("-c"), .scriptPath(prefix: "exec ", suffix: " now")], ""
        ),
        (
            #"sh -c "exec {{ACS::ScriptFileName|Ext(".rb")}}""#,
            [.text("sh"), .text("-c"), .scriptPath(prefix: "exec ", suffix: "")], ".rb"
        ),
        ("python3 -u", [.text("python3"), .text("-u"), place], ".sh"),
        ("  bash\t-x  ", [.text("bash"), .text("-x"), place], ".sh"),
        ("bash 'a b' \"c d\"", [.text("bash"), .text("a b"), .text("c d"), place], ".sh"),
        ("bash a'b c'd", [.text("bash"), .text("ab cd"), place], ".sh"),
        ("bash ''", [.text("bash"), .text(""), place], ".sh"),
        ("bash \"it's\"", [.text("bash"), .text("it's"), place], ".sh"),
        ("bash a\\ b", [.text("bash"), .text("a b"), place], ".sh"),
        ("bash \\'", [.text("bash"), .text("'"), place], ".sh"),
        (
            "bash $HOME *.sh ; ls", [.text("bash"), .text("$HOME"), .text("*.sh"), .text(";"), .text("ls"), place],
            ".sh"
        ),
        ("bash\n-x\r\n-v", [.text("bash"), .text("-x"), .text("-v"), place], ".sh"),
        ("bash {{ACS::ScriptFileName}}\u{301}", [.text("bash"), .scriptPath(prefix: "", suffix: "\u{301}")], ""),
        ("bash \"\u{301}a b\"", [.text("bash"), .text("\u{301}a b"), place], ".sh"),
        ("解释 目录", [.text("解释"), .text("目录"), place], ".sh"),
    ]

    @Test(arguments: read) func launchersAreRead(_ launcher: String, _ words: [Word], _ ending: String) throws {
        let plan = try Launcher(launcher).plan
        #expect(plan.arguments == words)
        #expect(plan.fileExtension == ending)
    }

    static let faulty: [(launcher: String, fault: Launcher.Fault)] = [
        ("", .empty),
        (" \t ", .empty),
        ("bash 'a", .unclosedQuote),
        ("bash \"a", .unclosedQuote),
        ("bash {{ACS::ScriptFileName}} {{ACS::ScriptFileName}}", .severalPlaces),
        ("bash {{ACS::ScriptFileName}}{{ACS::ScriptFileName}}", .severalPlaces),
        ("bash {{ACS::InstanceId}}", .unknownPlace("ACS::InstanceId")),
        ("bash {{name}}", .unknownPlace("name")),
        ("bash {{ACS::ScriptFileName|Base64}}", .unknownPlace("ACS::ScriptFileName|Base64")),
        ("bash {{ACS::ScriptFileName|Ext()}}", .unknownPlace("ACS::ScriptFileName|Ext()")),
        ("bash {{ACS::ScriptFileName|Ext(../x)}}", .unknownPlace("ACS::ScriptFileName|Ext(../x)")),
    ]

    @Test(arguments: faulty) func faultyLaunchersAreRefused(_ launcher: String, _ fault: Launcher.Fault) {
        #expect(throws: fault) { try Launcher(launcher) }
    }

    @Test(arguments: ["bash {{ACS::ScriptFileName", "bash {{", "bash {{{", "{{}}", "bash \\", "{{\u{301}}}"])
    func brokenPlacesNeverTrap(_ launcher: String) {
        _ = try? Launcher(launcher)
    }

    @Test func anEndingIsOneOfAFileName() throws {
        for ending in ["/x", "a b/c", "..\\x", "a/../b", letters(40)] {
            let plan = try? Launcher("bash {{ACS::ScriptFileName|Ext(\(ending))}}").plan
            #expect(plan?.fileExtension.contains("/") != true)
            #expect(plan?.fileExtension.contains("\\") != true)
        }
    }

    @Test func theFallbackEndingIsForLaunchersWithoutAPlace() throws {
        #expect(try Launcher("pwsh", fallbackExtension: ".ps1").plan.fileExtension == ".ps1")
        #expect(try Launcher("pwsh {{ACS::ScriptFileName}}", fallbackExtension: ".ps1").plan.fileExtension.isEmpty)
    }

    @Test func aShellScriptIsItsOwnProgramUnlessALauncherIsGiven() {
        #expect(LaunchPlan.standard(for: .shell).arguments.isEmpty)
        #expect(LaunchPlan.standard(for: .powerShell).arguments.last == Self.place)
        #expect(LaunchPlan.standard(for: .powerShell).fileExtension == ".ps1")
    }

    @Test func aLongLauncherIsReadInTime() {
        let time = ContinuousClock().measure {
            for text in [String(repeating: "{", count: 1024), String(repeating: "{ ", count: 512)] {
                _ = try? Launcher(text)
            }
        }
        #expect(time < .seconds(1))
    }
}

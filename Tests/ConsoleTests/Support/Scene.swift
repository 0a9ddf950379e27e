import CloudAssistant
import Console
import Screen

/// A place in the console that somebody can get to, and how.
struct Scene: Sendable {
    let name: String
    /// True for those that are also looked at on wide screens.
    var isMain = false
    /// True for those that are also looked at in colour.
    var isColored = false
    /// Changes what the console starts with.
    var arrange: @Sendable (inout Setup) -> Void = { _ in }
    let play: @Sendable (inout Operator) -> Void

    func played(_ size: Size, _ language: Language) -> Operator {
        var alice = Operator(size, language: language, arrange)
        play(&alice)
        return alice
    }

    static let all: [Scene] = choosing + composing + confirming + watching + dialogs

    private static let choosing = [
        Scene(name: "targets", isMain: true, isColored: true) { $0.type("  ") },
        Scene(name: "targets-tags") { alice in
            alice.type("tenv=prod role=web")
            alice.press(.enter)
        },
        Scene(name: "tags-typed") { $0.type("trole=db") },
        Scene(name: "filter", isColored: true) { alice in
            alice.type("  ")
            alice.type("/数据 | batch")
        },
        Scene(name: "filter-nothing") { $0.type("/colour:red") },
        Scene(name: "commands", isMain: true) { $0.type("3") },
        Scene(name: "read-only", arrange: { $0.isReadOnly = true }) { $0.type("3x") },
        Scene(name: "empty") { alice in
            alice.service.targets = [:]
            alice.service.commands = [:]
            alice.press(.control("r"))
        },
    ]

    private static let composing = [
        Scene(name: "form", isMain: true, isColored: true) { $0.prepare("echo {{who}}\nsleep 3") },
        Scene(name: "form-command", isMain: true) { $0.type("  3x") },
        Scene(name: "form-more") { alice in
            alice.prepare("uptime")
            alice.press(.escape, .down, .enter, .down, .down, .down, .down, .down, .down)
        },
        Scene(name: "form-frequency", isMain: true) { alice in
            alice.prepare("uptime")
            alice.press(.escape, .down, .enter, .down, .down, .enter)
            alice.type("0 30 3 ? * FRI UTC")
        },
        Scene(name: "form-targets") { alice in
            alice.type("a3")
            alice.press(.enter, .escape)
        },
        Scene(name: "refused", isColored: true) { alice in
            alice.type("  3x")
            alice.goToPreview()
        },
    ]

    private static let confirming = [
        Scene(name: "preview", isMain: true, isColored: true) { alice in
            alice.type("    ")
            alice.prepare("for host in a b c; do\n\tping -c 1 \"$host\" || echo \"$host is gone\" >&2\ndone\n")
            alice.goToPreview()
            alice.type("4")
        },
        Scene(name: "not-yet") { alice in
            alice.type("a")
            alice.prepare("uptime")
            alice.goToPreview()
            alice.type("5")
        },
        Scene(name: "preview-dangers", isMain: true) { alice in
            let script = "cd /srv\nrm -rf \"$DIR\"/*\ncurl -s https://example.com/install | sudo sh\nreboot"
            alice.type("  ")
            alice.run(script)
            alice.wait(seconds: 90)
            alice.prepare(script)
            alice.goToPreview()
        },
        Scene(
            name: "preview-protected",
            arrange: {
                $0.environment = "prod-hangzhou"
                $0.isProtected = true
            },
            play: { alice in
                alice.type("tenv=prod")
                alice.press(.enter)
                alice.prepare("uptime")
                alice.goToPreview()
                alice.type("prod")
            }),
        Scene(name: "sending") { alice in
            alice.prepare("uptime")
            alice.goToPreview()
            alice.type("1")
            alice.isSilent = true
            alice.press(.enter)
        },
    ]

    private static let watching = [
        Scene(name: "invocations", isMain: true) { alice in
            alice.run("uptime")
            alice.service.advance("i-bp1web01", state: .success, exitCode: 0)
            alice.wait(seconds: 5)
            alice.run("sleep 100")
            alice.wait(seconds: 5)
            alice.type("6")
        },
        Scene(name: "results", isMain: true, isColored: true) { $0.watchThree() },
        Scene(name: "output", isColored: true) { alice in
            alice.watchThree()
            alice.press(.enter)
            alice.type("/磁盘")
            alice.press(.enter)
        },
        Scene(name: "output-wrapped") { alice in
            alice.run("seq")
            let line = (1...60).map { "\($0) 数" }.joined(separator: ", ")
            alice.service.advance("i-bp1web01", output: line + "\nend\n", state: .success, exitCode: 0)
            alice.wait(seconds: 5)
            alice.type("w")
            alice.wait(seconds: 5)
        },
        Scene(name: "output-empty") { alice in
            alice.run("true")
            alice.wait(seconds: 5)
        },
        Scene(name: "errors", isMain: true, isColored: true) { alice in
            alice.type("  ")
            alice.run("false")
            for name in ["i-bp1web01", "i-bp1web02"] {
                alice.service.advance(InstanceID(name), state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
            }
            alice.service.refusal = APIError(.invalidInstanceNotFound, [.instance: "i-bp1web01"])
            alice.wait(seconds: 5)
            alice.type("2")
            alice.run("date")
            alice.wait(seconds: 5)
            alice.type("8")
        },
    ]

    private static let dialogs = [
        Scene(name: "detail") { $0.press(.enter) },
        Scene(name: "columns") { alice in
            alice.type("c")
            alice.press(.down, .down)
        },
        Scene(name: "stop", isColored: true) { alice in
            alice.type("  ")
            alice.run("sleep 100")
            alice.type("s")
        },
        Scene(name: "help") { $0.type("?") },
        Scene(name: "palette", arrange: { $0.themes = ["terminal", "mono"] }) { $0.type(":re") },
        Scene(name: "messages") { alice in
            alice.run("uptime")
            alice.wait(seconds: 60)
            alice.type("6s")
            alice.press(.escape)
            alice.take(.notice("The clock of this machine went back by 3 s."))
            alice.type(":messages")
            alice.press(.enter)
        },
        Scene(name: "unsaved") { alice in
            alice.type("3")
            alice.take(.edited(.newCommand, .text("#: name: tidy-up\n#: type: RunShellScript\n#: timeout: 3\ndate\n")))
        },
    ]
}

extension Operator {
    /// A run on three instances, of which one succeeded, one failed and one is under way.
    fileprivate mutating func watchThree() {
        type("   ")
        run("df -h")
        let text = "hello\n磁盘 \u{1B}[31m100%\u{1B}[0m\ndisk full: 磁盘已满\n"
        service.advance("i-bp1web01", output: text, state: .success, exitCode: 0)
        service.advance(
            "i-bp1web02", output: "df: /mnt: Input/output error\n", state: .failed, exitCode: 1,
            errorCode: "ExitCodeNonzero")
        wait(seconds: 65)
    }
}

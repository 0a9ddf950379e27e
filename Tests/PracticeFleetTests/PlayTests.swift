import CloudAssistant
import Testing

@testable import PracticeFleet

@Suite("What simulated scripts do") struct PlayTests {
    @Test(
        "a directive says how a script ends",
        arguments: [
            ("exit 3", .exits(3)), ("signal 9", .signalled(9)), ("hang", .hangs), ("die", .dies),
            ("fail no-such-user", .fails(.noSuchUser)), ("after 2s", .exits(0)),
        ] as [(String, PracticePlay.End)])
    func ends(_ steps: String, _ end: PracticePlay.End) {
        #expect(play("# practice: \(steps)")?.end == end)
    }

    @Test(
        "a directive says what becomes of the launch",
        arguments: [("lose answer", .lost), ("no answer", .never), ("refuse", .refused), ("hang", .given)]
            as [(String, PracticePlay.Answer)])
    func answers(_ steps: String, _ answer: PracticePlay.Answer) {
        #expect(play("# practice: \(steps)")?.answer == answer)
    }

    @Test(
        "time adds up, whatever the order of the steps",
        arguments: [
            ("after 2s", .seconds(2)), ("after 250ms, after 1.5s", .milliseconds(1750)),
            ("exit 1, after 3m", .seconds(180)),
            ("after 0s", .zero),
        ] as [(String, Duration)])
    func times(_ steps: String, _ duration: Duration) {
        #expect(play("#practice: \(steps)")?.duration == duration)
    }

    @Test("what is said has its time and its commas")
    func sayings() {
        let play = play(#"# practice: say "one, two", after 1s, say "tab\tquote\" back\\", after 1s, lines 2"#)
        #expect(
            play?.lines == [
                .init(time: .zero, text: "one, two\n"), .init(time: .seconds(1), text: "tab\tquote\" back\\\n"),
                .init(time: .seconds(2), text: "line 1\nline 2\n"),
            ])
    }

    @Test(
        "directives stand in the comments of every type of script",
        arguments: ["# practice: exit 4", "  #practice:exit 4", ":: Practice: exit 4", "REM practice: exit 4"])
    func comments(_ line: String) {
        #expect(play("first\r\n\(line)\r\nlast")?.end == .exits(4))
    }

    @Test(
        "other lines are none",
        arguments: ["practice: exit 4", "# practise: exit 4", "# practice exit 4", "# practice makes: perfect", "echo"])
    func others(_ line: String) {
        #expect(play(line) == nil)
    }

    @Test(
        "a step that cannot be read ends the script with 2 and is named",
        arguments: ["exit", "exit 256", "exit -1", "after 2", "after 1e9s", "say x", "lines 100001", "fail x", "fly"])
    func mistakes(_ step: String) {
        let play = play("# practice: \(step)")
        #expect(play?.end == .exits(2))
        #expect(play?.lines.map(\.text) == ["practice: cannot read '\(step)'\n"])
    }

    @Test("a directive for one instance leaves the others at success")
    func one() {
        let script = PracticeDirectives("# practice on i-a: exit 1")
        #expect(script.play(on: "i-a", seed: 1)?.end == .exits(1))
        #expect(script.play(on: "i-b", seed: 1)?.end == .exits(0))
    }

    @Test("a directive for a share is for about so many, the same ones each time")
    func shares() {
        let script = PracticeDirectives("# practice on 5%: exit 1")
        let hit = (0..<4000).filter { script.play(on: InstanceID("i-\($0)"), seed: 3)?.end == .exits(1) }
        #expect((140...260).contains(hit.count), "\(hit.count) of 4000")
        #expect(hit == (0..<4000).filter { script.play(on: InstanceID("i-\($0)"), seed: 3)?.end == .exits(1) })
    }

    @Test("without directives most succeed, and each mishap is there")
    func chances() {
        let plays = (0..<2000).map { PracticePlay("uptime\n", on: InstanceID("i-\($0)"), seed: 5) }
        #expect((1700...1960).contains(plays.count { $0.end == .exits(0) && $0.answer == .given }))
        for end in [.hangs, .dies, .fails(.noSuchDirectory), .exits(1)] as [PracticePlay.End] {
            #expect(plays.contains { $0.end == end }, "\(end)")
        }
        #expect(plays.contains { $0.answer == .lost })
        #expect(plays == (0..<2000).map { PracticePlay("uptime\n", on: InstanceID("i-\($0)"), seed: 5) })
    }

    private func play(_ script: String) -> PracticePlay? { PracticeDirectives(script).play(on: "i-a", seed: 1) }
}

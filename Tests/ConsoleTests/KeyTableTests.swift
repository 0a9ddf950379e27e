import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct KeyTableTests {
    @Test(arguments: Pane.allCases) func givesEachKeyOneMeaningInAPane(_ pane: Pane) {
        var seen: Set<Key> = []
        for key in Binding.all.filter({ $0.applies(in: pane) }).flatMap(\.keys) {
            #expect(seen.insert(key).inserted, "\(key.name) twice")
        }
    }

    @Test func bindsEveryAction() {
        #expect(Set(Binding.all.map(\.action)) == Set(Action.allCases))
        #expect(Binding.all.count == Action.allCases.count)
        // The one without a key is in the palette.
        #expect(Binding.all.filter(\.keys.isEmpty).map(\.action) == [.messages])
    }

    @Test func aKeyThatIsGivenToAnActionIsTakenFromTheOthers() {
        let keys = KeyMap([.quit: [.character("x")], .stop: [.character("a")]])
        #expect(keys.action(.character("x"), in: .targets) == .quit)
        #expect(keys.key(for: .prepare) == nil)
        #expect(keys.action(.character("q"), in: .targets) == nil)
        // Both mean something, each in its own pane.
        #expect(keys.action(.character("a"), in: .targets) == .markAll)
        #expect(keys.action(.character("a"), in: .output) == .stop)
    }

    @Test func changedKeysWorkAndAreShown() {
        let session = Session { $0.keys = KeyMap([.mark: [.insert], .palette: [.control("p")]]) }.type(" ").hasMarked()
            .press(.insert).hasMarked("i-bp1web01").press(.control("p")).sees("What to do", "Insert", "mark")
        session.press(.escape).reads("Insert mark")
    }

    @Test func leavesKeysAloneThatTerminalsAndMultiplexersWant() {
        let taken: [Key] = ["a", "s", "q", "o", "g", "\\"].map { .control($0) }
        #expect(Set(Binding.all.flatMap(\.keys)).isDisjoint(with: taken))
    }

    @Test(arguments: Pane.allCases, Language.allCases)
    func hintsLeadWithWhatThePaneIsForAndNeverLeaveHelpOut(_ pane: Pane, _ language: Language) {
        let hints = Binding.all.filter { $0.hints.contains(pane) }.map { $0.words.text[language] }
        let wide = Session(language: language).type("\(pane.rawValue)")
        for hint in hints { #expect(wide.footer.contains(hint)) }
        let narrow = Session(Size(rows: 24, columns: 80), language: language).type("\(pane.rawValue)")
        for hint in hints.prefix(2) + [Word.keyHelp.text[language]] { #expect(narrow.footer.contains(hint)) }
    }

    private static let allKeys: Set<Key> = {
        let named: [Key] = [
            .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .insert, .function(1), .function(24), .alt("x"), .unknown(9999), .character("你"),
        ]
        let controls: [Key] = (97...122).compactMap { Unicode.Scalar($0) }.map { .control(Character($0)) }
        return Set(Binding.all.flatMap(\.keys) + named + controls)
    }()

    @Test(arguments: Pane.allCases, ["", "/", "x", "?"])
    func everyKeyIsHarmlessEverywhere(_ pane: Pane, _ opener: String) {
        var running = Operator()
        running.run("sleep 1")
        for start in [Operator(opens: false), running] {
            var opened = start
            opened.type("\(pane.rawValue)\(opener)")
            for key in Self.allKeys {
                var alice = opened
                alice.press(key)
                #expect(alice.frame().size == Size(rows: 24, columns: 80), "\(key.name)")
                #expect(alice.service.sent == opened.service.sent, "\(key.name)")
            }
        }
    }
}

import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct KeyTableTests {
    @Test func givesEachKeyOneMeaning() {
        var seen: Set<Key> = []
        for key in Binding.all.flatMap(\.keys) { #expect(seen.insert(key).inserted, "\(key.name) twice") }
    }

    @Test func bindsEveryAction() {
        #expect(Set(Binding.all.map(\.action)) == Set(Action.allCases))
        #expect(Binding.all.count == Action.allCases.count)
        #expect(Binding.all.allSatisfy { !$0.keys.isEmpty })
    }

    @Test func leavesKeysAloneThatTerminalsAndMultiplexersWant() {
        let taken: [Key] = ["a", "s", "q", "o", "g", "\\"].map { .control($0) }
        #expect(Set(Binding.all.flatMap(\.keys)).isDisjoint(with: taken))
    }

    @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 10, columns: 40), Size(rows: 60, columns: 140)])
    func helpShowsAllKeys(_ size: Size) {
        for language in Language.allCases {
            var alice = Operator(size, language: language)
            alice.type("?")
            var screens = ""
            for _ in 0...Binding.all.count {
                screens += alice.screen
                alice.press(.down)
            }
            for binding in Binding.all {
                #expect(screens.contains(binding.words.text[language]))
                #expect(screens.contains(binding.keys.first?.name ?? "?"))
            }
            for _ in 0..<2 { alice.press(.pageUp) }
            alice.press(.home)
            #expect(alice.screen.contains(" x  "))
            alice.press(.escape)
            #expect(alice.state.modal == nil)
        }
    }

    @Test func hintsFitAndLeadWithWhatThePaneIsFor() {
        for language in Language.allCases {
            for pane in Pane.allCases {
                var alice = Operator(language: language)
                alice.type("\(pane.rawValue)")
                let hints = alice.screen.split(separator: "\n").last.map(String.init) ?? ""
                for binding in Binding.all where binding.hints.contains(pane) {
                    #expect(hints.contains(binding.words.text[language]), "\(pane) \(language)")
                }
            }
        }
    }

    @Test func everyKeyInEveryPaneAndDialogIsHarmless() {
        let named: [Key] = [
            .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .insert, .function(1), .function(24), .alt("x"), .unknown(9999), .character("你"),
        ]
        let keys =
            Binding.all.flatMap(\.keys) + named
            + (97...122).compactMap { Unicode.Scalar($0) }.map { .control(Character($0)) }
        var withRun = Operator()
        withRun.run("sleep 1")
        let starts = [Operator(opens: false), Operator(), withRun]
        for start in starts {
            for pane in [Pane.targets, .commands, .output] {
                for opener in ["", "/", "x", "s", "?"] {
                    for key in keys {
                        var alice = start
                        alice.type("\(pane.rawValue)\(opener)")
                        alice.press(key)
                        #expect(alice.frame().size == Size(rows: 24, columns: 80))
                    }
                }
            }
        }
    }
}

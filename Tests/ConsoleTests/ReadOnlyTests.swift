import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct ReadOnlyTests {
    static let readers: [(isReadOnly: Bool, engine: Int?)] = [(true, nil), (false, 4711), (true, 4711)]

    @Test(arguments: readers) func sendsAndStopsNothing(_ isReadOnly: Bool, _ engine: Int?) {
        // Something runs that somebody else sent.
        var bob = Operator()
        bob.run("sleep 100")
        var alice = Operator(isReadOnly: isReadOnly, engineProcess: engine)
        alice.service = bob.service
        alice.press(.control("r"))
        #expect(alice.state.running == 1)
        for pane in Pane.allCases {
            for binding in Binding.all where binding.action != .quit && binding.action != .interrupt {
                for key in binding.keys {
                    alice.type("\(pane.rawValue)")
                    alice.press(key, .enter, .enter, .escape, .escape)
                }
            }
        }
        let acts = alice.effects.filter {
            switch $0 {
            case .send, .stop, .drawToken: true
            default: false
            }
        }
        #expect(acts.isEmpty)
    }

    @Test(arguments: [Language.english, .chinese]) func saysAtEveryMomentThatItOnlyLooks(_ language: Language) {
        let word = language == .english ? "READ-ONLY" : "只读"
        for (isReadOnly, engine) in Self.readers {
            var alice = Operator(language: language, isReadOnly: isReadOnly, engineProcess: engine)
            for pane in Pane.allCases {
                alice.type("\(pane.rawValue)")
                #expect(alice.screen.contains(word))
                if engine != nil { #expect(alice.screen.contains("4711")) }
                // Keys that do nothing here are not offered.
                let hints = alice.screen.split(separator: "\n").last ?? ""
                #expect(!hints.contains("prepare") && !hints.contains("stop") && !hints.contains("准备"))
            }
        }
    }

    @Test func saysWhyNothingIsPrepared() {
        var alice = Operator(isReadOnly: true)
        alice.type("x")
        #expect(alice.screen.contains("This console is read-only."))
        var bob = Operator(engineProcess: 4711)
        bob.type("x")
        #expect(bob.screen.contains("Process 4711 is the engine"))
    }
}

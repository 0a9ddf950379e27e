import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct ReadOnlyTests {
    static let readers: [(isReadOnly: Bool, engine: Int?)] = [(true, nil), (false, 4711), (true, 4711)]

    @Test(arguments: readers) func sendsStopsAndChangesNothing(_ isReadOnly: Bool, _ engine: Int?) {
        // Something runs that somebody else sent.
        let bob = Session().run("sleep 100")
        let alice = Session(engineProcess: engine) { $0.isReadOnly = isReadOnly }
            .service { $0 = bob.alice.service }.press(.control("r"))
        #expect(alice.state.running == 1)
        for pane in Pane.allCases {
            for binding in Binding.all where binding.action != .quit && binding.action != .interrupt {
                for key in binding.keys {
                    alice.type("\(pane.rawValue)").press(key, .enter, .enter, .right, .enter, .escape, .escape)
                }
            }
        }
        let acts = alice.alice.effects.filter {
            switch $0 {
            case .send, .stop, .drawToken, .edit, .save: true
            default: false
            }
        }
        #expect(acts.isEmpty)
    }

    @Test(arguments: Action.allCases.filter(\.acts)) func thePaletteDoesNotOfferWhatActs(_ action: Action) {
        Session { $0.isReadOnly = true }.type("7:").type(action.rawValue).press(.enter)
            .knows("nothing") { $0.form == nil }
            .knows("not offered") {
                !$0.entries(of: Menu(kind: .palette)).contains { $0.choice == .action(action) }
            }
    }

    @Test(arguments: Language.allCases) func saysAtEveryMomentThatItOnlyLooks(_ language: Language) {
        let word = Word.readOnly.text[language]
        for (isReadOnly, engine) in Self.readers {
            let session = Session(Size(rows: 24, columns: 80), language: language, engineProcess: engine) {
                $0.isReadOnly = isReadOnly
            }
            for pane in Pane.allCases {
                session.type("\(pane.rawValue)").sees(word)
                if engine != nil { #expect(session.screen.contains("4711")) }
                for binding in Binding.all where binding.action.acts {
                    #expect(!session.footer.contains(" \(binding.words.text[language])  "), "\(binding.action)")
                }
            }
        }
    }

    @Test func saysWhyNothingIsPrepared() {
        Session { $0.isReadOnly = true }.type("x").reads("This console is read-only.").type("3\n")
            .reads("This console is read-only.")
        Session(engineProcess: 4711).type("x").reads("Process 4711 is the engine")
    }

    @Test func stillLooksAndCopies() {
        Session { $0.isReadOnly = true }.type("y").wants(.copy("i-bp1web01")).type("/web").sees("2/5 [web]")
    }
}

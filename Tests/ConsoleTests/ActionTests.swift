import CloudAssistant
import Screen
import Testing

@testable import Console

/// Every action, in every pane, whatever the console is at: nothing is sent, stopped or saved by it.
@Suite struct ActionTests {
    private static let situations: [(name: String, make: @Sendable () -> Session)] = [
        ("fresh", { Session() }),
        ("small", { Session(Size(rows: 24, columns: 80)) }),
        ("tiny", { Session(Size(rows: 3, columns: 7)) }),
        ("nothing there", { Session().take(.reply(.targets(Samples.hangzhou, []))).type("/zzz").press(.enter) }),
        ("no region", { Session().hold().type("1j").press(.enter) }),
        ("looking only", { Session { $0.isReadOnly = true } }),
        ("beside an engine", { Session(engineProcess: 7) }),
        ("marks", { Session().type("2a") }),
        ("tags", { Session().type("2trole=web\n") }),
        ("range begun", { Session().type("2v") }),
        ("typed script", { Session().prepare("rm -rf /{{x}}").press(.escape) }),
        ("command", { Session(commands: [Samples.deploy]).type("3").press(.enter, .escape) }),
        ("awaiting a token", { Session().hold().prepare("true").press(.escape) }),
        ("running", { Session().run("true") }),
        ("two running", { Session().type("2a").run("true") }),
        ("refused", { Session().service { $0.refusal = APIError(.internalErrorDispatch) }.run("true") }),
        (
            "failed",
            {
                Session().run("true").service {
                    $0.advance("i-bp1web01", output: "x\ny", state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
                }.wait(1)
            }
        ),
    ]

    @Test(arguments: Pane.allCases) func doesNothingThatNobodyConfirmed(_ pane: Pane) {
        for (name, make) in Self.situations {
            let session = make().doing { $0.state.focus = pane }
            for action in Action.allCases {
                var state = session.state
                for effect in state.perform(action) {
                    #expect(!effect.acts, "\(action) in \(pane), \(name)")
                    if state.mayOnlyLook {
                        #expect(!isPreparing(effect), "\(action) in \(pane), \(name)")
                    }
                }
                #expect(state.preview?.isSending != true)
                _ = state.update(.tick, at: state.now)
            }
        }
    }

    private func isPreparing(_ effect: Effect) -> Bool {
        switch effect {
        case .drawToken, .edit: true
        default: false
        }
    }

    /// Twice Enter behind any action does not send or stop either: an answer must be typed, a button be chosen.
    @Test(arguments: Pane.allCases) func isNotConfirmedByEnterAlone(_ pane: Pane) {
        for (name, make) in Self.situations {
            let session = make().doing { $0.state.focus = pane }
            for action in Action.allCases {
                var alice = session.alice
                let before = alice.effects.count
                _ = alice.state.perform(action)
                alice.press(.enter, .enter, .enter)
                #expect(!alice.effects.dropFirst(before).contains { $0.acts }, "\(action) in \(pane), \(name)")
            }
        }
    }
}

import CloudAssistant
import Console
import Screen
import Testing

/// A test as a transcript: what somebody presses and what the screen then shows, step by step. A step that fails reports
/// the screen.
///
/// The service answers at once; after `hold()` it answers at `answer()` only, and `expectIdle()` says that no question of
/// the console is open.
final class Session {
    /// Who is at the console.
    private(set) var alice: Operator

    init(
        _ size: Size = Size(rows: 40, columns: 140), language: Language = .english, engineProcess: Int? = nil,
        commands: [Command]? = nil, _ arrange: (inout Setup) -> Void = { _ in }
    ) {
        alice = Operator(size, language: language, engineProcess: engineProcess, opens: false, arrange)
        if let commands { alice.service.commands[Samples.hangzhou] = commands }
        alice.take(.opened(engineProcess: engineProcess))
    }

    var state: State { alice.state }
    var screen: String { alice.screen }
    var sent: [FormRequest] { alice.service.sent }
    /// The line at the bottom.
    var footer: String { screen.split(separator: "\n").last.map(String.init) ?? "" }
    /// The line at the top.
    var header: String { screen.split(separator: "\n").first.map(String.init) ?? "" }

    // MARK: - What is done

    @discardableResult func type(_ text: String) -> Session { doing { $0.type(text) } }

    @discardableResult func press(_ keys: Key...) -> Session { doing { for key in keys { $0.press(key) } } }

    @discardableResult func press(_ key: Key, times: Int) -> Session {
        doing { for _ in 0..<times { $0.press(key) } }
    }

    @discardableResult func paste(_ text: String) -> Session { doing { $0.take(.paste(text)) } }

    @discardableResult func take(_ event: Event) -> Session { doing { $0.take(event) } }

    @discardableResult func wait(_ seconds: Int) -> Session { doing { $0.wait(seconds: seconds) } }

    /// Changes what the service knows, as somebody else would; the console is not told.
    @discardableResult func service(_ change: (inout ScriptedService) -> Void) -> Session {
        doing { change(&$0.service) }
    }

    @discardableResult func doing(_ step: (inout Operator) -> Void) -> Session {
        step(&alice)
        return self
    }

    /// Lets the service be silent.
    @discardableResult func hold() -> Session { doing { $0.isSilent = true } }

    /// Lets the service answer everything that it was asked meanwhile.
    @discardableResult func answer() -> Session { doing { $0.answer() } }

    // MARK: - Ways that many tests go

    /// Opens the form of a typed script, with some script in it.
    @discardableResult func prepare(_ script: String) -> Session { doing { $0.prepare(script) } }

    /// From a form to its preview.
    @discardableResult func preview() -> Session { doing { $0.goToPreview() } }

    /// From nothing to an accepted invocation.
    @discardableResult func run(_ script: String) -> Session { doing { $0.run(script) } }

    /// Puts the cursor of the form somewhere, by Tab.
    @discardableResult func tab(to place: Form.Place, at location: SourceLocation = #_sourceLocation) -> Session {
        for _ in 0..<30 where state.form?.place != place { press(.tab) }
        return expect(state.form?.place == place, "the cursor never came to \(place)", location)
    }

    // MARK: - What is seen

    @discardableResult func sees(_ texts: String..., at location: SourceLocation = #_sourceLocation) -> Session {
        for text in texts { expect(screen.contains(text), "does not see: \(text)", location) }
        return self
    }

    @discardableResult func seesNot(_ texts: String..., at location: SourceLocation = #_sourceLocation) -> Session {
        for text in texts { expect(!screen.contains(text), "sees: \(text)", location) }
        return self
    }

    /// The line at the bottom says something.
    @discardableResult func reads(_ text: String, at location: SourceLocation = #_sourceLocation) -> Session {
        expect(footer.contains(text), "does not read: \(text)", location)
    }

    @discardableResult func isOn(_ pane: Pane, at location: SourceLocation = #_sourceLocation) -> Session {
        expect(state.focus == pane, "is on \(state.focus), not on \(pane)", location)
    }

    @discardableResult func isOn(_ place: Form.Place, at location: SourceLocation = #_sourceLocation) -> Session {
        isOn(.parameters, at: location)
            .expect(state.form?.place == place, "is on \(String(describing: state.form?.place))", location)
    }

    /// The targets that are marked, in the order of the list.
    @discardableResult func hasMarked(
        _ ids: InstanceID..., at location: SourceLocation = #_sourceLocation
    ) -> Session {
        expect(state.marks.ids == Set(ids), "marked: \(state.marks.ids)", location)
    }

    @discardableResult func hasSent(_ count: Int, at location: SourceLocation = #_sourceLocation) -> Session {
        let wanted = alice.effects.count { if case .send = $0 { true } else { false } }
        return expect(wanted == count && (alice.isSilent || sent.count == count), "sent \(wanted)", location)
    }

    /// The console wanted this done last, of everything that was to be done.
    @discardableResult func wants(_ effect: Effect, at location: SourceLocation = #_sourceLocation) -> Session {
        expect(alice.effects.contains(effect), "did not want \(effect); \(alice.effects.suffix(3))", location)
    }

    @discardableResult func wantsNot(_ effect: Effect, at location: SourceLocation = #_sourceLocation) -> Session {
        expect(!alice.effects.contains(effect), "wanted \(effect)", location)
    }

    /// No question of the console is open.
    @discardableResult func expectIdle(at location: SourceLocation = #_sourceLocation) -> Session {
        expect(alice.open.isEmpty, "waits for \(alice.open)", location)
    }

    /// Something holds of the console.
    @discardableResult func knows(
        _ what: String, at location: SourceLocation = #_sourceLocation, _ holds: (State) -> Bool
    ) -> Session {
        expect(holds(state), "does not hold: \(what)", location)
    }

    @discardableResult
    func expect(_ isTrue: Bool, _ problem: @autoclosure () -> String, _ location: SourceLocation) -> Session {
        if !isTrue { Issue.record("\(problem())\n\(screen)", sourceLocation: location) }
        return self
    }
}

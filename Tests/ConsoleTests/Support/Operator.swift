import CloudAssistant
import Console
import Screen

/// Somebody at a console: presses keys, sees frames; the service answers at once unless it is told to be silent.
struct Operator {
    var state: State
    var service = ScriptedService()
    /// True while the service does not answer.
    var isSilent = false
    /// Everything that the console wanted done.
    private(set) var effects: [Effect] = []
    private var now = Samples.start

    init(
        _ size: Size = Size(rows: 24, columns: 80), language: Language = .english, isReadOnly: Bool = false,
        engineProcess: Int? = nil, opens: Bool = true
    ) {
        state = State(
            size: size, language: language, identity: "alice", now: Samples.start, isReadOnly: isReadOnly)
        if opens { take(.opened(engineProcess: engineProcess)) }
    }

    mutating func take(_ event: Event) {
        var events = [event]
        while !events.isEmpty {
            let wanted = state.update(events.removeFirst(), at: now)
            effects += wanted
            guard !isSilent else { continue }
            for effect in wanted {
                if let reply = service.reply(to: effect, at: now) { events.append(.reply(reply)) }
            }
        }
    }

    /// Presses named keys; every other text is typed letter by letter.
    mutating func press(_ keys: Key...) { for key in keys { take(.key(key)) } }

    mutating func type(_ text: String) {
        for letter in text { take(.key(letter == "\n" ? .enter : .character(String(letter)))) }
    }

    /// Lets time go by in ticks of a second.
    mutating func wait(seconds: Int) {
        for _ in 0..<seconds {
            now = now.adding(seconds: 1)
            take(.tick)
        }
    }

    func frame(_ theme: Theme = .terminal, _ glyphs: Glyphs = .unicode) -> Frame {
        state.frame(theme: theme, glyphs: glyphs)
    }

    var screen: String { frame().dump() }

    var form: Form? {
        if case .form(let form) = state.modal { return form }
        return nil
    }

    var preview: Preview? {
        if case .preview(let preview) = state.modal { return preview }
        return nil
    }

    // MARK: - Ways that many tests go

    /// Opens the form of an ad-hoc script on the marked or current instances, with some script in it.
    mutating func prepare(_ script: String) {
        type("2x")
        type(script)
    }

    /// From the script of a form to its preview.
    mutating func goToPreview() {
        while let form, form.place != .preview { press(.backTab) }
        press(.enter)
    }

    /// From nothing to an accepted invocation.
    mutating func run(_ script: String) {
        prepare(script)
        goToPreview()
        if let expected = preview?.expected { type(expected) }
        press(.enter)
    }
}

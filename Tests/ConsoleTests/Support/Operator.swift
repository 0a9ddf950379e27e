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

    /// `arrange` changes what the console starts with.
    init(
        _ size: Size = Size(rows: 24, columns: 80), language: Language = .english, engineProcess: Int? = nil,
        opens: Bool = true, _ arrange: (inout Setup) -> Void = { _ in }
    ) {
        var setup = Setup(identity: "alice")
        setup.language = language
        arrange(&setup)
        state = State(setup, size: size, now: Samples.start)
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
        let frame = state.frame(theme: theme, glyphs: glyphs)
        FrameRules.check(frame, theme, glyphs)
        return frame
    }

    var screen: String { frame().dump() }

    var form: Form? { state.form }

    var preview: Preview? { state.preview }

    // MARK: - Ways that many tests go

    /// Opens the form of an ad-hoc script on the marked or current instances, with some script in it.
    mutating func prepare(_ script: String) {
        type("2!")
        type(script)
    }

    /// From a form to its preview.
    mutating func goToPreview() {
        if state.form?.isEditing == true { press(.escape) }
        type("x")
    }

    /// From nothing to an accepted invocation.
    mutating func run(_ script: String) {
        prepare(script)
        goToPreview()
        if let expected = preview?.expected { type(expected) }
        press(.enter)
    }
}

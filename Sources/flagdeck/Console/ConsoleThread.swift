import CloudAssistant
import Console
import Glibc
import Runners
import Screen
import Terminal

/// The one thread that owns the terminal and the console's state.
enum ConsoleThread {
    /// What the thread needs and where its end goes.
    private final class Job {
        var plan: ConsolePlan
        let inbox: Inbox
        let perform: @Sendable ([Effect]) -> Void
        let end: CheckedContinuation<(any Error)?, Never>

        init(
            _ plan: ConsolePlan, _ inbox: Inbox, _ perform: @escaping @Sendable ([Effect]) -> Void,
            _ end: CheckedContinuation<(any Error)?, Never>
        ) {
            self.plan = plan
            self.inbox = inbox
            self.perform = perform
            self.end = end
        }
    }

    /// Runs the console on a thread of its own; returns why it could not, nil after a normal end.
    static func run(_ plan: ConsolePlan, _ inbox: Inbox, _ perform: @escaping @Sendable ([Effect]) -> Void) async
        -> (any Error)?
    {
        await withCheckedContinuation { end in
            let job = Unmanaged.passRetained(Job(plan, inbox, perform, end))
            var thread = pthread_t()
            let failed = pthread_create(
                &thread, nil,
                { pointer in
                    guard let pointer else { return nil }
                    let job = Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue()
                    job.end.resume(returning: ConsoleThread.work(job))
                    return nil
                }, job.toOpaque())
            guard failed == 0 else {
                job.release()
                return end.resume(returning: TerminalError.noTerminal(errno: failed))
            }
            pthread_detach(thread)
        }
    }

    private static func work(_ job: Job) -> (any Error)? {
        do {
            let terminal = try Terminal(
                type: job.plan.appearance.type, usesColor: job.plan.appearance.usesColor,
                lastWords: SafeText(Word.crashed.text[job.plan.appearance.language]))
            defer { terminal.close() }
            job.plan.appearance = job.plan.appearance.fitted(to: terminal)
            let desk = OperatorDesk(
                terminal, environment: Machine.environment, directory: job.plan.directory,
                language: job.plan.appearance.language)
            let (keys, problems) = KeyMap.reading(job.plan.settings.keys)
            var state = State(
                job.plan.setup(desk.memory.read(), keys), size: terminal.size, now: Machine.now())
            for warning in job.plan.settings.warnings + problems.map({ $0.text[state.language] }) {
                _ = state.update(.notice(warning), at: Machine.now())
            }
            show(state, on: terminal, job)
            terminal.setMouse(state.usesMouse)
            // After the first picture, which it would hold up. Without it a kill leaves the terminal as it is.
            terminal.watch(with: LocalRunner.programBesideUs)
            job.inbox.connect(terminal.waker)
            follow(terminal, desk, &state, job)
            return nil
        } catch {
            return error
        }
    }

    private static func show(_ state: State, on terminal: Terminal, _ job: Job) {
        terminal.show(state.frame(theme: job.plan.appearance.theme, glyphs: job.plan.appearance.glyphs))
    }

    /// Changes the looks; returns what there is to say of it.
    private static func setTheme(_ name: String, on terminal: Terminal, _ job: Job) -> [Event] {
        guard let (appearance, warnings) = job.plan.appearance(themed: name, on: terminal) else { return [] }
        job.plan.appearance = appearance
        return warnings.map { .notice($0) }
    }

    private static func event(_ mouse: Mouse) -> Event {
        switch mouse.kind {
        case .press: .click(mouse.position)
        case .wheelDown: .wheel(3, mouse.position)
        case .wheelUp: .wheel(-3, mouse.position)
        }
    }

    private static func follow(_ terminal: Terminal, _ desk: OperatorDesk, _ state: inout State, _ job: Job) {
        var ahead = TypedAhead()
        while true {
            var effects: [Effect] = []
            func take(_ event: Event) { effects += state.update(event, at: Machine.now()) }
            func type(_ event: Event) { if !ahead.keeps(event, state) { take(event) } }
            switch terminal.nextEvent(milliseconds: state.millisecondsToNextTick) {
            case .key(let key): type(.key(key))
            case .paste(let text): type(.paste(text))
            case .resize(let size): take(.resize(size))
            case .woken:
                let (events, isClosed) = job.inbox.take()
                if isClosed { return }
                for event in events { take(event) }
            case .timeout: take(.tick)
            case .mouse(let mouse): type(Self.event(mouse))
            case .hangup, .terminate: return
            }
            while let event = ahead.next(state) { take(event) }
            if effects.contains(.quit) {
                job.perform(effects.filter(\.acts))
                for case .remember(let memory) in effects { desk.memory.write(memory) }
                return
            }
            // What comes of an effect may want more done.
            var next = 0
            while next < effects.count {
                if case .setTheme(let name) = effects[next] {
                    for event in setTheme(name, on: terminal, job) { take(event) }
                } else if let event = desk.perform(effects[next]) {
                    take(event)
                }
                next += 1
            }
            if !effects.isEmpty { job.perform(effects) }
            show(state, on: terminal, job)
        }
    }
}

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
        var appearance: Appearance
        let inbox: Inbox
        let isReadOnly: Bool
        let directory: String
        let perform: @Sendable ([Effect]) -> Void
        let end: CheckedContinuation<(any Error)?, Never>

        init(
            _ appearance: Appearance, _ inbox: Inbox, _ isReadOnly: Bool, _ directory: String,
            _ perform: @escaping @Sendable ([Effect]) -> Void, _ end: CheckedContinuation<(any Error)?, Never>
        ) {
            self.appearance = appearance
            self.inbox = inbox
            self.isReadOnly = isReadOnly
            self.directory = directory
            self.perform = perform
            self.end = end
        }
    }

    /// Runs the console on a thread of its own; returns why it could not, nil after a normal end.
    static func run(
        _ appearance: Appearance, _ inbox: Inbox, isReadOnly: Bool, directory: String,
        _ perform: @escaping @Sendable ([Effect]) -> Void
    ) async -> (any Error)? {
        await withCheckedContinuation { end in
            let job = Unmanaged.passRetained(Job(appearance, inbox, isReadOnly, directory, perform, end))
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
                type: job.appearance.type, usesColor: job.appearance.usesColor,
                lastWords: SafeText(Word.crashed.text[job.appearance.language]))
            defer { terminal.close() }
            job.appearance = job.appearance.fitted(to: terminal)
            var setup = Setup(identity: Machine.caller.name)
            setup.language = job.appearance.language
            setup.isReadOnly = job.isReadOnly
            let desk = OperatorDesk(terminal, environment: Machine.environment, directory: job.directory)
            setup.memory = desk.memory.read()
            var state = State(setup, size: terminal.size, now: Machine.now())
            terminal.show(state.frame(theme: job.appearance.theme, glyphs: job.appearance.glyphs))
            // After the first picture, which it would hold up. Without it a kill leaves the terminal as it is.
            terminal.watch(with: LocalRunner.programBesideUs)
            job.inbox.connect(terminal.waker)
            follow(terminal, desk, &state, job)
            return nil
        } catch {
            return error
        }
    }

    private static func event(_ mouse: Mouse) -> Event {
        switch mouse.kind {
        case .press: .click(mouse.position)
        case .wheelDown: .wheel(3, mouse.position)
        case .wheelUp: .wheel(-3, mouse.position)
        }
    }

    private static func follow(_ terminal: Terminal, _ desk: OperatorDesk, _ state: inout State, _ job: Job) {
        // What was typed ahead of the lists that it is meant for.
        var early: [Event] = []
        while true {
            var effects: [Effect] = []
            func take(_ event: Event) { effects += state.update(event, at: Machine.now()) }
            func type(_ event: Event) {
                let isWayOut = [.key(.character("q")), .key(.control("c"))].contains(event)
                if state.isStarting, !isWayOut { early.append(event) } else { take(event) }
            }
            switch terminal.nextEvent(milliseconds: state.millisecondsToNextTick) {
            case .key(let key): type(.key(key))
            case .paste(let text): type(.paste(text))
            case .resize(let size): take(.resize(size))
            case .woken:
                let (events, isClosed) = job.inbox.take()
                if isClosed { return }
                for event in events { take(event) }
            case .timeout: take(.tick)
            case .mouse(let mouse): take(Self.event(mouse))
            case .hangup, .terminate: return
            }
            if !state.isStarting {
                for event in early { take(event) }
                early = []
            }
            if effects.contains(.quit) {
                for case .remember(let memory) in effects { desk.memory.write(memory) }
                return
            }
            // What comes of an effect may want more done.
            var next = 0
            while next < effects.count {
                if let event = desk.perform(effects[next]) { take(event) }
                next += 1
            }
            if !effects.isEmpty { job.perform(effects) }
            terminal.show(state.frame(theme: job.appearance.theme, glyphs: job.appearance.glyphs))
        }
    }
}

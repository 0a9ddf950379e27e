import CloudAssistant
import Glibc

/// One line on standard error that says how far a wait has come; nothing unless both streams are a terminal.
struct Progress {
    let isShown = isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1

    func show(_ states: some Collection<InvocationState>) {
        guard isShown else { return }
        let ended = states.count(where: \.isFinal)
        let failed = states.count(where: \.isFailure)
        let running = states.count { $0 == .running || $0 == .stopping }
        Out.write("\r\u{1b}[K\(ended)/\(states.count) ended, \(failed) failed, \(running) running", to: STDERR_FILENO)
    }

    func clear() {
        if isShown { Out.write("\r\u{1b}[K", to: STDERR_FILENO) }
    }
}

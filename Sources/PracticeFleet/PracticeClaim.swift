import CloudAssistant
import Runners

/// A simulated attempt that was started. Where it stands follows from this and the time: it needs nobody to run it.
struct PracticeClaim: Hashable, Sendable {
    let started: Timestamp
    let play: PracticePlay
    let timeoutSeconds: Int
    let terminationMode: TerminationMode
    /// When it was asked to end.
    var stopped: Timestamp?

    /// When and how it ends, as far as it is settled; a script that hangs ends with its timeout.
    private var end: (time: Timestamp, ending: AttemptEnding) {
        var end = (time: started.adding(seconds: timeoutSeconds), ending: AttemptEnding.timedOut)
        if let stopped, stopped <= end.time { end = (max(started, stopped), .stopped) }
        guard let own = ownEnding, started.adding(play.duration) <= end.time else { return end }
        return (started.adding(play.duration), own)
    }

    private var ownEnding: AttemptEnding? {
        switch play.end {
        case .exits(let code): .exited(code: code)
        case .signalled(let signal): .signalled(signal)
        case .dies: .interrupted
        case .hangs: nil
        case .fails(let reason): .startFailed(StartFailure(reason: reason, subject: "practice", errno: 0))
        }
    }

    /// Where it stands at a moment.
    func standing(at now: Timestamp) -> Observation {
        let end = end
        guard end.time <= now else { return .running }
        var begun: Timestamp? = started
        if case .startFailed = end.ending { begun = nil }
        let output = output(until: end.time)
        return .ended(
            AttemptResult(
                ending: end.ending, started: begun, finished: end.time,
                output: Array(output.suffix(AttemptResult.outputLimit)), totalBytes: Int64(output.count)))
    }

    /// How long it takes from a moment on until it has ended.
    func remaining(at now: Timestamp) -> Duration { .milliseconds(max(0, end.time.milliseconds - now.milliseconds)) }

    /// What it has written until a moment.
    func output(until now: Timestamp) -> [UInt8] {
        let last = min(now, end.time)
        return play.lines.filter { started.adding($0.time) <= last }.flatMap { Array($0.text.utf8) }
    }

    /// Whether a process that the script left runs at a moment: what ends the script early ends it in the mode
    /// `ProcessTree` only.
    func hasChild(at now: Timestamp) -> Bool {
        guard now < started.adding(play.child) else { return false }
        let end = end
        let endsTree = (end.ending == .stopped || end.ending == .timedOut) && terminationMode == .processTree
        return now < end.time || !endsTree
    }
}

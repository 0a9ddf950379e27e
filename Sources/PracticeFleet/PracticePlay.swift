public import CloudAssistant

/// What a simulated script does from its start on, and what the runner makes of being asked to start it.
public struct PracticePlay: Hashable, Sendable {
    /// How it ends when nobody ends it.
    public enum End: Hashable, Sendable {
        /// By itself.
        case exits(Int)
        /// By a signal that is none of ours.
        case signalled(Int)
        /// Its supervisor dies with it: nobody can say how far it came.
        case dies
        /// Never: only a stop or its timeout ends it.
        case hangs
        /// It cannot be started.
        case fails(StartFailure.Reason)
    }

    /// What becomes of the answer to a launch.
    public enum Answer: String, Hashable, Sendable {
        /// It arrives.
        case given
        /// The script runs, and the launch is told to have failed.
        case lost
        /// The script runs, and nobody is told anything.
        case never
        /// The runner does not take the order; nothing runs.
        case refused
    }

    /// Something that it writes.
    public struct Line: Hashable, Sendable {
        /// When, from its start on.
        public var time: Duration
        /// What, with the end of its line.
        public var text: String
    }

    /// How it ends.
    public var end = End.exits(0)
    /// When it ends, from its start on.
    public var duration = Duration.zero
    /// What is told of its start.
    public var answer = Answer.given
    /// What it writes, in the order of time.
    public var lines: [Line] = []
    /// How long a process that it leaves in the background lives, from the script's start on; zero when it leaves none.
    public var child = Duration.zero

    /// Ends at once with success and writes nothing.
    public init() {}

    /// What a script does on an instance: what its directives say, or else what the seed makes of the two.
    public init(_ order: AttemptOrder, seed: UInt64) {
        let script = String(decoding: order.script, as: UTF8.self)
        let instance = order.key.instanceID
        self =
            PracticeDirectives(script).play(on: instance, seed: seed)
            ?? PracticePlay(script, on: instance, seed: seed)
    }
}

extension PracticePlay {
    /// By chance: of a hundred instances about three fail, two take long, and one or two each have another mishap. An
    /// instance has the same mishap with every script.
    init(_ script: String, on instance: InstanceID, seed: UInt64) {
        var nature = Chance(seed, "nature", instance.text)
        var chance = Chance(seed, "play", instance.text, script)
        let hasty = chance.share()
        duration = .milliseconds(30 + Int(1500 * hasty * hasty))
        let size = script.utf8.count
        lines = [Line(time: .zero, text: "PRACTICE: nothing ran on \(instance); a script of \(size) bytes\n")]
        switch nature.share() {
        case ..<0.03:
            end = .exits(1 + Int(chance.next() % 3))
            lines.append(Line(time: duration, text: "PRACTICE: made to fail\n"))
        case ..<0.05: duration = .seconds(20 + Int(chance.next() % 70))
        case ..<0.055: end = .hangs
        case ..<0.06: end = .dies
        case ..<0.07:
            end = .fails(.noSuchDirectory)
            lines = []
        case ..<0.075: answer = .lost
        default: lines.append(Line(time: duration, text: "PRACTICE: done\n"))
        }
    }
}

import ArgumentParser
import PracticeFleet

/// Whether everything is made up.
struct PracticeOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Work on a made-up fleet: nothing is sent and nothing runs. The state is temporary unless --state-dir is given."
        ))
    var practice = false

    @Option(
        help: ArgumentHelp(
            "Instances of the made-up fleet. (default: \(PracticeFleet.standardCount))", valueName: "number"))
    var instances: Int?

    @Option(
        help: ArgumentHelp("What the made-up fleet follows from: the same number, the same fleet.", valueName: "number")
    )
    var seed: UInt64?

    /// What is asked for, nil for the real thing.
    var wish: Practice? { practice ? Practice(instances: instances, seed: seed) : nil }

    func validate() throws {
        guard practice || (instances == nil && seed == nil) else {
            throw ValidationError("--instances and --seed go with --practice.")
        }
        guard (1...PracticeFleet.largestCount).contains(instances ?? 1) else {
            throw ValidationError("--instances is 1 to \(PracticeFleet.largestCount).")
        }
    }
}

import CloudAssistant

/// What is wrong with an instance, if anything. Of any forty in a row each kind has its share, so that small fleets have
/// all of them as well.
struct PracticeCondition: Sendable {
    private let place: Int

    init(number: Int, seed: UInt64) { place = (number + Int(seed % 40)) % 40 }

    var isWindows: Bool { [7, 19, 31].contains(place) }
    private var isOutdated: Bool { [4, 19, 26].contains(place) }
    private var isSilent: Bool { place == 12 }

    var status: InstanceStatus { place == 35 ? .stopped : .running }

    func agent(_ chance: inout Chance) -> Agent {
        let branch = isWindows ? 1 : 2
        guard isOutdated else { return Agent(version: "2.\(branch).4.1065", isRunning: !isSilent) }
        // The first is too old for all built-in ids, the others for the instance's name or for nothing of a script.
        return Agent(version: "2.\(branch).3.\(chance.pick(256, [282, 309, 344]))", isRunning: true)
    }
}

public import CloudAssistant

/// A fleet that does not exist: simulated instances, the same ones for the same seed and number.
public struct PracticeFleet: Hashable, Sendable {
    /// How many instances there are.
    public let count: Int
    /// What everything about them follows from.
    public let seed: UInt64

    /// As many as one screen does not hold and one glance still grasps.
    public static let standardCount = 200
    /// The seed when none is given.
    public static let standardSeed: UInt64 = 1
    /// The most that are made.
    public static let largestCount = 1_000_000

    /// A fleet by its size, at least 1 and at most `largestCount`, and its seed.
    public init(count: Int = standardCount, seed: UInt64 = standardSeed) {
        self.count = min(max(1, count), Self.largestCount)
        self.seed = seed
    }

    /// The regions and instances as an engine takes them.
    public var fleet: Fleet {
        Fleet(
            regions: PracticePlace.all.map(\.region), instances: (0..<count).map(instance),
            resourceGroups: Set(PracticeTrade.applications.map(PracticeTrade.group)))
    }

    /// The region that most instances are in.
    public static var firstRegion: RegionID { PracticePlace.all[0].region.id }

    /// One instance by its number, from 0 on; does not depend on how many there are.
    func instance(_ number: Int) -> Instance {
        var chance = Chance(seed, "instance", "\(number)")
        let place = PracticePlace.all[PracticePlace.crowd[Int(chance.next() % UInt64(PracticePlace.crowd.count))]]
        let trade = PracticeTrade(&chance)
        let condition = PracticeCondition(number: number, seed: seed)
        let os: OSType = condition.isWindows ? .windows : .linux
        let name = "\(trade.name)-\(String(repeating: "0", count: max(0, 3 - "\(number)".count)))\(number)"
        return Instance(
            id: Self.id(number, &chance), name: name, hostName: "\(name).practice.invalid", regionID: place.region.id,
            zoneID: chance.pick(place.zone("a"), [place.zone("b"), place.zone("c")]), status: condition.status,
            osType: os,
            osName: condition.isWindows ? "Windows Server 2022" : trade.system,
            privateAddresses: [place.address(number)],
            publicAddresses: trade.isPublic ? ["203.0.113.\(number % 254 + 1)"] : [], tags: trade.tags(on: os),
            resourceGroupID: chance.share() < 0.3 ? PracticeTrade.group(trade.application) : nil, cpus: trade.cpus,
            memoryMiB: trade.cpus * 4096, timeZone: place.timeZone, agent: condition.agent(&chance), isPractice: true)
    }

    /// `i-practice`, six letters of chance and the number: the order of ids is not that of the numbers.
    private static func id(_ number: Int, _ chance: inout Chance) -> InstanceID {
        func padded(_ value: UInt64, _ width: Int) -> String {
            let digits = String(value, radix: 36)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return InstanceID("i-practice" + padded(chance.next() % 2_176_782_336, 6) + padded(UInt64(number), 4))
    }
}

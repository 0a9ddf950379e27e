import CloudAssistant

/// A region of the practice fleet.
struct PracticePlace: Sendable {
    let region: Region
    let timeZone: String
    /// The second number of its addresses, of which each has sixteen.
    private let network: Int

    private init(_ id: RegionID, _ name: String, _ timeZone: String, _ network: Int) {
        region = Region(id: id, localName: "PRACTICE \(name)")
        self.timeZone = timeZone
        self.network = network
    }

    func zone(_ letter: String) -> String { "\(region.id)-\(letter)" }

    func address(_ number: Int) -> String {
        "10.\(network + (number >> 16) & 15).\(number >> 8 & 255).\(number & 255)"
    }

    static let all = [
        PracticePlace("cn-hangzhou", "Hangzhou", "Asia/Shanghai", 16),
        PracticePlace("cn-shanghai", "Shanghai", "Asia/Shanghai", 32),
        PracticePlace("ap-southeast-1", "Singapore", "Asia/Singapore", 48),
        PracticePlace("eu-central-1", "Frankfurt", "Europe/Berlin", 64),
        PracticePlace("us-east-1", "Virginia", "America/New_York", 80),
    ]

    /// Where ten of them are, as places of `all`.
    static let crowd = [0, 0, 0, 0, 1, 1, 2, 2, 3, 4]
}

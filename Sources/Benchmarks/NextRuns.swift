import CloudAssistant
import Engine

/// How long it takes to find the next run of the expressions for which most days have to be looked at.
enum NextRuns {
    private static let hardest = [
        "0 0 0 29 2 ? 2096", "59 59 23 31 12 ? 2099", "0 0 0 ? 2 1#5", "0 0 0 31W 10 7#5 2099", "0 30 2 29 2 7L",
        "0 0 0 29 2 ? 2027-2099/7", "59 59 23 LW 12 SUN#5 2099", "*/10 * * * * ?",
    ]

    static func run() async throws {
        let zones = ZoneCatalogue(environment: [:])
        let names = ["America/New_York", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Shanghai"]
        let rules = try names.compactMap { zones.rules(try TimeZoneName($0)) }
        let start = Timestamp(milliseconds: 1_800_000_000_000)
        let after2096 = Timestamp(milliseconds: 3_981_000_000_000)
        var times: [Double] = []
        for text in hardest {
            let frequency = try Frequency(text)
            for zone in rules {
                for moment in [start, after2096] {
                    for _ in 0..<200 {
                        let begun = Measure.now()
                        _ = frequency.nextRun(after: moment, created: start, zone: zone)
                        times.append(Measure.now() - begun)
                    }
                }
            }
        }
        print("frequency: next run of \(hardest.count) hard expressions in \(rules.count) zones")
        print("  median  \(Measure.text(Measure.median(times) * 1000, 4)) ms")
        print("  99.9 %  \(Measure.text(Measure.percentile(times, 0.999) * 1000, 4)) ms")
        print("  worst   \(Measure.text((times.max() ?? 0) * 1000, 4)) ms")
    }
}

import CloudAssistant
import Screen

/// When a frequency runs, in words and in its next times.
struct UpcomingRuns {
    /// How many are told.
    static let count = 5

    /// What the expression says.
    let explanation: SafeText
    /// The next runs by the clocks of the zone that the expression goes by, with their weekday.
    let times: [SafeText]

    /// nil for what cannot be read or is not known.
    init?(_ text: String, now: Timestamp, _ zones: ZoneBook, _ language: Language) {
        guard let frequency = try? Frequency(text),
            let rules = frequency.rules(instance: zones.own, named: zones.rules)
        else { return nil }
        explanation = SafeText(frequency.explanation(in: language))
        times = frequency.runs(after: now, created: now, zone: rules, count: Self.count).map {
            SafeText(rules.civil(at: $0).text.replacing("T", with: " "))
        }
    }

    /// All times in one line.
    var line: SafeText {
        guard let first = times.first else { return .empty }
        return times.dropFirst().reduce(first) { $0 + SafeText(", ") + $1 }
    }
}

import CloudAssistant
import Screen

/// A frequency in words and its next runs.
struct FrequencyPreview {
    let text: String
    let frequency: Frequency
    let zone: String
    let rules: ZoneRules
    let runs: [Timestamp]

    func print(as format: OutputFormat, _ language: Language) {
        guard format != .json else { return Out.json(json(language)) }
        if format == .table {
            Out.line(SafeText(frequency.explanation(in: language)).plain)
            Out.line("")
        }
        let rows = runs.map { run in
            let civil = rules.civil(at: run)
            return [run.wireText, Self.weekday(civil, language), Self.spaced(civil), offset(at: run)]
        }
        Out.rows(["UTC", "DAY", zone, "OFFSET"], rows, as: format)
    }

    private func json(_ language: Language) -> JSON {
        let gap = frequency.minimumGap.map { JSON.integer($0) } ?? .null
        return [
            "Frequency": .string(text), "Explanation": .string(frequency.explanation(in: language)),
            "TimeZone": .string(zone), "MinimumGap": gap,
            "Runs": .array(
                runs.map { run in
                    let civil = rules.civil(at: run)
                    return [
                        "Time": .string(run.wireText), "Weekday": .string(Self.weekday(civil, .english)),
                        "LocalTime": .string(civil.text), "Offset": .string(offset(at: run)),
                    ]
                }),
        ]
    }

    private static func spaced(_ civil: CivilTime) -> String {
        civil.text.split(separator: "T").joined(separator: " ")
    }

    private static func weekday(_ civil: CivilTime, _ language: Language) -> String {
        let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let chinese = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
        return (language == .english ? english : chinese)[civil.weekday - 1]
    }

    /// `+05:45`, with seconds where a zone has them.
    private func offset(at moment: Timestamp) -> String {
        let offset = rules.offset(at: moment)
        let parts = [abs(offset) / 3600, abs(offset) / 60 % 60, abs(offset) % 60]
        let shown = parts[2] == 0 ? parts.dropLast() : parts[...]
        return (offset < 0 ? "-" : "+") + shown.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

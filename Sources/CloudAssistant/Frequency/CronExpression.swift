/// A cron expression of seconds, minutes, hours, days of the month, months, days of the week and, where given, years and a
/// time zone (ECS API, InvokeCommand, Frequency).
public struct CronExpression: Hashable, Sendable {
    /// The times of day.
    let times: CronTimes
    /// The days.
    let days: CronDays
    /// The zone whose clocks count; nil stands for the instance's own.
    public let zone: TimeZoneName?

    /// An expression from its text, 6 to 8 fields with blanks between them.
    ///
    /// Years below `notBefore` that are named are refused, and what no date of the calendar can match.
    init(_ text: [UInt8], notBefore: Int?) throws(FrequencyError) {
        let fields = text.split { $0 == 0x20 || $0 == 0x09 }
        guard (6...8).contains(fields.count) else {
            throw FrequencyError(.fieldCount, limit: "6-8", actual: "\(fields.count)")
        }
        let hasYear = fields.count == 8 || fields.count == 7 && Self.isYear(fields[6])
        let hasZone = fields.count == 8 || fields.count == 7 && !hasYear
        times = try Self.times(fields)
        days = try Self.days(fields, year: hasYear ? fields[6] : [0x2a], notBefore: notBefore)
        if hasZone, let text = fields.last {
            zone = try TimeZoneName(Digits.text(text))
        } else {
            zone = nil
        }
        guard days.isPossible else { throw FrequencyError(.impossible) }
    }

    private static func times(_ fields: [ArraySlice<UInt8>]) throws(FrequencyError) -> CronTimes {
        CronTimes(
            seconds: try CronFieldReader(.second, fields[0]).numbers(),
            minutes: try CronFieldReader(.minute, fields[1]).numbers(),
            hours: try CronFieldReader(.hour, fields[2]).numbers())
    }

    private static func days(
        _ fields: [ArraySlice<UInt8>], year: ArraySlice<UInt8>, notBefore: Int?
    ) throws(FrequencyError) -> CronDays {
        CronDays(
            inMonth: try CronFieldReader(.dayOfMonth, fields[3]).daysOfMonth(),
            inWeek: try CronFieldReader(.dayOfWeek, fields[5]).daysOfWeek(),
            months: try CronFieldReader(.month, fields[4]).numbers(),
            years: try CronFieldReader(.year, year).years(notBefore: notBefore))
    }

    /// The last of seven fields is a year when it holds nothing else than a year could.
    private static func isYear(_ text: ArraySlice<UInt8>) -> Bool {
        text.allSatisfy { Digits.isDigit($0) || [0x2a, 0x3f, 0x2c, 0x2d, 0x2f].contains($0) }
    }

    /// The least distance of two neighbouring runs by the clocks on the wall, in seconds; nil when there is one run only.
    /// What a zone's clocks do when they are set does not count.
    public var minimumGap: Int? {
        let betweenDays = { days.leastDistance.map { $0 * WallTime.dayLength - (times.last - times.first) } }
        guard let withinDay = times.leastGap else { return betweenDays() }
        // Another day can come closer only when the next one matches.
        guard times.first + WallTime.dayLength - times.last < withinDay else { return withinDay }
        return min(withinDay, betweenDays() ?? withinDay)
    }
}

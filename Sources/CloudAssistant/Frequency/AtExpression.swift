/// One run at a time that is given by date, clock and zone.
public struct AtExpression: Hashable, Sendable {
    /// What the clocks of the zone show.
    let wall: WallTime
    /// The zone; UTC when none is written.
    public let zone: TimeZoneName

    /// What stands between the brackets of `at(…)`.
    init(_ inside: ArraySlice<UInt8>, text: String) throws(FrequencyError) {
        let parts = inside.split(whereSeparator: Self.isBlank)
        let hasLooseEnds = inside.first.map(Self.isBlank) ?? true || inside.last.map(Self.isBlank) ?? true
        guard !hasLooseEnds, (2...3).contains(parts.count),
            let date = Self.numbers(parts[0], "dddd-dd-dd", 0x2d), let clock = Self.numbers(parts[1], "dd:dd:dd", 0x3a)
        else { throw FrequencyError(.atForm, part: text) }
        let isDate =
            YearSet.range.contains(date[0]) && (1...12).contains(date[1]) && date[2] >= 1
            && date[2] <= CalendarDate.length(ofMonth: date[1], date[0])
        guard isDate, clock[0] <= 23, clock[1] <= 59, clock[2] <= 59 else {
            throw FrequencyError(.atDate, part: Digits.text(parts[0]) + " " + Digits.text(parts[1]), limit: "1970-2099")
        }
        wall = WallTime(
            CalendarDate(year: date[0], month: date[1], day: date[2]),
            second: clock[0] * 3600 + clock[1] * 60 + clock[2])
        zone = parts.count == 3 ? try TimeZoneName(Digits.text(parts[2])) : .utc
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The numbers of a text with digits (`d`) and separators in exactly these places.
    private static func numbers(_ text: ArraySlice<UInt8>, _ form: String, _ separator: UInt8) -> [Int]? {
        let fits =
            text.count == form.utf8.count
            && zip(text, form.utf8).allSatisfy { $1 == 0x64 ? Digits.isDigit($0) : $0 == $1 }
        return fits ? text.split(separator: separator).compactMap { Digits.number($0) } : nil
    }
}

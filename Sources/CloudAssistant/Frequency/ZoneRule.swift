extension ZoneRules {
    /// The rules up to 2100 of a zone that has always gone by one rule, as POSIX writes it in `TZ`:
    /// `CET-1CEST,M3.5.0,M10.5.0/3`. Nil when the text is no such rule.
    public init?(posix text: String) {
        guard text.utf8.count <= 100, let rule = ZoneRule(Array(text.utf8)[...]) else { return nil }
        self = rule.rules
    }
}

/// A rule for all years as POSIX writes it in `TZ`, such as `CET-1CEST,M3.5.0,M10.5.0/3`; also with the hours from -167 to
/// 167 that the time zone database uses.
struct ZoneRule: Hashable, Sendable {
    /// Seconds to add to UTC in standard time.
    let standard: Int
    /// Daylight saving time, where there is one.
    let daylight: Daylight?

    struct Daylight: Hashable, Sendable {
        let offset: Int
        let start: Change
        let end: Change
    }

    /// A day of the year, and the second from its beginning; may be negative or beyond the day.
    struct Change: Hashable, Sendable {
        enum Day: Hashable, Sendable {
            /// 1 to 365, February 29 is not counted.
            case julian(Int)
            /// 0 to 365.
            case ofYear(Int)
            /// A weekday (0 is Sunday) of a week (5 is the last) of a month.
            case ofWeek(month: Int, week: Int, weekday: Int)
        }

        let day: Day
        let second: Int
    }

    /// A rule from its text; nil when it is not one.
    init?(_ text: ArraySlice<UInt8>) {
        var reader = ZoneRuleReader(rest: text)
        guard reader.skipName(), let standard = reader.offset() else { return nil }
        self.standard = -standard
        guard !reader.rest.isEmpty else {
            daylight = nil
            return
        }
        guard reader.skipName() else { return nil }
        var offset = self.standard + 3600
        if reader.rest.first != 0x2c {
            guard let given = reader.offset() else { return nil }
            offset = -given
        }
        guard reader.take(0x2c), let start = reader.change(), reader.take(0x2c), let end = reader.change(),
            reader.rest.isEmpty
        else { return nil }
        daylight = Daylight(offset: offset, start: start, end: end)
    }

    /// The rules of a zone that has always gone by this rule, up to 2100.
    var rules: ZoneRules { ZoneRules(initialOffset: standard, transitions: transitions(after: .min)) }

    /// The changes after a moment, from 1969 to 2100, in their order.
    func transitions(after time: Int) -> [ZoneRules.Transition] {
        guard let daylight else {
            return [ZoneRules.Transition(time: time == .min ? Self.firstSecond : time + 1, offset: standard)]
        }
        var all: [ZoneRules.Transition] = []
        for year in 1969...2100 {
            let start = ZoneRules.Transition(time: daylight.start.wall(year) - standard, offset: daylight.offset)
            let end = ZoneRules.Transition(time: daylight.end.wall(year) - daylight.offset, offset: standard)
            all += start.time <= end.time ? [start, end] : [end, start]
        }
        return all.filter { $0.time > time }
    }

    private static let firstSecond = CalendarDate(year: 1969, month: 1, day: 1).number * WallTime.dayLength
}

extension ZoneRule.Change {
    /// The wall time of the change in a year, in seconds.
    fileprivate func wall(_ year: Int) -> Int {
        let firstDay = CalendarDate(year: year, month: 1, day: 1).number
        let number: Int
        switch day {
        case .ofYear(let day): number = firstDay + day
        case .julian(let day): number = firstDay + day - 1 + (CalendarDate.isLeap(year) && day >= 60 ? 1 : 0)
        case .ofWeek(let month, let week, let weekday):
            let first = CalendarDate(year: year, month: month, day: 1).number
            let day = (weekday - CalendarDate.weekday(ofNumber: first) % 7 + 7) % 7 + 7 * (week - 1)
            number = first + (day < CalendarDate.length(ofMonth: month, year) ? day : day - 7)
        }
        return number * WallTime.dayLength + second
    }
}

/// Takes a rule's text apart from left to right.
private struct ZoneRuleReader {
    var rest: ArraySlice<UInt8>

    mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Three letters or more, or anything plain in angle brackets.
    mutating func skipName() -> Bool {
        if take(0x3c) {
            let name = rest.prefix { Digits.isDigit($0) || Digits.isLetter($0) || $0 == 0x2b || $0 == 0x2d }
            rest = rest.dropFirst(name.count)
            return name.count >= 3 && take(0x3e)
        }
        let name = rest.prefix(while: Digits.isLetter)
        rest = rest.dropFirst(name.count)
        return name.count >= 3
    }

    /// `[+-]hh[:mm[:ss]]` in seconds, at most 24 hours.
    mutating func offset() -> Int? { time(hours: 0...24) }

    /// A day and, after a slash, a time; without one it is 02:00.
    mutating func change() -> ZoneRule.Change? {
        guard let day = day() else { return nil }
        guard take(0x2f) else { return ZoneRule.Change(day: day, second: 7200) }
        return time(hours: 0...167).map { ZoneRule.Change(day: day, second: $0) }
    }

    private mutating func day() -> ZoneRule.Change.Day? {
        if take(0x4a) { return number(1...365).map(ZoneRule.Change.Day.julian) }
        guard take(0x4d) else { return number(0...365).map(ZoneRule.Change.Day.ofYear) }
        guard let month = number(1...12), take(0x2e), let week = number(1...5), take(0x2e), let weekday = number(0...6)
        else { return nil }
        return .ofWeek(month: month, week: week, weekday: weekday)
    }

    private mutating func time(hours: ClosedRange<Int>) -> Int? {
        let isNegative = take(0x2d)
        if !isNegative { _ = take(0x2b) }
        guard let hour = number(hours) else { return nil }
        var seconds = hour * 3600
        for unit in [60, 1] where take(0x3a) {
            guard let number = number(0...59) else { return nil }
            seconds += number * unit
        }
        return isNegative ? -seconds : seconds
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix(while: Digits.isDigit)
        guard let number = Digits.number(digits), range.contains(number) else { return nil }
        rest = rest.dropFirst(digits.count)
        return number
    }
}

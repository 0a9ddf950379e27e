/// A day of the proleptic Gregorian calendar, without a place.
struct CalendarDate: Hashable, Sendable {
    var year: Int
    /// 1 to 12.
    var month: Int
    /// 1 to 31.
    var day: Int

    /// Days of a month of 1 to 12.
    static func length(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Days since 1970-01-01.
    var number: Int {
        // Counted from March, so that the leap day is the last of its year, in eras of 400 years.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The weekday of a day by its number since 1970-01-01: 1 is Monday, 7 is Sunday.
    static func weekday(ofNumber number: Int) -> Int {
        let rest = (number + 3) % 7
        return (rest < 0 ? rest + 7 : rest) + 1
    }
}

/// A reading of a clock on the wall, in seconds since 1970-01-01 00:00:00 on that same clock.
struct WallTime: Hashable, Sendable, Comparable {
    static let dayLength = 86_400

    var seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init(_ date: CalendarDate, second: Int) { seconds = date.number * Self.dayLength + second }

    static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

    /// Days since 1970-01-01.
    var dayNumber: Int {
        let quotient = seconds / Self.dayLength
        return seconds % Self.dayLength < 0 ? quotient - 1 : quotient
    }

    /// 0 to 86,399.
    var secondOfDay: Int { seconds - dayNumber * Self.dayLength }

    /// The parts of the reading.
    var civil: CivilTime { CivilTime(Timestamp(milliseconds: Int64(seconds) * 1000)) }
}

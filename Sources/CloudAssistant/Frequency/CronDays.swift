/// The days of a cron expression.
struct CronDays: Hashable, Sendable {
    var inMonth = DaysOfMonth()
    var inWeek = DaysOfWeek()
    var months = NumberSet()
    var years = YearSet()

    /// The days of a month that match. Of two day fields that both say something, either one suffices.
    func days(of month: Int, _ year: Int) -> NumberSet {
        let length = CalendarDate.length(ofMonth: month, year)
        let first = CalendarDate.weekday(ofNumber: CalendarDate(year: year, month: month, day: 1).number)
        switch (inMonth.isOpen, inWeek.isOpen) {
        case (true, true): return NumberSet(1...length)
        case (false, true): return inMonth.days(length, first)
        case (true, false): return inWeek.days(length, first)
        case (false, false):
            var days = inMonth.days(length, first)
            days.formUnion(inWeek.days(length, first))
            return days
        }
    }

    /// Whether a day matches, by its number since 1970-01-01.
    func contains(_ number: Int) -> Bool { firstDay(from: number, through: number) != nil }

    /// The first matching day of a range of days, by their numbers since 1970-01-01.
    func firstDay(from number: Int, through last: Int) -> Int? {
        let date = WallTime(seconds: number * WallTime.dayLength).civil
        guard var year = years.first(from: date.year) else { return nil }
        var (month, day) = year == date.year ? (date.month, date.day) : (1, 1)
        while CalendarDate(year: year, month: month, day: 1).number <= last {
            if months.contains(month), let found = days(of: month, year).first(from: day) {
                let number = CalendarDate(year: year, month: month, day: found).number
                return number <= last ? number : nil
            }
            day = 1
            if let next = months.first(from: month + 1) {
                month = next
            } else {
                guard let next = years.first(from: year + 1) else { return nil }
                (year, month) = (next, months.least)
            }
        }
        return nil
    }

    /// Whether any day of the calendar matches.
    var isPossible: Bool { firstDay(from: 0, through: .max / WallTime.dayLength) != nil }

    /// The least distance of two matching days, in days; nil when there is only one.
    var leastDistance: Int? {
        var least: Int?
        var previous: Int?
        for year in years.members {
            for month in months.members {
                let first = CalendarDate(year: year, month: month, day: 1).number - 1
                for day in days(of: month, year).members {
                    if let previous { least = min(least ?? .max, first + day - previous) }
                    if least == 1 { return 1 }
                    previous = first + day
                }
            }
        }
        return least
    }
}

/// What the field for the day of the month says.
struct DaysOfMonth: Hashable, Sendable {
    /// `*` or `?`: says nothing.
    var isOpen = false
    var numbers = NumberSet()
    /// `L`.
    var last = false
    /// `LW`: the last day from Monday to Friday.
    var lastWeekday = false
    /// `nW`: the day from Monday to Friday nearest to day n.
    var nearest = NumberSet()

    /// The days in a month of a length whose first day is a weekday of 1 to 7.
    func days(_ length: Int, _ first: Int) -> NumberSet {
        var days = numbers
        if last { days.insert(length) }
        if lastWeekday { days.insert(Self.weekday(nearestTo: length, length, first)) }
        var next = nearest.first(from: 1)
        while let day = next, day <= length {
            days.insert(Self.weekday(nearestTo: day, length, first))
            next = nearest.first(from: day + 1)
        }
        return days.through(length)
    }

    /// Saturday goes to Friday and Sunday to Monday, but never into another month.
    private static func weekday(nearestTo day: Int, _ length: Int, _ first: Int) -> Int {
        switch (first - 1 + day - 1) % 7 + 1 {
        case 6: day == 1 ? 3 : day - 1
        case 7: day == length ? day - 2 : day + 1
        default: day
        }
    }
}

/// What the field for the day of the week says; 1 is Monday.
struct DaysOfWeek: Hashable, Sendable {
    /// `*` or `?`: says nothing.
    var isOpen = false
    var numbers = NumberSet()
    /// `vL`: the last such day of the month.
    var last = NumberSet()
    /// `v#k`: the k-th such day of the month, as 7 (k - 1) + v.
    var counted = NumberSet()

    /// The days in a month of a length whose first day is a weekday of 1 to 7.
    func days(_ length: Int, _ first: Int) -> NumberSet {
        var days = NumberSet()
        for weekday in 1...7 {
            let day = (weekday - first + 7) % 7 + 1
            if numbers.contains(weekday) { for week in 0..<5 { days.insert(day + 7 * week) } }
            if last.contains(weekday) { days.insert(day + (length - day) / 7 * 7) }
            for week in 0..<5 where counted.contains(weekday + 7 * week) { days.insert(day + 7 * week) }
        }
        return days.through(length)
    }
}

/// A cron expression in words. They are made from what the expression means, not from how it is written.
struct CronWords {
    let expression: CronExpression
    let language: Language

    var text: String {
        let zone = expression.zone.map { "\($0)" } ?? say("the instance's time zone", "实例所在时区")
        let parts = [time, days, months, years].compactMap(\.self)
        return language == .english
            ? parts.joined(separator: " ") + ", \(zone)"
            : ([years, months, days, time].compactMap(\.self) + [zone]).joined(separator: "，")
    }

    private func say(_ english: String, _ chinese: String) -> String { language == .english ? english : chinese }

    // MARK: - Times

    private var times: CronTimes { expression.times }

    /// A few times of day one by one, more by what their seconds, minutes and hours are.
    private var time: String {
        guard times.count > 4 else {
            return say("at ", "") + list(clockTimes.map { Self.clock($0.0, $0.1, $0.2) })
        }
        let parts = [secondPart, minutePart, hourPart].compactMap(\.self)
        return language == .english ? parts.joined(separator: " ") : parts.reversed().joined()
    }

    private var clockTimes: [(Int, Int, Int)] {
        times.hours.members.flatMap { hour in
            times.minutes.members.flatMap { minute in times.seconds.members.map { (hour, minute, $0) } }
        }
    }

    private static func clock(_ hour: Int, _ minute: Int, _ second: Int) -> String {
        [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private var secondPart: String? {
        let seconds = times.seconds
        if seconds == NumberSet(0...0) { return nil }
        if let step = Self.step(seconds, of: 60) {
            return step == 1 ? say("every second", "每秒") : say("every \(step) seconds", "每 \(step) 秒")
        }
        return say("at second\(plural(seconds)) \(numbers(seconds))", "第 \(numbers(seconds)) 秒")
    }

    private var minutePart: String? {
        let minutes = times.minutes
        let hasSeconds = times.seconds != NumberSet(0...0)
        if let step = Self.step(minutes, of: 60), !hasSeconds {
            return step == 1 ? say("every minute", "每分钟") : say("every \(step) minutes", "每 \(step) 分钟")
        }
        if minutes == NumberSet(0...59) {
            return Self.step(times.seconds, of: 60) == nil ? say("of every minute", "每分钟") : nil
        }
        let preposition = hasSeconds ? "in" : "at"
        return say("\(preposition) minute\(plural(minutes)) \(numbers(minutes))", "第 \(numbers(minutes)) 分")
    }

    private var hourPart: String? {
        let hours = times.hours
        guard hours == NumberSet(0...23) else {
            return say("in hour\(plural(hours)) \(numbers(hours))", "\(numbers(hours)) 时")
        }
        // Steps that go through the whole hour need no word for it.
        let minutes = times.minutes
        let runsThrough = minutes == NumberSet(0...59) || Self.step(minutes, of: 60) != nil && secondPart == nil
        return runsThrough ? nil : say("of every hour", "每小时")
    }

    /// The step with which a set goes through all of a range from 0 on and begins anew; nil when it does not.
    private static func step(_ set: NumberSet, of length: Int) -> Int? {
        guard set.count > 2, length % set.count == 0 else { return nil }
        let step = length / set.count
        return set.members == Array(stride(from: 0, to: length, by: step)) ? step : nil
    }

    // MARK: - Days

    private var days: String? {
        let (month, week) = (expression.days.inMonth, expression.days.inWeek)
        let isEveryDay = month.numbers.through(31) == NumberSet(1...31) || week.numbers == NumberSet(1...7)
        switch (month.isOpen, week.isOpen) {
        case (true, true): return say("every day", "每天")
        case (false, true): return isEveryDay ? say("every day", "每天") : on(monthDays(month))
        case (true, false): return isEveryDay ? say("every day", "每天") : on(weekDays(week))
        case (false, false):
            return isEveryDay ? say("every day", "每天") : on(monthDays(month) + say(" or on ", "或") + weekDays(week))
        }
    }

    private func on(_ days: String) -> String { say("on ", "") + days }

    private func monthDays(_ days: DaysOfMonth) -> String {
        var parts: [String] = []
        if !days.numbers.isEmpty {
            parts.append(say("day\(plural(days.numbers)) \(numbers(days.numbers))", "\(numbers(days.numbers)) 日"))
        }
        parts += days.nearest.members.map { day in
            say("the weekday (Mon-Fri) nearest to day \(day)", "离 \(day) 日最近的工作日（周一至周五）")
        }
        if days.lastWeekday { parts.append(say("the last weekday (Mon-Fri)", "最后一个工作日（周一至周五）")) }
        if days.last { parts.append(say("the last day", "最后一天")) }
        return say(list(parts) + " of the month", "当月 " + list(parts))
    }

    private func weekDays(_ days: DaysOfWeek) -> String {
        var parts: [String] = []
        if !days.numbers.isEmpty { parts.append(named(days.numbers, weekday)) }
        for place in 0..<35 where days.counted.contains(place + 1) {
            let ordinals = [("first", "一"), ("second", "二"), ("third", "三"), ("fourth", "四"), ("fifth", "五")]
            let (english, chinese) = ordinals[place / 7]
            let day = weekday(place % 7 + 1)
            parts.append(say("the \(english) \(day) of the month", "当月第\(chinese)个\(day)"))
        }
        parts += days.last.members.map { say("the last \(weekday($0)) of the month", "当月最后一个\(weekday($0))") }
        return list(parts)
    }

    private func weekday(_ number: Int) -> String {
        let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        let chinese = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]
        return say(english[number - 1], chinese[number - 1])
    }

    // MARK: - Months and years

    private var months: String? {
        let months = expression.days.months
        guard months != NumberSet(1...12) else { return nil }
        return say("in ", "") + named(months, month)
    }

    private func month(_ number: Int) -> String {
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return say(english[number - 1], "\(number) 月")
    }

    private var years: String? {
        let years = expression.days.years.members
        guard years.count < YearSet.range.count else { return nil }
        return say("in \(ranges(years))", "\(ranges(years)) 年")
    }

    // MARK: - Lists

    private func plural(_ set: NumberSet) -> String { set.count > 1 ? "s" : "" }

    /// `0, 5, 9-20`.
    private func numbers(_ set: NumberSet) -> String { ranges(set.members) }

    /// The words for numbers at an even distance.
    private func progression(_ first: Int, _ last: Int, _ step: Int) -> String {
        say("\(first) to \(last) by \(step)", "\(first) 至 \(last)（步长 \(step)）")
    }

    /// Names with ranges of three or more drawn together.
    private func named(_ set: NumberSet, _ name: (Int) -> String) -> String {
        list(
            Self.runs(set.members).flatMap { run in
                run.count > 2
                    ? [name(run.lowerBound) + say(" to ", "至") + name(run.upperBound)] : run.map(name)
            })
    }

    private var comma: String { say(", ", "、") }

    private func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: comma) + say(" and ", "、") + last
    }

    /// Numbers with a comma between them, neighbours as ranges; five or more at an even distance as such.
    private func ranges(_ numbers: [Int]) -> String {
        if numbers.count >= 5, let first = numbers.first, let last = numbers.last {
            let step = numbers[1] - first
            if step > 1, numbers == Array(stride(from: first, through: last, by: step)) {
                return progression(first, last, step)
            }
        }
        return Self.runs(numbers).flatMap { run in
            run.count > 2 ? ["\(run.lowerBound)-\(run.upperBound)"] : run.map { "\($0)" }
        }.joined(separator: comma)
    }

    /// Numbers drawn together to ranges of neighbours.
    private static func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs
    }
}

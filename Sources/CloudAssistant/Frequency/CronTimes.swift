/// The times of day of a cron expression.
struct CronTimes: Hashable, Sendable {
    var seconds = NumberSet()
    var minutes = NumberSet()
    var hours = NumberSet()

    /// The first time of a day, in seconds from its beginning.
    var first: Int { Self.second(hours.least, minutes.least, seconds.least) }
    /// The last time of a day.
    var last: Int { Self.second(hours.greatest, minutes.greatest, seconds.greatest) }
    /// How many times a day has.
    var count: Int { seconds.count * minutes.count * hours.count }

    /// The first time of a day that is not before a second of it.
    func first(from second: Int) -> Int? {
        let (hour, minute) = (second / 3600, second / 60 % 60)
        if hours.contains(hour) {
            if minutes.contains(minute), let found = seconds.first(from: second % 60) {
                return Self.second(hour, minute, found)
            }
            if let next = minutes.first(from: minute + 1) { return Self.second(hour, next, seconds.least) }
        }
        return hours.first(from: hour + 1).map { Self.second($0, minutes.least, seconds.least) }
    }

    /// The least distance of two times within a day, in seconds; nil when a day has only one.
    var leastGap: Int? {
        let withinMinute = seconds.leastStep
        let betweenMinutes = minutes.leastStep.map { $0 * 60 - (seconds.greatest - seconds.least) }
        let lastOfHour = minutes.greatest * 60 + seconds.greatest
        let firstOfHour = minutes.least * 60 + seconds.least
        let betweenHours = hours.leastStep.map { $0 * 3600 - (lastOfHour - firstOfHour) }
        return [withinMinute, betweenMinutes, betweenHours].compactMap(\.self).min()
    }

    private static func second(_ hour: Int, _ minute: Int, _ second: Int) -> Int { hour * 3600 + minute * 60 + second }
}

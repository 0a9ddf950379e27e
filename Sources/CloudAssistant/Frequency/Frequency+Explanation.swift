extension Frequency {
    /// The frequency in words, such as `at 03:30:00 on the last Friday of the month, Europe/London`.
    public func explanation(in language: Language) -> String {
        switch self {
        case .rate(let seconds):
            let length = Self.words(seconds, language)
            return language == .english
                ? "every \(length), for the first time \(length) after the creation" : "自创建起每 \(length)执行一次"
        case .at(let expression):
            let time = expression.wall.civil.text.replacingT
            return language == .english ? "once at \(time), \(expression.zone)" : "\(time) 执行一次，\(expression.zone)"
        case .cron(let expression):
            return CronWords(expression: expression, language: language).text
        }
    }

    /// A length of time in its largest whole unit.
    private static func words(_ seconds: Int, _ language: Language) -> String {
        let units = [(86_400, "day", "天"), (3600, "hour", "小时"), (60, "minute", "分钟"), (1, "second", "秒")]
        let (length, english, chinese) = units.first { seconds % $0.0 == 0 } ?? (1, "second", "秒")
        let count = seconds / length
        return language == .english ? "\(count) \(english)\(count == 1 ? "" : "s")" : "\(count) \(chinese)"
    }
}

extension String {
    /// `2027-01-31 08:00:00` from `2027-01-31T08:00:00`.
    fileprivate var replacingT: String { split(separator: "T").joined(separator: " ") }
}

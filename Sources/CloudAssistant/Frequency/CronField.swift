/// A field of a cron expression.
public enum CronField: String, CaseIterable, Sendable {
    /// 0 to 59.
    case second
    /// 0 to 59.
    case minute
    /// 0 to 23.
    case hour
    /// 1 to 31.
    case dayOfMonth
    /// 1 to 12 or JAN to DEC.
    case month
    /// 1 to 7 or MON to SUN; 1 is Monday.
    case dayOfWeek
    /// 1970 to 2099.
    case year

    /// The numbers that may stand in the field.
    public var range: ClosedRange<Int> {
        switch self {
        case .second, .minute: 0...59
        case .hour: 0...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 1...7
        case .year: YearSet.range
        }
    }

    /// Names for the numbers of the range, in its order; empty when the field has none.
    var names: [String] {
        switch self {
        case .month: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
        case .dayOfWeek: ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
        default: []
        }
    }

    /// The most digits of a number in the field.
    var digits: Int { self == .year ? 4 : 2 }

    /// Whether `?` may stand for the whole field.
    var mayBeOpen: Bool { self == .dayOfMonth || self == .dayOfWeek }

    /// `0-59`, or `1-12 or JAN-DEC`.
    var rangeText: String {
        let numbers = "\(range.lowerBound)-\(range.upperBound)"
        guard let first = names.first, let last = names.last else { return numbers }
        return "\(numbers), \(first)-\(last)"
    }

    /// What the field is called.
    public var words: LocalizedText {
        switch self {
        case .second: LocalizedText(english: "second", chinese: "秒")
        case .minute: LocalizedText(english: "minute", chinese: "分")
        case .hour: LocalizedText(english: "hour", chinese: "时")
        case .dayOfMonth: LocalizedText(english: "day of the month", chinese: "日")
        case .month: LocalizedText(english: "month", chinese: "月")
        case .dayOfWeek: LocalizedText(english: "day of the week", chinese: "星期")
        case .year: LocalizedText(english: "year", chinese: "年")
        }
    }
}

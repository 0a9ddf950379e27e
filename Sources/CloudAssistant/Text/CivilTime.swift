extension Timestamp {
    /// The moment in UTC as the API writes it: `2020-01-19T09:15:46Z`, fractions of a second cut off.
    public var wireText: String { civil.text + "Z" }

    /// The moment in UTC without its seconds: `2020-11-17T06:52Z`, as DescribeCommands and DescribeInstances write it.
    public var wireMinuteText: String { String(civil.text.dropLast(3)) + "Z" }

    /// `09:15:46`, in UTC.
    public var clockText: String { String(civil.text.suffix(8)) }

    /// The parts of the moment in UTC.
    public var civil: CivilTime { CivilTime(self) }
}

/// A moment taken apart in UTC, by the proleptic Gregorian calendar.
public struct CivilTime: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59.
    public let second: Int

    init(_ moment: Timestamp) {
        let seconds = Self.floor(moment.milliseconds, 1000)
        let days = Self.floor(seconds, 86_400)
        let rest = Int(seconds - days * 86_400)
        hour = rest / 3600
        minute = rest / 60 % 60
        second = rest % 60
        // Days are counted from 0000-03-01 in eras of 400 years, so that the leap day is the last of its year.
        let shifted = days + 719_468
        let era = Self.floor(shifted, 146_097)
        let dayOfEra = Int(shifted - era * 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
    }

    /// `2020-01-19T09:15:46`.
    public var text: String {
        "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))T"
            + "\(Self.pad(hour, 2)):\(Self.pad(minute, 2)):\(Self.pad(second, 2))"
    }

    private static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    private static func pad(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Timestamp {
    /// A moment from its text on the wire, `2020-01-19T09:15:46Z`, in the years 1970 to 2099; nil for any other text and
    /// for a date that does not exist.
    public init?(wireText text: String) {
        let bytes = Array(text.utf8)
        let form = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
        guard bytes.count == form.count,
            zip(bytes, form).allSatisfy({ $1 == 0x64 ? Digits.isDigit($0) : $0 == $1 })
        else { return nil }
        let numbers = bytes.split { !Digits.isDigit($0) }.compactMap { Digits.number($0) }
        guard numbers.count == 6, YearSet.range.contains(numbers[0]), (1...12).contains(numbers[1]) else { return nil }
        let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
        guard date.day >= 1, date.day <= CalendarDate.length(ofMonth: date.month, date.year), numbers[3] <= 23,
            numbers[4] <= 59, numbers[5] <= 59
        else { return nil }
        self.init(second: WallTime(date, second: numbers[3] * 3600 + numbers[4] * 60 + numbers[5]).seconds)
    }
}

extension CivilTime {
    /// The day of the week, 1 is Monday and 7 is Sunday.
    public var weekday: Int { CalendarDate.weekday(ofNumber: CalendarDate(year: year, month: month, day: day).number) }
}

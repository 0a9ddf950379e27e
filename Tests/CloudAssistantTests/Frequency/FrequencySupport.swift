import Testing

@testable import CloudAssistant

extension ZoneRules {
    /// A zone that has always gone by a rule such as `EST5EDT,M3.2.0,M11.1.0`.
    static func posix(_ text: String) throws -> ZoneRules {
        try #require(ZoneRules(posix: text))
    }

    static let newYork = "EST5EDT,M3.2.0,M11.1.0"
    static let london = "GMT0BST,M3.5.0/1,M10.5.0"
    static let lordHowe = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"
    static let santiago = "<-04>4<-03>,M9.1.6/24,M4.1.6/24"
}

extension Timestamp {
    /// A moment from `2027-03-14T06:30:00Z`.
    init(_ text: String) throws {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        try #require(numbers.count == 6 && text.hasSuffix("Z"))
        let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]).number
        self.init(second: day * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
    }
}

/// The reason for which a text is refused; nil when it is taken.
func reason(_ text: String, notBefore: Int? = nil) -> FrequencyError.Reason? {
    do {
        _ = try Frequency(text, notBefore: notBefore)
        return nil
    } catch {
        return error.reason
    }
}

/// The next runs of an expression as they stand on the wire.
func runs(_ text: String, after: String, _ zone: ZoneRules = .utc, count: Int = 3) throws -> [String] {
    let moment = try Timestamp(after)
    return try Frequency(text).runs(after: moment, created: moment, zone: zone, count: count).map(\.wireText)
}

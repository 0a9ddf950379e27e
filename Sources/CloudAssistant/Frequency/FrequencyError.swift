/// Why a frequency is not valid: a reason, and where in the text it lies.
public struct FrequencyError: Error, Hashable, Sendable {
    /// What is wrong.
    public let reason: Reason
    /// The field of the cron expression that it is about.
    public let field: CronField?
    /// The part of the text that it is about.
    public let part: String?
    /// What would be allowed, such as `0-59`, or the number that is held to.
    public let limit: String?
    /// What was counted or measured.
    public let actual: String?

    init(
        _ reason: Reason, field: CronField? = nil, part: String? = nil, limit: String? = nil, actual: String? = nil
    ) {
        self.reason = reason
        self.field = field
        self.part = part
        self.limit = limit
        self.actual = actual
    }

    /// What is wrong with a frequency.
    public enum Reason: String, CaseIterable, Sendable {
        /// The text is longer than 256 bytes.
        case tooLong = "frequency-too-long"
        /// A character that no frequency holds.
        case character = "frequency-character"
        /// Not 6, 7 or 8 fields.
        case fieldCount = "cron-field-count"
        /// Neither a number nor anything else that may stand in the field.
        case number = "cron-number"
        /// A number or range that leaves the field's range.
        case range = "cron-range"
        /// A range from a later to an earlier value.
        case reversedRange = "cron-reversed-range"
        /// Nothing between two commas.
        case emptyEntry = "cron-empty-entry"
        /// A step of 0, without a number or beyond the field's maximum.
        case step = "cron-step"
        /// A name that the field does not have.
        case name = "cron-name"
        /// 0 as a weekday.
        case weekdayZero = "cron-weekday-zero"
        /// `?` where it may not stand.
        case question = "cron-question"
        /// `L` where it may not stand.
        case last = "cron-last"
        /// `W` where it may not stand.
        case nearestWeekday = "cron-nearest-weekday"
        /// `#` where it may not stand or with a number other than 1 to 5.
        case nth = "cron-nth"
        /// A year that has not four digits or is not within 1970 to 2099.
        case year = "cron-year"
        /// A year before the current one.
        case pastYear = "cron-past-year"
        /// No date of the calendar fits.
        case impossible = "cron-impossible"
        /// All times of the cron expression are past.
        case cronExpired = "cron-expired"
        /// Two runs may come within 10 seconds.
        case gapTooShort = "cron-gap-too-short"
        /// Two runs may come closer than the timeout.
        case gapWithinTimeout = "cron-gap-within-timeout"
        /// Not written like `Area/City`, `GMT+8:00` or `UTC`.
        case zone = "zone-form"
        /// A distance to GMT that is not written like `GMT+8:00` or not within -12:59 to +14:59.
        case zoneOffset = "zone-offset"
        /// A name that the time zone database does not have.
        case unknownZone = "zone-unknown"
        /// Not written like `rate(5m)`.
        case rateForm = "rate-form"
        /// An interval below 60 seconds.
        case rateTooShort = "rate-too-short"
        /// An interval above 7 days.
        case rateTooLong = "rate-too-long"
        /// An interval that is not longer than the timeout.
        case rateWithinTimeout = "rate-within-timeout"
        /// Not written like `at(2030-01-31 08:00:00 Asia/Shanghai)`.
        case atForm = "at-form"
        /// A date or time of day that does not exist.
        case atDate = "at-date"
        /// A time that is not in the future.
        case atExpired = "at-expired"
    }

    /// The facts for the error of a call.
    func facts(value: String) -> [Fact: String] {
        var facts: [Fact: String] = [.parameter: "Frequency", .value: value, .reason: reason.rawValue]
        facts[.field] = field?.rawValue
        facts[.part] = part
        facts[.limit] = limit
        facts[.actual] = actual
        return facts
    }
}

/// The result codes about schedules and time zones.
extension ResultErrorCode.Entry {
    static let badCronExpression = Self(
        "The cron expression is invalid.",
        cause: LocalizedText(
            english: "The cron expression is not valid.",
            chinese: "cron 表达式不合法。"),
        fix: LocalizedText(
            english: "Give six fields from seconds to day of week, with a year and a time zone after them if "
                + "need be.",
            chinese: "请依次填写从秒到星期的六个字段，必要时在其后加上年份和时区。"))

    static let cronExpressionExpired = Self(
        "The cron expression is expired.",
        cause: LocalizedText(
            english: "The cron expression names no time in the future.",
            chinese: "cron 表达式没有未来的执行时间。"),
        fix: LocalizedText(
            english: "Give an expression, above all a year, that is still to come.",
            chinese: "请更正表达式（尤其是年份），使其包含未来的时间。"))

    static let atExpressionExpired = Self(
        "The at expression is expired.",
        cause: LocalizedText(
            english: "The time of the at expression is past.",
            chinese: "at 表达式的时间已过。"),
        fix: LocalizedText(
            english: "Give a time in the future; without a time zone it is UTC.",
            chinese: "请填写未来的时间；未写时区时按 UTC 计算。"))

    static let invalidAtExpression = Self(
        "The at expression is invalid.",
        cause: LocalizedText(
            english: "The at expression is not valid.",
            chinese: "at 表达式不合法。"),
        fix: LocalizedText(
            english: "Write it like at(2030-01-31 08:00:00 Asia/Shanghai).",
            chinese: "请按 at(2030-01-31 08:00:00 Asia/Shanghai) 的格式填写。"))

    static let invalidRateExpression = Self(
        "The rate expression is invalid.",
        cause: LocalizedText(
            english: "The rate expression is not valid.",
            chinese: "rate 表达式不合法。"),
        fix: LocalizedText(
            english: "Write it like rate(5m); the units are s, m, h and d, and the least is 60 seconds.",
            chinese: "请按 rate(5m) 的格式填写；单位为 s、m、h 或 d，最短 60 秒。"))

    static let rateFrequencyTooLarge = Self(
        "The frequency of the rate expression is too large.",
        cause: LocalizedText(
            english: "The interval of the rate expression is too long.",
            chinese: "rate 表达式的间隔过长。"),
        fix: LocalizedText(
            english: "Give an interval of at most 7 days.",
            chinese: "间隔最长为 7 天。"))

    static let invalidGMTOffsetForTimezone = Self(
        "The GMT offset of the time zone is invalid.",
        cause: LocalizedText(
            english: "The GMT offset of the time zone is not valid.",
            chinese: "时区的 GMT 偏移不合法。"),
        fix: LocalizedText(
            english: "Write it like GMT+8:00, without a leading zero, from GMT-12:59 to GMT+14:59.",
            chinese: "请按 GMT+8:00 的格式填写，小时不加前导零，范围为 GMT-12:59 至 GMT+14:59。"))

    static let invalidGMTOffsetHourForTimezone = Self(
        "The hour of the GMT offset of the time zone is invalid.",
        cause: LocalizedText(
            english: "The hour of the GMT offset is not valid.",
            chinese: "GMT 偏移的小时不合法。"),
        fix: LocalizedText(
            english: "Give an hour without a leading zero, from -12 to +14.",
            chinese: "小时不加前导零，范围为 -12 至 +14。"))

    static let invalidGMTOffsetMinuteForTimezone = Self(
        "The minute of the GMT offset of the time zone is invalid.",
        cause: LocalizedText(
            english: "The minute of the GMT offset is not valid.",
            chinese: "GMT 偏移的分钟不合法。"),
        fix: LocalizedText(
            english: "Give two digits from 00 to 59, as in GMT+8:00.",
            chinese: "分钟须为两位数，范围为 00 至 59，例如 GMT+8:00。"))

    static let timezoneInformationCorrupt = Self(
        "The time zone information is corrupt.",
        cause: LocalizedText(
            english: "The time zone is not known on the instance, or its data are damaged.",
            chinese: "实例上没有该时区，或时区数据已损坏。"),
        fix: LocalizedText(
            english: "Give a full name such as Asia/Shanghai, or install the time zone data on the instance.",
            chinese: "请填写完整的时区名称，例如 Asia/Shanghai，或在实例上安装时区数据。"))
}

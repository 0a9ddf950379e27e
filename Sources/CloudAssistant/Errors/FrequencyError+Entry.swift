/// The sentences about a frequency that is not valid, as those of the catalogue: facts in braces, parts that may be missing
/// in square brackets.
extension FrequencyError.Reason {
    /// What is wrong, and what to do about it.
    var entry: (cause: LocalizedText, fix: LocalizedText) {
        switch self {
        case .tooLong, .character, .fieldCount: formEntry
        case .number, .range, .reversedRange, .emptyEntry, .step, .name, .weekdayZero: valueEntry
        case .question, .last, .nearestWeekday, .nth: signEntry
        case .year, .pastYear, .impossible, .cronExpired, .gapTooShort, .gapWithinTimeout: scheduleEntry
        case .zone, .zoneOffset, .unknownZone: zoneEntry
        case .rateForm, .rateTooShort, .rateTooLong, .rateWithinTimeout: rateEntry
        case .atForm, .atDate, .atExpired: atEntry
        }
    }

    private typealias Texts = (cause: LocalizedText, fix: LocalizedText)

    private static func texts(_ cause: (String, String), _ fix: (String, String)) -> Texts {
        (LocalizedText(english: cause.0, chinese: cause.1), LocalizedText(english: fix.0, chinese: fix.1))
    }

    private var formEntry: Texts {
        switch self {
        case .tooLong:
            Self.texts(
                (
                    "The frequency is too long[: {actual} bytes, where {limit} are allowed].",
                    "执行频率过长[：共 {actual} 字节，上限为 {limit} 字节]。"
                ),
                (
                    "Shorten it: ranges such as 1-5 and steps such as */10 take the place of long lists.",
                    "请缩短：可用 1-5 这样的范围和 */10 这样的步长代替长列表。"
                ))
        case .character:
            Self.texts(
                (
                    "The frequency holds a character that no frequency has[: {part}].",
                    "执行频率包含不允许的字符[：{part}]。"
                ),
                (
                    "Write it on one line like 0 30 3 * * ? or 0 0 9 ? * MON-FRI, with nothing but letters, digits and "
                        + "signs of ASCII.",
                    "请写成一行，只使用 ASCII 字母、数字和符号，例如 0 30 3 * * ? 或 0 0 9 ? * MON-FRI。"
                ))
        default:
            Self.texts(
                (
                    "A cron expression has 6 to 8 fields with blanks between them[, and this has {actual}].",
                    "cron 表达式由 6 至 8 个以空格分隔的字段组成[，而此处有 {actual} 个]。"
                ),
                (
                    "Give second, minute, hour, day of the month, month, day of the week, then if need be year and "
                        + "time zone; or write rate(5m) or at(2030-01-31 08:00:00).",
                    "请依次填写秒、分、时、日、月、星期，必要时再加年份和时区；也可写 rate(5m) 或 at(2030-01-31 08:00:00)。"
                ))
        }
    }

    private var valueEntry: Texts {
        switch self {
        case .number:
            Self.texts(
                (
                    "The field[ for the {field}] does not take[ {part}| this].",
                    "[“{field}”]字段不接受[ {part}|此值]。"
                ),
                (
                    "Give numbers of at most two digits[ within {limit}], with commas between them, or * for all.",
                    "请填写至多两位的数字[，范围为 {limit}]，多个值用逗号分隔，全部则填 *。"
                ))
        case .range:
            Self.texts(
                (
                    "In the field[ for the {field}],[ {part}| a value] is out of range.",
                    "[“{field}”]字段中的[ {part} |值]超出范围。"
                ),
                ("Give values within[ {limit}| the field's range].", "请填写[ {limit} |该字段]范围内的值。"))
        case .reversedRange:
            Self.texts(
                (
                    "In the field[ for the {field}], the range[ {part}] ends before it begins.",
                    "[“{field}”]字段中的范围[ {part} ]终点早于起点。"
                ),
                (
                    "Put the smaller value first, or write two ranges with a comma, such as 22-23,0-5 for hours.",
                    "请将较小的值写在前面，或用逗号写成两个范围，例如小时写成 22-23,0-5。"
                ))
        case .emptyEntry:
            Self.texts(
                (
                    "In the field[ for the {field}], nothing stands before or after a comma[: {part}].",
                    "[“{field}”]字段中逗号前后缺少值[：{part}]。"
                ),
                ("Remove the comma or add the value.", "请删除多余的逗号或补上值。"))
        case .step:
            Self.texts(
                (
                    "In the field[ for the {field}], the step[ {part}] is not valid.",
                    "[“{field}”]字段中的步长[ {part} ]不合法。"
                ),
                (
                    "Write */10, 5/10 or 10-40/10[; the number after the slash is within {limit}].",
                    "请写成 */10、5/10 或 10-40/10[；斜杠后的数字须在 {limit} 之内]。"
                ))
        case .name:
            Self.texts(
                (
                    "The field[ for the {field}] has no such name[: {part}].",
                    "[“{field}”]字段中没有此名称[：{part}]。"
                ),
                (
                    "Give values within[ {limit}| the field's range]; names have three letters.",
                    "请填写[ {limit} |该字段]范围内的值；名称为三个字母。"
                ))
        default:
            Self.texts(
                ("0 is no day of the week.", "星期不能填 0。"),
                (
                    "Give 7 or SUN for Sunday; 1 is Monday. Expressions for other programs may count otherwise.",
                    "星期日请填 7 或 SUN；1 为星期一。其他程序的写法可能不同。"
                ))
        }
    }

    private var signEntry: Texts {
        switch self {
        case .question:
            Self.texts(
                (
                    "In the field[ for the {field}], ? may not stand[: {part}].",
                    "[“{field}”]字段中不能这样使用 ?[：{part}]。"
                ),
                (
                    "Write ? only as the whole field for the day of the month or of the week; elsewhere write *.",
                    "? 只能单独填写在“日”或“星期”字段中；其他字段请用 *。"
                ))
        case .last:
            Self.texts(
                ("In the field[ for the {field}], L may not stand[: {part}].", "[“{field}”]字段中不能这样使用 L[：{part}]。"),
                (
                    "Write L for the last day of the month, LW for its last weekday, and in the day of the week 5L for "
                        + "the last Friday; without ranges and steps.",
                    "日字段用 L 表示当月最后一天，LW 表示最后一个工作日；星期字段用 5L 表示最后一个星期五；不能与范围或步长合用。"
                ))
        case .nearestWeekday:
            Self.texts(
                ("In the field[ for the {field}], W may not stand[: {part}].", "[“{field}”]字段中不能这样使用 W[：{part}]。"),
                (
                    "Write W only in the day of the month, after a day from 1 to 31 such as 15W, or as LW; without "
                        + "ranges and steps.",
                    "W 只能用于日字段，写在 1 至 31 之后（例如 15W）或写成 LW；不能与范围或步长合用。"
                ))
        default:
            Self.texts(
                ("In the field[ for the {field}], # may not stand[: {part}].", "[“{field}”]字段中不能这样使用 #[：{part}]。"),
                (
                    "Write # only in the day of the week, as 4#2 for the second Thursday; the number after it is 1 to 5.",
                    "# 只能用于星期字段，例如 4#2 表示第二个星期四；其后的数字为 1 至 5。"
                ))
        }
    }

    private var scheduleEntry: Texts {
        switch self {
        case .year:
            Self.texts(
                ("The year[ {part}] is not valid.", "年份[ {part} ]不合法。"),
                (
                    "Give years of four digits[ within {limit}], * for every year, or leave the field out.",
                    "请填写四位年份[，范围为 {limit}]，每年则填 * 或省略该字段。"
                ))
        case .pastYear:
            Self.texts(
                ("The year[ {part}] is past.", "年份[ {part} ]已过。"),
                (
                    "Give years[ within {limit}| to come], or leave the field out for every year.",
                    "请填写[ {limit} 之内|将来]的年份，每年则省略该字段。"
                ))
        case .impossible:
            Self.texts(
                (
                    "No date fits the cron expression: there is no such day in these months and years.",
                    "没有日期符合该 cron 表达式：所选的月份和年份中没有这一天。"
                ),
                (
                    "Correct the day, month or year; for the last day of every month write L.",
                    "请更正日、月或年；每月最后一天可写 L。"
                ))
        case .cronExpired:
            Self.texts(
                ("The cron expression names no time in the future.", "cron 表达式没有未来的执行时间。"),
                (
                    "Give a year or date that is still to come, or leave the year out.",
                    "请填写未来的年份或日期，或省略年份。"
                ))
        case .gapTooShort:
            Self.texts(
                (
                    "Two runs would follow each other too closely[: within {actual} s, where {limit} s are needed].",
                    "两次执行的间隔过短[：为 {actual} 秒，至少须 {limit} 秒]。"
                ),
                (
                    "Spread the seconds: one second such as 0, or a step of 10 or more.",
                    "请拉开秒字段：只填一个值（例如 0），或使用不小于 10 的步长。"
                ))
        default:
            Self.texts(
                (
                    "Two runs would follow each other[ within {actual} s], which is less than the timeout[ of {limit} s].",
                    "两次执行的间隔[（{actual} 秒）]小于超时时间[（{limit} 秒）]。"
                ),
                (
                    "Run less often, or set Timeout[ to at most {actual} s].",
                    "请降低执行频率，或缩短 Timeout[，最长 {actual} 秒]。"
                ))
        }
    }

    private var zoneEntry: Texts {
        switch self {
        case .zone:
            Self.texts(
                ("The time zone[ {part}] is not valid.", "时区[ {part} ]不合法。"),
                (
                    "Give a full name such as Asia/Shanghai, a distance such as GMT+8:00, or UTC; other abbreviations "
                        + "are ambiguous.",
                    "请填写完整名称（例如 Asia/Shanghai）、偏移（例如 GMT+8:00）或 UTC；其他缩写有歧义。"
                ))
        case .zoneOffset:
            Self.texts(
                ("The distance to GMT[ {part}] is not valid.", "GMT 偏移[ {part} ]不合法。"),
                (
                    "Write it like GMT+8:00 or GMT-3:30: no leading zero, two digits of minutes, from GMT-12:59 to "
                        + "GMT+14:59.",
                    "请按 GMT+8:00 或 GMT-3:30 的格式填写：小时不加前导零，分钟为两位数，范围为 GMT-12:59 至 GMT+14:59。"
                ))
        default:
            Self.texts(
                ("The time zone database has no zone[ {part}| of this name].", "时区数据库中没有[ {part}|此时区]。"),
                (
                    "Check the spelling, capitals included, as in Asia/Shanghai, and that time zone data (tzdata) are "
                        + "installed.",
                    "请检查拼写（区分大小写，例如 Asia/Shanghai），并确认已安装时区数据（tzdata）。"
                ))
        }
    }

    private var rateEntry: Texts {
        switch self {
        case .rateForm:
            Self.texts(
                ("The rate expression is not valid.", "rate 表达式不合法。"),
                (
                    "Write it like rate(5m): a whole number and one of s, m, h, d.",
                    "请按 rate(5m) 的格式填写：一个整数加 s、m、h 或 d。"
                ))
        case .rateTooShort:
            Self.texts(
                ("The interval[ of {actual} s] is too short.", "间隔[ {actual} 秒]过短。"),
                (
                    "Give at least 60 seconds; for shorter distances there are cron expressions, from 10 seconds on.",
                    "间隔至少为 60 秒；更短的间隔（不小于 10 秒）可用 cron 表达式。"
                ))
        case .rateTooLong:
            Self.texts(
                ("The interval[ of {actual} s] is too long.", "间隔[ {actual} 秒]过长。"),
                (
                    "Give at most 7 days (7d); for longer distances there are cron expressions.",
                    "间隔最长为 7 天（7d）；更长的间隔可用 cron 表达式。"
                ))
        default:
            Self.texts(
                (
                    "The interval[ of {actual} s] is not longer than the timeout[ of {limit} s].",
                    "间隔[（{actual} 秒）]没有超过超时时间[（{limit} 秒）]。"
                ),
                (
                    "Give a longer interval, or a Timeout[ below {actual} s].",
                    "请填写更长的间隔，或缩短 Timeout[，须小于 {actual} 秒]。"
                ))
        }
    }

    private var atEntry: Texts {
        switch self {
        case .atForm:
            Self.texts(
                ("The at expression is not valid.", "at 表达式不合法。"),
                (
                    "Write it like at(2030-01-31 08:00:00 Asia/Shanghai); without a time zone it is UTC.",
                    "请按 at(2030-01-31 08:00:00 Asia/Shanghai) 的格式填写；未写时区时按 UTC 计算。"
                ))
        case .atDate:
            Self.texts(
                ("There is no such date or time of day[: {part}].", "不存在该日期或时间[：{part}]。"),
                (
                    "Give a date of the calendar[ in the years {limit}] and a time from 00:00:00 to 23:59:59.",
                    "请填写存在的日期[（{limit} 年）]，时间为 00:00:00 至 23:59:59。"
                ))
        default:
            Self.texts(
                ("The time of the at expression is past.", "at 表达式的时间已过。"),
                (
                    "Give a time in the future, in its time zone; without one it is UTC.",
                    "请填写未来的时间，并注意时区；未写时区时按 UTC 计算。"
                ))
        }
    }
}

import Testing

@testable import CloudAssistant

@Suite("A frequency in words") struct FrequencyExplanationTests {
    @Test(
        "both languages",
        arguments: [
            (
                "0 30 3 ? * 5L Europe/London", "at 03:30:00 on the last Friday of the month, Europe/London",
                "当月最后一个星期五，03:30:00，Europe/London"
            ),
            ("0 */20 * * * ?", "every 20 minutes every day, the instance's time zone", "每天，每 20 分钟，实例所在时区"),
            (
                "0 15 10 ? * * 2027 UTC", "at 10:15:00 every day in 2027, UTC", "2027 年，每天，10:15:00，UTC"
            ),
            (
                "0 0/30 10-11 * * ? 2027-2029 GMT+8:00",
                "at 10:00:00, 10:30:00, 11:00:00 and 11:30:00 every day in 2027-2029, GMT+8:00",
                "2027-2029 年，每天，10:00:00、10:30:00、11:00:00、11:30:00，GMT+8:00"
            ),
            (
                "*/10 0-4 9-17 ? * MON-FRI UTC",
                "every 10 seconds in minutes 0-4 in hours 9-17 on Monday to Friday, UTC",
                "星期一至星期五，9-17 时第 0-4 分每 10 秒，UTC"
            ),
            ("30 * * * * ? UTC", "at second 30 of every minute every day, UTC", "每天，每分钟第 30 秒，UTC"),
            ("0 5,10 * * * ? UTC", "at minutes 5, 10 of every hour every day, UTC", "每天，每小时第 5、10 分，UTC"),
            (
                "0 5/7 * * * ? UTC", "at minutes 5 to 54 by 7 of every hour every day, UTC",
                "每天，每小时第 5 至 54（步长 7） 分，UTC"
            ),
            ("* * * * * ? UTC", "every second every day, UTC", "每天，每秒，UTC"),
            ("0 0 0 1,15-17,L * ? UTC", "at 00:00:00 on days 1, 15-17 and the last day of the month, UTC", nil),
            (
                "0 0 0 15W,LW 1,6-8 ? UTC",
                "at 00:00:00 on the weekday (Mon-Fri) nearest to day 15 and the last weekday (Mon-Fri) of the month "
                    + "in January and June to August, UTC",
                "1 月、6 月至8 月，当月 离 15 日最近的工作日（周一至周五）、最后一个工作日（周一至周五），00:00:00，UTC"
            ),
            (
                "0 0 0 13 * 5,1#2 UTC",
                "at 00:00:00 on day 13 of the month or on Friday and the second Monday of the month, UTC", nil
            ),
            ("0 0 0 */1 * 5 UTC", "at 00:00:00 every day, UTC", "每天，00:00:00，UTC"),
            ("0 0 0 ? * L UTC", "at 00:00:00 on Sunday, UTC", "星期日，00:00:00，UTC"),
            (
                "0 0 0 * * ? */5", "at 00:00:00 every day in 1970 to 2095 by 5, the instance's time zone", nil
            ),
            ("at(2027-06-06 13:15:30 Asia/Shanghai)", "once at 2027-06-06 13:15:30, Asia/Shanghai", nil),
            ("rate(90m)", "every 90 minutes, for the first time 90 minutes after the creation", "自创建起每 90 分钟执行一次"),
            ("rate(1d)", "every 1 day, for the first time 1 day after the creation", "自创建起每 1 天执行一次"),
        ] as [(String, String, String?)])
    func words(_ text: String, _ english: String, _ chinese: String?) throws {
        let frequency = try Frequency(text)
        #expect(frequency.explanation(in: .english) == english)
        if let chinese { #expect(frequency.explanation(in: .chinese) == chinese) }
    }

    @Test("two expressions with other runs have other words")
    func tellsApart() throws {
        let texts = [
            "0 0 0 * * ?", "0 0 1 * * ?", "0 1 0 * * ?", "1 0 0 * * ?", "0 0 * * * ?", "0 * * * * ?", "* * * * * ?",
            "0 * 0 * * ?", "* * 0 * * ?", "* 0 0 * * ?", "* 0 * * * ?", "0 */2 * * * ?", "0 */2 1-5 * * ?",
            "*/5 * * * * ?",
            "*/5 1 * * * ?", "*/5 */5 * * * ?", "30 */5 * * * ?", "0 1-59/2 * * * ?", "0 0 */2 * * ?", "0 0 0 1 * ?",
            "0 0 0 L * ?", "0 0 0 LW * ?", "0 0 0 1W * ?", "0 0 0 ? * 1", "0 0 0 ? * 1L", "0 0 0 ? * 1#1",
            "0 0 0 ? * 1#5",
            "0 0 0 1 * 1", "0 0 0 1,2 * ?", "0 0 0 1-3 * ?", "0 0 0 ? * 1-3", "0 0 0 ? * 1,3", "0 0 0 1 1 ?",
            "0 0 0 1 1-3 ?",
            "0 0 0 1 1 ? 2030", "0 0 0 1 1 ? 2030/2", "0 0 0 1 1 ? 2030-2032", "0 0 0 1 1 ? 2030 UTC", "0,30 0 * * * ?",
            "0,30 * * * * ?", "0,30 */5 * * * ?",
        ]
        for language in Language.allCases {
            let words = try texts.map { try Frequency($0).explanation(in: language) }
            let twice = Dictionary(grouping: zip(texts, words), by: \.1).values.filter { $0.count > 1 }
            #expect(twice.isEmpty)
        }
    }
}

import Testing

@testable import CloudAssistant

@Suite("Checking the frequency of a call") struct FrequencyCheckTests {
    private static let now = Timestamp(second: 1_800_000_000)  // 2027-01-15T08:00:00Z

    private static func zones(_ name: TimeZoneName) -> ZoneRules? {
        name == .named("Asia/Shanghai") ? ZoneRules(offset: 28_800) : nil
    }

    @Test(
        "what is refused, each beside a neighbour that is not",
        arguments: [
            ("rate(60s)", .rateWithinTimeout, "rate(61s)"), ("rate(59s)", .rateTooShort, "rate(2m)"),
            ("rate(8d)", .rateTooLong, "rate(7d)"), ("*/5 * * * * ?", .gapTooShort, "0 * * * * ?"),
            ("*/30 * * * * ?", .gapWithinTimeout, "0 */1 * * * ?"),
            ("0,59 0 0 * * ?", .gapWithinTimeout, "0 0,1 0 * * ?"),
            ("at(2027-01-15 08:00:00)", .atExpired, "at(2027-01-15 08:00:01)"),
            ("at(2027-01-15 16:00:00 Asia/Shanghai)", .atExpired, "at(2027-01-15 16:00:01 Asia/Shanghai)"),
            ("0 0 8 15 1 ? 2027 UTC", .cronExpired, "1 0 8 15 1 ? 2027 UTC"),
            // Without a zone, past is only what is past everywhere: at 12:59 west it is 19:01 of the day before.
            ("0 1 19 14 1 ? 2027", .cronExpired, "1 1 19 14 1 ? 2027"), ("0 0 0 30 2 ?", .impossible, "0 0 0 29 2 ?"),
            ("0 0 0 * * ? 2026", .pastYear, "0 0 0 * * ? 2027"),
            ("0 0 0 * * ? Asia/Atlantis", .unknownZone, "0 0 0 * * ? Asia/Shanghai"),
            ("at(2030-01-01 00:00:00 Asia/Atlantis)", .unknownZone, "at(2030-01-01 00:00:00 GMT-7:00)"),
            ("0 0 0 * * ? CST", .zone, "0 0 0 * * ? UTC"), ("0 0 0 * *", .fieldCount, "0 0 0 * * *"),
        ] as [(String, FrequencyError.Reason, String)])
    func refused(_ text: String, _ reason: FrequencyError.Reason, _ neighbour: String) throws {
        let error = #expect(throws: APIError.self) {
            try Frequency.checked(text, timeoutSeconds: 60, now: Self.now, zones: Self.zones)
        }
        #expect(error?.code.known == .invalidParamFrequency)
        #expect(error?.facts[.parameter] == "Frequency")
        #expect(error?.facts[.value] == text)
        #expect(error?.facts[.reason] == reason.rawValue)
        _ = try Frequency.checked(neighbour, timeoutSeconds: 60, now: Self.now, zones: Self.zones)
    }

    @Test("the gap is held to the timeout and to ten seconds")
    func gap() throws {
        for timeout in [10, 20] {
            _ = try Frequency.checked("*/20 * * * * ?", timeoutSeconds: timeout, now: Self.now) { _ in nil }
        }
        #expect(throws: APIError.self) {
            try Frequency.checked("*/20 * * * * ?", timeoutSeconds: 21, now: Self.now) { _ in nil }
        }
        // One run has no gap.
        _ = try Frequency.checked("0 0 0 1 1 ? 2030", timeoutSeconds: 86_400, now: Self.now) { _ in nil }
    }

    @Test("another action has a code of its own")
    func otherCode() {
        let error = #expect(throws: APIError.self) {
            try Frequency.checked("x", timeoutSeconds: 60, now: Self.now, code: .invalidParameter) { _ in nil }
        }
        #expect(error?.code.known == .invalidParameter)
    }

    @Test(
        "the sentences name the field, the part and what is allowed",
        arguments: [
            (
                "0 0 24 * * ?", "In the field for the hour, 24 is out of range.", "Give values within 0-23.",
                "“时”字段中的 24 超出范围。"
            ),
            (
                "0 0 0 ? * 0", "0 is no day of the week.",
                "Give 7 or SUN for Sunday; 1 is Monday. Expressions for other programs may count otherwise.",
                "星期不能填 0。"
            ),
            (
                "0 0 0 * * ? 2020", "The year 2020 is past.",
                "Give years within 2027-2099, or leave the field out for every year.", "年份 2020 已过。"
            ),
            (
                "rate(60s)", "The interval of 60 s is not longer than the timeout of 60 s.",
                "Give a longer interval, or a Timeout below 60 s.", "间隔（60 秒）没有超过超时时间（60 秒）。"
            ),
            (
                "*/15 * * * * ?",
                "Two runs would follow each other within 15 s, which is less than the timeout of 60 s.",
                "Run less often, or set Timeout to at most 15 s.", "两次执行的间隔（15 秒）小于超时时间（60 秒）。"
            ),
        ])
    func sentences(_ text: String, _ cause: String, _ fix: String, _ chinese: String) {
        let error = #expect(throws: APIError.self) {
            try Frequency.checked(text, timeoutSeconds: 60, now: Self.now, zones: Self.zones)
        }
        guard let error else { return }
        let english = ErrorSentences.explanation(error, in: .english)
        #expect(english.cause == cause)
        #expect(english.fix == fix)
        #expect(ErrorSentences.explanation(error, in: .chinese).cause == chinese)
        #expect(ErrorSentences.message(error) == "The specified frequency is invalid.")
    }

    @Test("every reason has whole sentences, with facts and without", arguments: FrequencyError.Reason.allCases)
    func texts(_ reason: FrequencyError.Reason) throws {
        let entry = reason.entry
        for language in Language.allCases {
            for text in [entry.cause[language], entry.fix[language]] {
                let names = try #require(ErrorCatalogueTests.names(in: text), "\(reason): \(text)")
                #expect(names.allSatisfy { Fact(rawValue: $0) != nil }, "\(reason): \(names)")
            }
            var known = ErrorCatalogueTests.allFacts
            known[.reason] = reason.rawValue
            for facts in [[.reason: reason.rawValue, .field: "hour"], known] {
                let (cause, fix) = ErrorSentences.explanation(APIError(.invalidParamFrequency, facts), in: language)
                #expect(ErrorCatalogueTests.isPlain(cause), "\(reason): \(cause)")
                #expect(ErrorCatalogueTests.isPlain(fix), "\(reason): \(fix)")
            }
        }
        #expect(
            Set(ErrorCatalogueTests.names(in: entry.cause.english) ?? [])
                == Set(ErrorCatalogueTests.names(in: entry.cause.chinese) ?? []))
    }
}

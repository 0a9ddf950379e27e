import Testing

@testable import CloudAssistant

@Suite("When a frequency runs next") struct NextRunTests {
    @Test(
        "days and times",
        arguments: [
            ("0 30 3 ? * 5L", ["2027-01-29T03:30:00Z", "2027-02-26T03:30:00Z", "2027-03-26T03:30:00Z"]),
            ("0 0 12 L * ?", ["2027-01-31T12:00:00Z", "2027-02-28T12:00:00Z", "2027-03-31T12:00:00Z"]),
            ("0 0 12 LW * ?", ["2027-01-29T12:00:00Z", "2027-02-26T12:00:00Z", "2027-03-31T12:00:00Z"]),
            // May 1st 2027 is a Saturday, August 1st a Sunday, October 31st a Sunday.
            ("0 0 0 1W 5,8 ?", ["2027-05-03T00:00:00Z", "2027-08-02T00:00:00Z", "2028-05-01T00:00:00Z"]),
            ("0 0 0 31W 10 ?", ["2027-10-29T00:00:00Z", "2028-10-31T00:00:00Z", "2029-10-31T00:00:00Z"]),
            ("0 0 0 ? * 4#2", ["2027-01-14T00:00:00Z", "2027-02-11T00:00:00Z", "2027-03-11T00:00:00Z"]),
            ("0 0 0 ? * 5#5", ["2027-01-29T00:00:00Z", "2027-04-30T00:00:00Z", "2027-07-30T00:00:00Z"]),
            ("0 0 0 13 * 5", ["2027-01-08T00:00:00Z", "2027-01-13T00:00:00Z", "2027-01-15T00:00:00Z"]),
            ("0 0 0 ? * L", ["2027-01-03T00:00:00Z", "2027-01-10T00:00:00Z", "2027-01-17T00:00:00Z"]),
            ("0 0 0 29 2 ?", ["2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z", "2036-02-29T00:00:00Z"]),
            ("0 0 0 31 * ?", ["2027-01-31T00:00:00Z", "2027-03-31T00:00:00Z", "2027-05-31T00:00:00Z"]),
            ("59 59 23 31 12 ? 2099", ["2099-12-31T23:59:59Z"]),
            ("0 0/7 0 1 1 ?", ["2027-01-01T00:07:00Z", "2027-01-01T00:14:00Z", "2027-01-01T00:21:00Z"]),
            ("*/40 59 23 * * ?", ["2027-01-01T23:59:00Z", "2027-01-01T23:59:40Z", "2027-01-02T23:59:00Z"]),
            ("0 0 0 1 1 ? 2020", []),
            ("0 0 0 */1 * 3", ["2027-01-02T00:00:00Z", "2027-01-03T00:00:00Z", "2027-01-04T00:00:00Z"]),
            ("at(2027-06-06 13:15:30 GMT-7:00)", ["2027-06-06T20:15:30Z"]), ("at(2027-01-01 00:00:00)", []),
            ("rate(5m)", ["2027-01-01T00:05:00Z", "2027-01-01T00:10:00Z", "2027-01-01T00:15:00Z"]),
        ])
    func calendar(_ text: String, _ expected: [String]) throws {
        let zone = try Frequency(text).rules(instance: .utc) { _ in nil }
        #expect(try runs(text, after: "2027-01-01T00:00:00Z", try #require(zone)) == expected)
    }

    @Test("a rate counts from the creation, whenever one looks")
    func rate() throws {
        let created = Timestamp(milliseconds: 1_000_250)
        let every = try Frequency("rate(1m)")
        func next(_ milliseconds: Int64) -> Int64? {
            every.nextRun(after: Timestamp(milliseconds: milliseconds), created: created, zone: .utc)?.milliseconds
        }
        #expect(next(0) == 1_060_250)
        #expect(next(1_000_250) == 1_060_250)
        #expect(next(1_060_249) == 1_060_250)
        #expect(next(1_060_250) == 1_120_250)
        #expect(next(.max) == nil)
        #expect(next(.min) == 1_060_250)
    }

    @Test("a run is after the moment, not at it, also between two seconds")
    func fractions() throws {
        let cron = try Frequency("0 * * * * ?")
        let created = Timestamp(milliseconds: 0)
        func next(_ milliseconds: Int64) -> Int64? {
            cron.nextRun(after: Timestamp(milliseconds: milliseconds), created: created, zone: .utc)?.milliseconds
        }
        #expect(next(59_999) == 60_000)
        #expect(next(60_000) == 120_000)
        #expect(next(60_001) == 120_000)
        #expect(next(-1) == 0)
        #expect(next(.min) == 0)
        #expect(next(.max) == nil)
    }

    @Test(
        "clocks put forward: what they skip runs later by the gap, once",
        arguments: [
            // New York, 14 March 2027: 02:00 EST becomes 03:00 EDT at 07:00Z.
            (
                "0 30 2 * * ?", ZoneRules.newYork, "2027-03-13T12:00:00Z",
                ["2027-03-14T07:30:00Z", "2027-03-15T06:30:00Z"]
            ),
            (
                "0 30 2,3 14 3 ?", ZoneRules.newYork, "2027-03-13T12:00:00Z",
                ["2027-03-14T07:30:00Z", "2028-03-14T06:30:00Z"]
            ),
            (
                "59 59 1 * * ?", ZoneRules.newYork, "2027-03-13T12:00:00Z",
                ["2027-03-14T06:59:59Z", "2027-03-15T05:59:59Z"]
            ),
            (
                "0 0 2 * * ?", ZoneRules.newYork, "2027-03-13T12:00:00Z",
                ["2027-03-14T07:00:00Z", "2027-03-15T06:00:00Z"]
            ),
            (
                "0 15,45 2-3 14 3 ?", ZoneRules.newYork, "2027-03-13T12:00:00Z",
                ["2027-03-14T07:15:00Z", "2027-03-14T07:45:00Z"]
            ),
            // The order of instants is another than that of wall times: 03:10 comes before what 02:30 becomes.
            ("0 10 3 14 3 ?", ZoneRules.newYork, "2027-03-13T12:00:00Z", ["2027-03-14T07:10:00Z"]),
            (
                "0 30/40 2-3 14 3 ?", ZoneRules.newYork, "2027-03-13T12:00:00Z",
                ["2027-03-14T07:30:00Z", "2028-03-14T06:30:00Z"]
            ),
            // Lord Howe moves by half an hour: 02:00 becomes 02:30 on 3 October 2027.
            (
                "0 15 2 * * ?", ZoneRules.lordHowe, "2027-10-02T00:00:00Z",
                ["2027-10-02T15:45:00Z", "2027-10-03T15:15:00Z"]
            ),
            // Santiago has no midnight on 5 September 2027.
            (
                "0 0 0 * * ?", ZoneRules.santiago, "2027-09-04T12:00:00Z",
                ["2027-09-05T04:00:00Z", "2027-09-06T03:00:00Z"]
            ),
        ])
    func forward(_ text: String, _ zone: String, _ after: String, _ expected: [String]) throws {
        #expect(try runs(text, after: after, .posix(zone), count: expected.count) == expected)
    }

    @Test(
        "clocks put back: what they show twice runs at the first time only",
        arguments: [
            // New York, 7 November 2027: 02:00 EDT becomes 01:00 EST at 06:00Z.
            (
                "0 30 1 * * ?", ZoneRules.newYork, "2027-11-06T12:00:00Z",
                ["2027-11-07T05:30:00Z", "2027-11-08T06:30:00Z"]
            ),
            (
                "0 0 2 * * ?", ZoneRules.newYork, "2027-11-06T12:00:00Z",
                ["2027-11-07T07:00:00Z", "2027-11-08T07:00:00Z"]
            ),
            ("0 0 1 * * ?", ZoneRules.newYork, "2027-11-07T05:30:00Z", ["2027-11-08T06:00:00Z"]),
            // Every half hour: none within the hour that comes again.
            (
                "0 0/30 * * * ?", ZoneRules.newYork, "2027-11-07T05:00:00Z",
                ["2027-11-07T05:30:00Z", "2027-11-07T07:00:00Z"]
            ),
            (
                "0 45 1 * * ?", ZoneRules.lordHowe, "2027-04-03T00:00:00Z",
                ["2027-04-03T14:45:00Z", "2027-04-04T15:15:00Z"]
            ),
            (
                "0 30 23 * * ?", ZoneRules.santiago, "2027-04-03T12:00:00Z",
                ["2027-04-04T02:30:00Z", "2027-04-05T03:30:00Z"]
            ),
        ])
    func back(_ text: String, _ zone: String, _ after: String, _ expected: [String]) throws {
        #expect(try runs(text, after: after, .posix(zone), count: expected.count) == expected)
    }

    @Test(
        "at goes by the same rule",
        arguments: [
            ("at(2027-03-14 02:30:00 America/New_York)", "2027-03-14T07:30:00Z"),
            ("at(2027-11-07 01:30:00 America/New_York)", "2027-11-07T05:30:00Z"),
            ("at(2027-11-07 02:00:00 America/New_York)", "2027-11-07T07:00:00Z"),
            ("at(2027-07-01 12:00:00 America/New_York)", "2027-07-01T16:00:00Z"),
        ])
    func at(_ text: String, _ expected: String) throws {
        #expect(try runs(text, after: "2027-01-01T00:00:00Z", .posix(ZoneRules.newYork)) == [expected])
    }

    @Test(
        "the least gap goes by the clocks on the wall",
        arguments: [
            ("0 */20 * * * ?", 1200), ("*/10 * * * * ?", 10), ("0,55 * * * * ?", 5), ("0 0 0 * * ?", 86_400),
            ("59 59 0,23 * * ?", 3600), ("0 0 0,23 * * ?", 3600), ("0 0 0,23 1 * ?", 82_800),
            ("0 0 12 1 * ?", 28 * 86_400),
            ("0 0 12 29 2 ?", 1461 * 86_400), ("0 0 12 1 1 ? 2030", nil), ("0 0 0 1,15 * ?", 13 * 86_400 + 86_400),
            ("0 0 0 ? * 5", 7 * 86_400), ("0 0 0 13 * 5", 86_400), ("0 5,55 0,23 L,1 * ?", 600),
            ("at(2030-01-01 00:00:00)", nil),
            ("rate(5m)", 300), ("30 0 0 1 1 ? 2027-2028", 365 * 86_400), ("*/25 0/59 * * * ?", 10),
            ("0 0 6-18 * * ?", 3600), ("*/50 * * * * ?", 10), ("0 0/45 * * * ?", 900),
        ] as [(String, Int?)])
    func gap(_ text: String, _ expected: Int?) throws {
        #expect(try Frequency(text).minimumGap == expected)
    }
}

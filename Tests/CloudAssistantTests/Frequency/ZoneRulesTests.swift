import TestSupport
import Testing

@testable import CloudAssistant

@Suite("The clocks of a zone") struct ZoneRulesTests {
    @Test("changes are put in order, and what changes nothing is left out")
    func order() {
        let rules = ZoneRules(
            initialOffset: 0,
            transitions: [
                .init(time: 300, offset: 60), .init(time: 100, offset: 60), .init(time: 200, offset: 0),
                .init(time: 200, offset: 90), .init(time: 250, offset: 90), .init(time: .min, offset: 5),
                .init(time: .max, offset: 5), .init(time: 400, offset: .max), .init(time: 500, offset: .min),
            ])
        #expect(rules.transitions.map(\.time) == [100, 200, 300, 400, 500])
        #expect(rules.transitions.map(\.offset) == [60, 90, 60, 93_600, -93_600])
        #expect([99, 100, 199, 200, 350].map(rules.offset(atSecond:)) == [0, 60, 60, 90, 60])
    }

    @Test("a rule of POSIX gives the changes of every year")
    func posix() throws {
        let newYork = try ZoneRules.posix(ZoneRules.newYork)
        #expect(newYork.transitions.count == 2 * (2100 - 1969 + 1))
        #expect(newYork.offset(at: try Timestamp("2027-03-14T06:59:59Z")) == -18_000)
        #expect(newYork.offset(at: try Timestamp("2027-03-14T07:00:00Z")) == -14_400)
        #expect(newYork.offset(at: try Timestamp("2100-11-07T06:00:00Z")) == -18_000)
        // Saturday 24:00 is Sunday 00:00.
        let santiago = try ZoneRules.posix(ZoneRules.santiago)
        #expect(santiago.offset(at: try Timestamp("2027-09-05T03:59:59Z")) == -14_400)
        #expect(santiago.offset(at: try Timestamp("2027-09-05T04:00:00Z")) == -10_800)
        // Julian days pass over February 29, days of the year do not; hours may be negative.
        let days = try ZoneRules.posix("AAA0BBB,J60/0,300/-1")
        #expect(days.offset(at: try Timestamp("2028-03-01T00:00:00Z")) == 3600)
        #expect(days.offset(at: try Timestamp("2028-02-29T23:59:59Z")) == 0)
        #expect(try ZoneRules.posix("<+0330>-3:30") == ZoneRules(offset: 12_600))
        // Daylight saving time all year.
        #expect(try ZoneRules.posix("XXX3EDT4,0/0,J365/23").offset(at: Timestamp("2027-12-31T23:00:00Z")) == -14_400)
    }

    @Test(
        "what is no rule of POSIX is refused",
        arguments: [
            "", "EST", "ES5", "EST5EDT", "EST5EDT,", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,M11.1", "EST25", "EST5:60",
            "EST5EDT,M13.1.0,M1.1.0", "EST5EDT,M1.6.0,M1.1.0", "EST5EDT,M1.1.7,M1.1.0", "EST5EDT,J0,J1",
            "EST5EDT,366,1",
            "<A>5", "<ABC5", "EST5EDT,M3.2.0/168,M11.1.0", "EST5EDT,M3.2.0,M11.1.0x", "EST99999999999999999999",
        ])
    func noRule(_ text: String) {
        #expect(ZoneRules(posix: text) == nil)
    }

    /// Decides minute by minute what a frequency's runs are, straight from the rule.
    private struct Slow {
        let start: Int
        let minutes: Int
        let offset: (Int) -> Int
        var first: [Int: Int] = [:]

        init(start: Int, minutes: Int, offset: @escaping (Int) -> Int) {
            (self.start, self.minutes, self.offset) = (start, minutes, offset)
            for minute in 0..<minutes {
                let time = start + minute * 60
                let wall = time + offset(time)
                if first[wall] == nil { first[wall] = time }
            }
        }

        func instant(_ wall: Int) -> Int? {
            if let time = first[wall] { return time }
            for minute in 1..<minutes {
                let time = start + minute * 60
                let before = offset(time - 60)
                if time + before <= wall, wall < time + offset(time) { return wall - before }
            }
            return nil
        }
    }

    @Test("zones that change at random: the same runs as minute by minute", arguments: [UInt64.random(in: 0 ... .max)])
    func likeMinuteByMinute(_ seed: UInt64) throws {
        var chance = Seeded(seed)
        let base = try Timestamp("2027-02-27T00:00:00Z").wholeSeconds
        for _ in 0..<20 {
            let changes = (0..<Int.random(in: 0...6, using: &chance)).map { _ in
                ZoneRules.Transition(
                    time: base + 60 * Int.random(in: 0..<3 * 1440, using: &chance),
                    offset: 900 * Int.random(in: -12...12, using: &chance))
            }
            let zone = ZoneRules(initialOffset: 900 * Int.random(in: -12...12, using: &chance), transitions: changes)
            let slow = Slow(start: base - 86_400, minutes: 6 * 1440) { zone.offset(atSecond: $0) }
            for _ in 0..<4 {
                let minutes = Set((0..<3).map { _ in Int.random(in: 0...59, using: &chance) }).sorted()
                let hours = Set((0..<8).map { _ in Int.random(in: 0...23, using: &chance) }).sorted()
                let lists = [minutes, hours].map { $0.map { "\($0)" }.joined(separator: ",") }
                let text = "0 \(lists[0]) \(lists[1]) * * ?"
                let walls = (-1440..<6 * 1440).map { base + $0 * 60 }.filter {
                    minutes.contains($0 / 60 % 60) && hours.contains($0 / 3600 % 24)
                }
                let window = (base - 43_200)..<(base + 4 * 86_400)
                let expected = Set(walls.compactMap(slow.instant)).filter(window.contains).sorted()
                let found = try Frequency(text).runs(
                    after: Timestamp(second: window.lowerBound - 1), created: Timestamp(second: 0), zone: zone,
                    count: 2000
                ).map(\.wholeSeconds).prefix { $0 < window.upperBound }
                #expect(
                    Array(found) == expected, "seed \(seed): \(text) with \(zone.initialOffset) \(zone.transitions)")
            }
        }
    }

    @Test(
        "runs increase, and the next one after the second before a run is that run",
        arguments: [UInt64.random(in: 0 ... .max)])
    func increases(_ seed: UInt64) throws {
        var chance = Seeded(seed)
        let zones = try [ZoneRules.newYork, ZoneRules.london, ZoneRules.lordHowe, ZoneRules.santiago].map(
            ZoneRules.posix)
        let parts = [
            ["0", "59", "*/15", "0,30", "5-50/9"], ["0", "30", "*/7", "59", "0,15,45"],
            ["*", "0", "1,2,3", "23", "0-3", "*/5"], ["*", "L", "1", "13,29", "LW", "15W", "31", "*/2"],
            ["*", "3,10,11", "4", "2", "9", "1-12/3"], ["?", "*", "SUN", "6L", "1#5,7#1", "MON-FRI"],
            ["", "2028", "*/3", "2027-2040"],
        ]
        for _ in 0..<300 {
            let text = parts.map { $0.randomElement(using: &chance) ?? "" }.joined(separator: " ")
            guard let frequency = try? Frequency(text), let zone = zones.randomElement(using: &chance) else { continue }
            var last = Timestamp(second: Int.random(in: 1_700_000_000...2_200_000_000, using: &chance))
            for _ in 0..<20 {
                guard let next = frequency.nextRun(after: last, created: last, zone: zone) else { break }
                #expect(next > last, "seed \(seed): \(text)")
                let before = Timestamp(second: next.wholeSeconds - 1)
                #expect(frequency.nextRun(after: before, created: last, zone: zone) == next, "seed \(seed): \(text)")
                // Nothing is passed over: seen from halfway it is still the next one.
                let halfway = Timestamp(second: last.wholeSeconds + (next.wholeSeconds - last.wholeSeconds) / 2)
                if halfway < next { #expect(frequency.nextRun(after: halfway, created: last, zone: zone) == next) }
                last = next
            }
        }
    }
}

import TestSupport
import Testing

@testable import CloudAssistant

@Suite("Files of the time zone database") struct ZoneFileTests {
    /// One version's header and data.
    private static func block(
        _ version: UInt8, _ length: Int, times: [Int], types: [UInt8], offsets: [Int], leaps: Int = 0
    ) -> [UInt8] {
        func number(_ value: Int, _ length: Int) -> [UInt8] {
            (0..<length).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        for count in [0, 0, leaps, times.count, offsets.count, 4] { bytes += number(count, 4) }
        bytes += times.flatMap { number($0, length) } + types
        bytes += offsets.flatMap { number($0, 4) + [0, 0] } + Array("LMT\0".utf8)
        return bytes + [UInt8](repeating: 0, count: leaps * (length + 4))
    }

    private static func file(_ footer: String, times: [Int], types: [UInt8], offsets: [Int]) -> [UInt8] {
        block(0x32, 4, times: [], types: [], offsets: [0])
            + block(0x32, 8, times: times, types: types, offsets: offsets) + Array("\n\(footer)\n".utf8)
    }

    @Test("the changes of the file, then those of its rule")
    func rules() throws {
        let last = try Timestamp("2007-11-04T06:00:00Z").wholeSeconds
        let bytes = Self.file(
            ZoneRules.newYork, times: [-(1 << 59), 0, last], types: [0, 1, 2], offsets: [-17_762, -14_400, -18_000])
        let rules = try #require(ZoneFile.rules(bytes))
        #expect(rules.initialOffset == -17_762)
        #expect(
            rules.transitions.prefix(3).map(\.time) == [0, last, try Timestamp("2008-03-09T07:00:00Z").wholeSeconds])
        #expect(rules.offset(at: try Timestamp("2099-07-01T00:00:00Z")) == -14_400)
    }

    @Test("a footer without daylight saving time, or none at all")
    func plainFooters() throws {
        for footer in ["JST-9", ""] {
            let bytes = Self.file(footer, times: [100], types: [1], offsets: [0, 32_400])
            #expect(
                ZoneFile.rules(bytes) == ZoneRules(initialOffset: 0, transitions: [.init(time: 100, offset: 32_400)]))
        }
        #expect(
            ZoneFile.rules(Self.file("<+0545>-5:45", times: [], types: [], offsets: [20_700]))
                == ZoneRules(offset: 20_700))
    }

    @Test("the first version has four bytes a time and no rule")
    func firstVersion() {
        let bytes = Self.block(0, 4, times: [-5, 100], types: [1, 0], offsets: [0, 3600])
        #expect(ZoneFile.rules(bytes)?.transitions.map(\.time) == [-5, 100])
    }

    @Test("damage is refused")
    func damage() {
        let good = Self.file(ZoneRules.london, times: [100, 200], types: [0, 1], offsets: [0, 3600])
        #expect(ZoneFile.rules(good) != nil)
        for count in 0..<good.count { #expect(ZoneFile.rules(Array(good.prefix(count))) == nil, "\(count)") }
        #expect(ZoneFile.rules(Self.file("x", times: [], types: [], offsets: [0])) == nil)
        #expect(ZoneFile.rules(Self.file("", times: [200, 100], types: [0, 0], offsets: [0])) == nil)
        #expect(ZoneFile.rules(Self.file("", times: [100], types: [1], offsets: [0])) == nil)
        #expect(ZoneFile.rules(Self.file("", times: [], types: [], offsets: [])) == nil)
        #expect(ZoneFile.rules(Self.file("", times: [], types: [], offsets: [93_601])) == nil)
        #expect(ZoneFile.rules(Self.block(0, 4, times: [], types: [], offsets: [0], leaps: 1)) == nil)
        #expect(ZoneFile.rules(good + [UInt8](repeating: 0, count: ZoneFile.sizeLimit)) == nil)
    }

    @Test("hostile bytes never trap", arguments: [UInt64.random(in: 0 ... .max)])
    func hostile(_ seed: UInt64) {
        var chance = Seeded(seed)
        let good = Self.file(ZoneRules.london, times: [100, 200], types: [0, 1], offsets: [0, 3600])
        for _ in 0..<2000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &chance) {
                let index = Int.random(in: 0..<bytes.count, using: &chance)
                bytes[index] =
                    [0, 0x7f, 0x80, 0xff, .random(in: 0...255, using: &chance)].randomElement(using: &chance) ?? 0
            }
            guard let rules = ZoneFile.rules(bytes) else { continue }
            let next = try? Frequency("0 0 12 * * ?").nextRun(
                after: Timestamp(second: 150), created: Timestamp(second: 0), zone: rules)
            #expect(next.map { $0.wholeSeconds > 150 } ?? false, "seed \(seed)")
        }
    }

    @Test("thousands of changes of a hostile file cost no more than a moment")
    func manyChanges() throws {
        let count = 6000
        let bytes = Self.file(
            "", times: (0..<count).map { $0 * 2 }, types: (0..<count).map { UInt8($0 % 3) },
            offsets: [-90_000, 90_000, 0])
        let rules = try #require(ZoneFile.rules(bytes))
        let next = try Frequency("0 0 12 31 12 ? 2099").nextRun(
            after: Timestamp(second: 0), created: Timestamp(second: 0), zone: rules)
        #expect(next != nil)
    }
}

import Foundation
import Testing

@testable import CloudAssistant

/// A line of `oracle.txt`: what a program that knows only the rules found out second by second; its beginning says how.
struct OracleLine: Sendable, CustomTestStringConvertible {
    let kind: String
    /// What stands between the kind and the expression.
    let words: [String]
    let expression: String
    var testDescription: String { "\(kind) \(words.first ?? "") \(expression.prefix(60))" }

    static let all: [OracleLine] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "oracle.txt")
        let bytes = (try? Data(contentsOf: file)).map(Array.init) ?? []
        return bytes.split(separator: 0x0a).compactMap { OracleLine(String(decoding: $0, as: UTF8.self)) }
    }()

    static func of(_ kinds: String...) -> [OracleLine] { all.filter { kinds.contains($0.kind) } }

    init?(_ line: String) {
        guard let kind = line.split(separator: " ").first, kind != "#", kind.first != "#" else { return nil }
        let counts = ["runs": 4, "zone": 0]
        let pieces = line.split(
            separator: " ", maxSplits: 1 + (counts[String(kind)] ?? 1), omittingEmptySubsequences: false)
        guard let last = pieces.last else { return nil }
        self.kind = String(kind)
        words = pieces.dropFirst().dropLast().map(String.init)
        expression = String(last)
    }

    /// The zones of the file by their names.
    static let zones: [String: ZoneRules] = {
        var zones: [String: ZoneRules] = [:]
        for line in of("zone") {
            let words = line.expression.split(separator: " ")
            guard words.count >= 2, let initial = Int(words[1]) else { continue }
            let transitions = words.dropFirst(2).compactMap { word -> ZoneRules.Transition? in
                let numbers = word.split(separator: ":").compactMap { Int($0) }
                return numbers.count == 2 ? ZoneRules.Transition(time: numbers[0], offset: numbers[1]) : nil
            }
            zones[String(words[0])] = ZoneRules(initialOffset: initial, transitions: transitions)
        }
        return zones
    }()
}

@Suite("The same as found second by second") struct OracleTests {
    private static let window = (1_798_761_600)..<(1_861_920_000)  // 2027-01-01 to 2029-01-01

    /// FNV-1a, 64 bits, over the decimal seconds, each with a line end.
    private struct Hash {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325

        mutating func add(_ second: Int) {
            for byte in "\(second)\n".utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }

        var text: String {
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }

    @Test("the file is there with all that it is to hold")
    func complete() {
        #expect(OracleLine.of("runs").count >= 1600)
        #expect(OracleLine.of("bad", "bad-at", "bad-rate").count >= 120)
        #expect(OracleLine.of("gap").count >= 40)
        #expect(OracleLine.of("at").count >= 20)
        #expect(OracleLine.of("rate").count >= 10)
        #expect(OracleLine.zones.count >= 8)
    }

    @Test(
        "every run of two years, in every zone",
        arguments: [
            "America/New_York", "Europe/London", "Australia/Lord_Howe", "Africa/Casablanca", "America/Santiago",
            "Asia/Kathmandu", "Asia/Shanghai", "GMT-3:30",
        ])
    func runs(_ name: String) throws {
        let zone = try #require(OracleLine.zones[name])
        let lines = OracleLine.of("runs").filter { $0.words.first == name }
        #expect(lines.count >= 200)
        for line in lines {
            guard case .cron(let cron) = try Frequency(line.expression) else {
                Issue.record("no cron expression: \(line.expression)")
                continue
            }
            var (count, hash, first) = (0, Hash(), [String]())
            var last = Self.window.lowerBound - 1
            while let next = cron.nextRun(after: last, zone: zone), next < Self.window.upperBound {
                count += 1
                hash.add(next)
                if first.count < 6 { first.append("\(next)") }
                last = next
            }
            let found = ["\(count)", hash.text, first.isEmpty ? "-" : first.joined(separator: ",")]
            #expect(found == Array(line.words.dropFirst()), "\(line.expression)")
        }
    }

    /// The words that the file may have for a reason; where a text has two mistakes, either will do.
    private static func words(_ reason: FrequencyError.Reason) -> Set<String> {
        switch reason {
        case .tooLong: ["length"]
        case .character: ["character", "step"]
        case .fieldCount: ["fields"]
        case .number: ["number", "name"]
        case .emptyEntry, .atForm, .rateForm: ["number"]
        case .range, .reversedRange, .weekdayZero, .rateTooShort, .rateTooLong: ["range"]
        case .step: ["step"]
        case .name: ["name"]
        case .question: ["question"]
        case .last: ["last", "weekday", "year"]
        case .nearestWeekday: ["weekday"]
        case .nth: ["nth"]
        case .year: ["year", "number"]
        case .impossible: ["impossible"]
        case .zone, .zoneOffset, .unknownZone: ["zone"]
        case .atDate: ["range", "impossible", "year"]
        case .pastYear, .cronExpired, .gapTooShort, .gapWithinTimeout, .rateWithinTimeout, .atExpired: []
        }
    }

    @Test("everything that is refused, for its reason", arguments: OracleLine.of("bad", "bad-at", "bad-rate"))
    func refused(_ line: OracleLine) {
        let now = Timestamp(milliseconds: 0)
        do {
            _ = try Frequency.checked(line.expression, timeoutSeconds: 1, now: now) { zone in
                OracleLine.zones["\(zone)"]
            }
            Issue.record("taken: \(line.expression)")
        } catch {
            let reason = error.facts[.reason].flatMap(FrequencyError.Reason.init(rawValue:))
            let words = reason.map(Self.words) ?? []
            #expect(words.contains(line.words.first ?? ""), "\(reason.map { "\($0)" } ?? "-")")
        }
    }

    @Test("the least gap of every expression", arguments: OracleLine.of("gap"))
    func gaps(_ line: OracleLine) throws {
        #expect(try Frequency(line.expression).minimumGap.map { "\($0)" } ?? "none" == line.words.first)
    }

    @Test("every at and rate", arguments: OracleLine.of("at", "rate"))
    func others(_ line: OracleLine) throws {
        let frequency = try Frequency(line.expression)
        let zone = try #require(frequency.rules(instance: .utc) { OracleLine.zones["\($0)"] })
        let start = Timestamp(milliseconds: 0)
        let next = frequency.nextRun(after: start, created: start, zone: zone)
        #expect(next.map { "\($0.wholeSeconds)" } == line.words.first)
    }
}

import TestSupport
import Testing

@testable import CloudAssistant

@Suite("The text of a frequency") struct FrequencyTextTests {
    @Test(
        "expressions that are taken",
        arguments: [
            "0 */20 * * * ?", "0 15 10 ? * * 2027 Asia/Shanghai", "0 0/30 10-11 * * ? 2027 GMT+8:00",
            "0 0/5 14 * 10 ? 2027/2 UTC", "\t 0  0\t12 ? * MON-FRI  ", "07 07 07 07 07 07", "0 0 0 L * ?",
            "0 0 0 lw * ?",
            "0 0 0 15w,1W,LW,L * ?", "0 0 0 ? * L", "0 0 0 ? * 5L,friL", "0 0 0 ? * 4#2,mon#1", "0 0 0 ? jan-mar,DEC ?",
            "0 0 0 * * *", "0 0 0 13 * 5", "*/59 0 0 * * ?", "0 0 0 ? * 1/7", "0 0 0 29 2 ? 2028", "0 0 0 ? 2 1#5",
            "0 0 0 * * ? *", "0 0 0 * * ? */4 UTC", "0 0 0 * * ? 2027-2030,2040 GMT-3:30",
            "0 0 0 * * ? America/Argentina/Buenos_Aires", "0 0 0 * * ? Etc/GMT+1", "0 0 0 * 1-12/2 ?",
            "0 0 0 ? * tue/2",
        ])
    func taken(_ text: String) throws {
        guard case .cron = try Frequency(text) else {
            Issue.record("no cron expression: \(text)")
            return
        }
    }

    @Test(
        "expressions that are refused, each for its reason",
        arguments: [
            ("", .fieldCount), ("   ", .fieldCount), ("0 0 0 * *", .fieldCount), ("0 0 0 * * ? * UTC x", .fieldCount),
            ("@daily", .fieldCount), ("rate", .fieldCount), (String(repeating: "1,", count: 128) + "1", .tooLong),
            ("0 0 0 * * ?\u{A0}", .character), ("0 0 0 * * ？", .character), ("0 0 0 * * ?\n* UTC", .character),
            ("0 0 0 ! * ?", .character), ("0 0 0 * * ?\u{0}", .character), ("+1 0 0 * * ?", .character),
            ("007 0 0 * * ?", .number), ("MON 0 0 * * ?", .number), ("** 0 0 * * ?", .number),
            ("0 0 1* * * ?", .number),
            ("60 0 0 * * ?", .range), ("0 60 0 * * ?", .range), ("0 0 24 * * ?", .range), ("0 0 0 0 * ?", .range),
            ("0 0 0 32 * ?", .range), ("0 0 0 * 13 ?", .range), ("0 0 0 * 0 ?", .range), ("0 0 0 ? * 8", .range),
            ("0 0 0 ? * 8L", .range), ("0 0 5- * * ?", .number), ("0 0 -5 * * ?", .number),
            ("0 0 1-2-3 * * ?", .number),
            ("0 0 22-4 * * ?", .reversedRange), ("0 0 0 ? * FRI-MON", .reversedRange),
            ("0 0 0 ? DEC-JAN ?", .reversedRange),
            ("0 0 1,,2 * * ?", .emptyEntry), (",1 0 0 * * ?", .emptyEntry), ("1, 0 0 * * ?", .emptyEntry),
            ("*/0 0 0 * * ?", .step), ("*/60 0 0 * * ?", .step), ("0 0 */24 * * ?", .step), ("0 0 0 */32 * ?", .step),
            ("0 0 0 * */13 ?", .step), ("0 0 0 ? * */8", .step), ("*/ 0 0 * * ?", .step), ("/5 0 0 * * ?", .step),
            ("*/5/5 0 0 * * ?", .step), ("*/005 0 0 * * ?", .step), ("*/x 0 0 * * ?", .step),
            ("0 0 0 * JANUARY ?", .name), ("0 0 0 ? * MONDAY", .name), ("0 0 0 ? * XYZ", .name),
            ("0 0 0 ? FRI ?", .name),
            ("0 0 0 ? * 0", .weekdayZero), ("0 0 0 ? * 0-5", .weekdayZero), ("0 0 0 ? * 0L", .weekdayZero),
            ("? 0 0 * * ?", .question), ("0 0 0 * ? ?", .question), ("0 0 0 ?,1 * ?", .question),
            ("0 0 0 ?/2 * ?", .question),
            ("0 0 0 * * ? ?", .question), ("0 0 0 ? * ?-3", .question),
            ("0 0 L * * ?", .last), ("0 0 0 L-3 * ?", .last), ("0 0 0 L/2 * ?", .last), ("0 0 0 5L * ?", .last),
            ("0 0 0 * L ?", .last), ("0 0 0 ? * 2-5L", .last), ("0 0 0 ? * 5L/2", .last),
            ("0 0 0 W * ?", .nearestWeekday), ("0 0 0 0W * ?", .range), ("0 0 0 32W * ?", .range),
            ("0 0 0 1-5W * ?", .nearestWeekday), ("0 0 0 ? * 5W", .nearestWeekday), ("0 0 0 LW/2 * ?", .nearestWeekday),
            ("0 0 0 ? * LW", .nearestWeekday), ("0 0 0 001W * ?", .number), ("0 0 0 LL * ?", .last),
            ("0 0 0 ? * L5", .last), ("0 0 0 WL * ?", .nearestWeekday), ("0 0 0 ? * *#2", .nth),
            ("0 0 0 ? * 1-5#2", .nth), ("0 0 0 ? * 9#2", .range),
            ("0 0 0 ? * 4#0", .nth), ("0 0 0 ? * 4#6", .nth), ("0 0 0 ? * 4#", .nth), ("0 0 0 ? * #2", .nth),
            ("0 0 0 ? * 4#02", .nth), ("0 0 0 4#2 * ?", .nth), ("0 0 0 ? * 4#2#1", .nth), ("0 0 0 ? * 1#2-3", .nth),
            ("0 0 0 * * ? 1969", .year), ("0 0 0 * * ? 2100", .year), ("0 0 0 * * ? 27", .year),
            ("0 0 0 * * ? 02027", .year),
            ("0 0 0 * * ? 2030-2028", .reversedRange), ("0 0 0 * * ? 2027/0", .step), ("0 0 0 * * ? 2027/2100", .step),
            ("0 0 0 * * ? ABC UTC", .year),
            ("0 0 0 * * ? CST", .zone), ("0 0 0 * * ? utc", .zone), ("0 0 0 * * ? GMT", .zone),
            ("0 0 0 * * ? Z", .zone),
            ("0 0 0 * * ? +08:00", .zone), ("0 0 0 * * ? Asia//Shanghai", .zone), ("0 0 0 * * ? /Asia", .zone),
            ("0 0 0 * * ? ../etc/passwd", .zone), ("0 0 0 * * ? 2027 *", .zone),
            ("0 0 0 * * ? GMT+08:00", .zoneOffset), ("0 0 0 * * ? GMT+15:00", .zoneOffset),
            ("0 0 0 * * ? GMT-13:00", .zoneOffset), ("0 0 0 * * ? GMT+8", .zoneOffset),
            ("0 0 0 * * ? GMT+8:60", .zoneOffset),
            ("0 0 0 * * ? GMT+8:0", .zoneOffset), ("0 0 0 * * ? GMT+:00", .zoneOffset),
            ("0 0 0 * * ? GMT+8:000", .zoneOffset),
            ("0 0 0 30 2 ?", .impossible), ("0 0 0 31 2,4,6,9,11 ?", .impossible), ("0 0 0 29 2 ? 2027", .impossible),
            ("0 0 0 29 2 ? 2025-2027,2029/4", .impossible), ("0 0 0 30W 2 ?", .impossible),
            ("0 0 0 31W 4 ?", .impossible),
            ("0 0 0 ? 2 1#5 2027", .impossible), ("0 0 0 30-31 FEB ?", .impossible),
        ] as [(String, FrequencyError.Reason)])
    func refused(_ text: String, _ expected: FrequencyError.Reason) {
        #expect(reason(text) == expected)
    }

    @Test(
        "rates are whole seconds from 60 to a week",
        arguments: [
            ("rate(60s)", 60, nil), ("rate(5m)", 300, nil), (" RATE ( 012 H ) ", 43_200, nil),
            ("rate(7d)", 604_800, nil),
            ("Rate(168h)", 604_800, nil), ("rate(59s)", nil, .rateTooShort), ("rate(0d)", nil, .rateTooShort),
            ("rate(0000000000060s)", 60, nil), ("rate(8d)", nil, .rateTooLong), ("rate(604801s)", nil, .rateTooLong),
            ("rate(99999999999999999999d)", nil, .rateTooLong), ("rate(5)", nil, .rateForm),
            ("rate(m)", nil, .rateForm),
            ("rate(5 minutes)", nil, .rateForm), ("rate(-5m)", nil, .rateForm), ("rate(5m) x", nil, .rateForm),
            ("rate(5.5m)", nil, .rateForm), ("rate(5m", nil, .rateForm), ("rate()", nil, .rateForm),
            ("rate(", nil, .rateForm),
            ("rate(5w)", nil, .rateForm), ("rate((5m))", nil, .rateForm),
        ] as [(String, Int?, FrequencyError.Reason?)])
    func rates(_ text: String, _ seconds: Int?, _ expected: FrequencyError.Reason?) throws {
        #expect(reason(text) == expected)
        if let seconds { #expect(try Frequency(text) == .rate(seconds: seconds)) }
    }

    @Test(
        "at takes one existing date and time",
        arguments: [
            ("at(2027-06-06 13:15:30)", nil), (" AT(2027-06-06   13:15:30 \t UTC) ", nil),
            ("at(2027-06-06 13:15:30 Asia/Shanghai)", nil), ("at(2028-02-29 00:00:00 GMT-7:00)", nil),
            ("at(2099-12-31 23:59:59)", nil), ("at(2027-02-29 00:00:00)", .atDate),
            ("at(2027-13-01 00:00:00)", .atDate),
            ("at(2027-04-31 00:00:00)", .atDate), ("at(2027-01-01 24:00:00)", .atDate),
            ("at(2027-01-01 00:60:00)", .atDate),
            ("at(2027-01-01 00:00:60)", .atDate), ("at(1969-12-31 00:00:00)", .atDate),
            ("at(2100-01-01 00:00:00)", .atDate),
            ("at(2027-00-01 00:00:00)", .atDate), ("at(2027-01-00 00:00:00)", .atDate),
            ("at(2027-1-1 00:00:00)", .atForm), ("at(2027-01-01T00:00:00)", .atForm), ("at(2027-01-01)", .atForm),
            ("at()", .atForm), ("at(", .atForm), ("at(2027-01-01 00:00:00", .atForm),
            ("at(2027-01-01 0:00:00)", .atForm),
            ("at(2027-01-01 00:00:00 UTC x)", .atForm), ("at(2027/01/01 00:00:00)", .atForm),
            ("at(2027-01-01 00:00:00 PST)", .zone), ("at(2027-01-01 00:00:00 GMT+08:00)", .zoneOffset),
            ("at(2027-01-01 00:00:00) x", .atForm),
        ] as [(String, FrequencyError.Reason?)])
    func ats(_ text: String, _ expected: FrequencyError.Reason?) {
        #expect(reason(text) == expected)
    }

    @Test(
        "a year before the current one is refused when it is named",
        arguments: [
            ("2026", nil), ("2025", .pastYear), ("2025-2030", .pastYear), ("2020/2", .pastYear),
            ("2030,2025", .pastYear),
            ("*", nil), ("*/2", nil), ("2027/2", nil),
        ] as [(String, FrequencyError.Reason?)])
    func pastYears(_ year: String, _ expected: FrequencyError.Reason?) {
        #expect(reason("0 0 0 * * ? \(year)", notBefore: 2026) == expected)
        #expect(reason("0 0 0 * * ? \(year)") == nil)
    }

    @Test("an error says where it is and what would be allowed")
    func facts() {
        #expect(throws: FrequencyError(.range, field: .hour, part: "24", limit: "0-23")) {
            try Frequency("0 0 1,24 * * ?")
        }
        #expect(throws: FrequencyError(.name, field: .dayOfWeek, part: "FUN", limit: "1-7, MON-SUN")) {
            try Frequency("0 0 0 ? * FUN")
        }
        #expect(throws: FrequencyError(.pastYear, field: .year, part: "2020", limit: "2026-2099")) {
            try Frequency("0 0 0 * * ? 2020", notBefore: 2026)
        }
    }

    @Test(
        "no bytes make it trap, and whatever is taken has a next run or none",
        arguments: [UInt64.random(in: 0 ... .max)])
    func hostile(_ seed: UInt64) throws {
        var chance = Seeded(seed)
        let likely = Array("0123456789*?,-/#LW MONFRIJAN rate(at)smhdUTCGMT+:\t2027".utf8)
        let moment = Timestamp(milliseconds: 1_800_000_000_000)
        for _ in 0..<10_000 {
            let count = Int.random(in: 0...60, using: &chance)
            let bytes = (0..<count).map { _ in
                Int.random(in: 0..<20, using: &chance) == 0
                    ? UInt8.random(in: 0...255, using: &chance) : likely.randomElement(using: &chance) ?? 0
            }
            guard let frequency = try? Frequency(String(decoding: bytes, as: UTF8.self)) else { continue }
            let next = frequency.nextRun(after: moment, created: moment, zone: .utc)
            #expect(next.map { $0 > moment } ?? true, "seed \(seed)")
        }
    }
}

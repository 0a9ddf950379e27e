/// Reads one field of a cron expression.
struct CronFieldReader {
    private let field: CronField
    private let text: ArraySlice<UInt8>
    private var notBefore: Int?

    init(_ field: CronField, _ text: ArraySlice<UInt8>) {
        self.field = field
        self.text = text
    }

    /// What one entry of the comma list says.
    private enum Entry {
        case numbers(ClosedRange<Int>, step: Int)
        case last
        case lastWeekday
        case nearest(Int)
        case lastOf(Int)
        case nth(Int, week: Int)
    }

    // MARK: - Fields

    /// A field of plain numbers.
    func numbers() throws(FrequencyError) -> NumberSet {
        var set = NumberSet()
        for case .numbers(let range, let step) in try entries() {
            for number in stride(from: range.lowerBound, through: range.upperBound, by: step) { set.insert(number) }
        }
        return set
    }

    func daysOfMonth() throws(FrequencyError) -> DaysOfMonth {
        var days = DaysOfMonth()
        guard !isOpen else {
            days.isOpen = true
            return days
        }
        days.numbers = try numbers()
        for entry in try entries() {
            switch entry {
            case .last: days.last = true
            case .lastWeekday: days.lastWeekday = true
            case .nearest(let day): days.nearest.insert(day)
            case .numbers, .lastOf, .nth: break
            }
        }
        return days
    }

    func daysOfWeek() throws(FrequencyError) -> DaysOfWeek {
        var days = DaysOfWeek()
        guard !isOpen else {
            days.isOpen = true
            return days
        }
        days.numbers = try numbers()
        for entry in try entries() {
            switch entry {
            case .lastOf(let weekday): days.last.insert(weekday)
            case .nth(let weekday, let week): days.counted.insert(weekday + 7 * (week - 1))
            case .numbers, .last, .lastWeekday, .nearest: break
            }
        }
        return days
    }

    func years(notBefore: Int?) throws(FrequencyError) -> YearSet {
        var reader = self
        reader.notBefore = notBefore
        var set = YearSet()
        for case .numbers(let range, let step) in try reader.entries() {
            for year in stride(from: range.lowerBound, through: range.upperBound, by: step) { set.insert(year) }
        }
        return set
    }

    private var isOpen: Bool { text.elementsEqual([0x2a]) || field.mayBeOpen && text.elementsEqual([0x3f]) }

    // MARK: - Entries

    private func entries() throws(FrequencyError) -> [Entry] {
        let allowed = Array("*?,-/#".utf8)
        if let other = text.first(where: { !Digits.isDigit($0) && !Digits.isLetter($0) && !allowed.contains($0) }) {
            throw problem(.character, [other])
        }
        var entries: [Entry] = []
        for part in text.split(separator: 0x2c, omittingEmptySubsequences: false) { entries.append(try entry(part)) }
        return entries
    }

    private func entry(_ part: ArraySlice<UInt8>) throws(FrequencyError) -> Entry {
        guard !part.isEmpty else { throw problem(.emptyEntry, text) }
        if field == .dayOfMonth, let entry = try dayOfMonth(part) { return entry }
        if field == .dayOfWeek, let entry = try dayOfWeek(part) { return entry }
        let halves = part.split(separator: 0x2f, omittingEmptySubsequences: false)
        guard halves.count <= 2, !halves[0].isEmpty else { throw problem(.step, part) }
        let range = try range(halves[0], isStepped: halves.count == 2)
        return .numbers(range, step: halves.count == 2 ? try step(halves[1], of: part) : 1)
    }

    private func dayOfMonth(_ part: ArraySlice<UInt8>) throws(FrequencyError) -> Entry? {
        switch Digits.text(part).uppercased() {
        case "L": return .last
        case "LW": return .lastWeekday
        default: break
        }
        guard part.count > 1, Self.isLetter(part.last, "W"), part.dropLast().allSatisfy(Digits.isDigit) else {
            return nil
        }
        return .nearest(try value(part.dropLast(), of: part))
    }

    private func dayOfWeek(_ part: ArraySlice<UInt8>) throws(FrequencyError) -> Entry? {
        if Digits.text(part).uppercased() == "L" { return .numbers(7...7, step: 1) }
        if let sign = part.firstIndex(of: 0x23) {
            guard sign > part.startIndex,
                part[..<sign].allSatisfy({ $0 == 0x3f || Digits.isLetter($0) })
                    || isNumberOrName(part[..<sign])
            else { throw problem(.nth, part) }
            let weekday = try value(part[..<sign], of: part)
            let count = part[(sign + 1)...]
            guard count.count == 1, let week = Digits.number(count), (1...5).contains(week) else {
                throw problem(.nth, part, limit: "1-5")
            }
            return .nth(weekday, week: week)
        }
        guard part.count > 1, Self.isLetter(part.last, "L"), isNumberOrName(part.dropLast()) else { return nil }
        return .lastOf(try value(part.dropLast(), of: part))
    }

    private func range(_ part: ArraySlice<UInt8>, isStepped: Bool) throws(FrequencyError) -> ClosedRange<Int> {
        if part.elementsEqual([0x2a]) { return field.range }
        let ends = part.split(separator: 0x2d, omittingEmptySubsequences: false)
        guard ends.count <= 2, !ends.contains(where: \.isEmpty) else { throw problem(.number, part) }
        let low = try value(ends[0])
        guard ends.count == 2 else { return low...(isStepped ? field.range.upperBound : low) }
        let high = try value(ends[1])
        guard low <= high else { throw problem(.reversedRange, part) }
        return low...high
    }

    private func step(_ digits: ArraySlice<UInt8>, of part: ArraySlice<UInt8>) throws(FrequencyError) -> Int {
        let largest = field.range.upperBound
        guard digits.count <= field.digits, let step = Digits.number(digits), (1...largest).contains(step) else {
            throw problem(.step, part, limit: "1-\(largest)")
        }
        return step
    }

    // MARK: - Values

    /// The number that a text stands for; `whole` is what an error shows.
    private func value(
        _ part: ArraySlice<UInt8>, of whole: ArraySlice<UInt8>? = nil
    ) throws(FrequencyError) -> Int {
        if let index = nameIndex(part) { return field.range.lowerBound + index }
        guard part.allSatisfy(Digits.isDigit) else { throw misfit(part) }
        guard part.count <= field.digits, field != .year || part.count == 4, let number = Digits.number(part) else {
            throw problem(.number, whole ?? part)
        }
        if field == .dayOfWeek, number == 0 { throw problem(.weekdayZero, whole ?? part) }
        guard field.range.contains(number) else { throw problem(.range, whole ?? part) }
        if let notBefore, number < notBefore {
            throw problem(.pastYear, part, limit: "\(notBefore)-\(field.range.upperBound)")
        }
        return number
    }

    private func nameIndex(_ part: ArraySlice<UInt8>) -> Int? {
        part.count == 3 ? field.names.firstIndex(of: Digits.text(part).uppercased()) : nil
    }

    private func isNumberOrName(_ part: ArraySlice<UInt8>) -> Bool {
        part.allSatisfy(Digits.isDigit) || nameIndex(part) != nil
    }

    /// Why something that is no number stands in the wrong place.
    private func misfit(_ part: ArraySlice<UInt8>) -> FrequencyError {
        if part.contains(0x3f) { return problem(.question, part) }
        if part.contains(0x23) { return problem(.nth, part) }
        let signs = part.filter { !Digits.isDigit($0) }
        let hasOnlySigns = signs.allSatisfy { Self.isLetter($0, "L") || Self.isLetter($0, "W") }
        if hasOnlySigns, signs.contains(where: { Self.isLetter($0, "W") }) { return problem(.nearestWeekday, part) }
        if hasOnlySigns, signs.contains(where: { Self.isLetter($0, "L") }) { return problem(.last, part) }
        if Self.isLetter(part.last, "L"), nameIndex(part.dropLast()) != nil { return problem(.last, part) }
        let isName = !field.names.isEmpty && part.allSatisfy(Digits.isLetter)
        return problem(isName ? .name : .number, part)
    }

    private static func isLetter(_ byte: UInt8?, _ letter: Unicode.Scalar) -> Bool {
        byte.map { $0 & 0xdf } == UInt8(ascii: letter)
    }

    /// In the year, every mistake about numbers is one about the year.
    private func problem(
        _ reason: FrequencyError.Reason, _ part: ArraySlice<UInt8>, limit: String? = nil
    ) -> FrequencyError {
        let isYear = field == .year && [.number, .range].contains(reason)
        return FrequencyError(
            isYear ? .year : reason, field: field, part: Digits.text(part), limit: limit ?? field.rangeText)
    }
}

/// When a task runs again: `rate(5m)`, `at(2030-01-31 08:00:00 Asia/Shanghai)` or a cron expression.
public enum Frequency: Hashable, Sendable {
    /// Every so many seconds from the creation of the task on, 60 to 604,800; the first run is one interval after it.
    case rate(seconds: Int)
    /// Once.
    case at(AtExpression)
    /// Whenever the clocks of a zone show certain times.
    case cron(CronExpression)

    /// The most bytes of a frequency's text.
    public static let lengthLimit = 256

    /// A frequency from its text.
    ///
    /// Years of a cron expression below `notBefore` are refused. Whether a zone's name is known is not asked here, nor
    /// whether a run is still to come.
    public init(_ text: String, notBefore: Int? = nil) throws(FrequencyError) {
        guard text.utf8.count <= Self.lengthLimit else {
            throw FrequencyError(.tooLong, limit: "\(Self.lengthLimit)", actual: "\(text.utf8.count)")
        }
        if let other = text.unicodeScalars.first(where: { !Self.isAllowed($0) }) {
            throw FrequencyError(.character, part: String(other))
        }
        let bytes = Array(text.utf8)
        if let rest = Self.inside("rate", bytes) {
            self = .rate(seconds: try Self.interval(rest, text))
        } else if let rest = Self.inside("at", bytes) {
            let end = rest.lastIndex { !Digits.isBlank($0) }
            guard let end, rest[end] == 0x29 else { throw FrequencyError(.atForm, part: text) }
            self = .at(try AtExpression(rest[..<end], text: text))
        } else {
            if bytes.contains(where: { (0x0a...0x0d).contains($0) }) { throw FrequencyError(.character) }
            self = .cron(try CronExpression(bytes, notBefore: notBefore))
        }
    }

    /// The zone that is written, UTC for an `at` without one; nil for a rate, which needs none, and for a cron expression
    /// that goes by the instance's clocks.
    public var zone: TimeZoneName? {
        switch self {
        case .rate: nil
        case .at(let expression): expression.zone
        case .cron(let expression): expression.zone
        }
    }

    /// The rules that the runs go by: those of the zone that is written, of an instance where none is. A name's rules are
    /// what `named` says; nil when it knows no such name.
    public func rules(instance: ZoneRules, named: (TimeZoneName) -> ZoneRules?) -> ZoneRules? {
        guard let zone else { return instance }
        return zone.rules(named: named)
    }

    // MARK: - Text

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        (0x20...0x7e).contains(scalar.value) || (0x09...0x0d).contains(scalar.value)
    }

    /// What follows a word and an opening bracket, in any case and with blanks before both.
    private static func inside(_ word: String, _ text: [UInt8]) -> ArraySlice<UInt8>? {
        var rest = text.drop(while: Digits.isBlank)
        for letter in word.utf8 {
            guard let first = rest.popFirst(), first | 0x20 == letter else { return nil }
        }
        rest = rest.drop(while: Digits.isBlank)
        return rest.popFirst() == 0x28 ? rest : nil
    }

    /// `5m)` in seconds.
    private static func interval(_ inside: ArraySlice<UInt8>, _ text: String) throws(FrequencyError) -> Int {
        let start = inside.drop(while: Digits.isBlank)
        let digits = start.prefix(while: Digits.isDigit)
        let units: [UInt8: Int] = [0x73: 1, 0x6d: 60, 0x68: 3600, 0x64: 86_400]
        let rest = start.dropFirst(digits.count).filter { !Digits.isBlank($0) }
        guard !digits.isEmpty, rest.count == 2, let unit = units[rest[0] | 0x20], rest[1] == 0x29 else {
            throw FrequencyError(.rateForm, part: text)
        }
        // More than nine digits are too many seconds of any unit; the multiplication cannot overflow below that.
        let significant = digits.drop { $0 == 0x30 }
        let seconds = significant.isEmpty ? 0 : Digits.number(significant).map { $0 * unit }
        guard let seconds, seconds <= 604_800 else {
            throw FrequencyError(.rateTooLong, part: text, limit: "604800", actual: seconds.map { "\($0)" })
        }
        guard seconds >= 60 else {
            throw FrequencyError(.rateTooShort, part: text, limit: "60", actual: "\(seconds)")
        }
        return seconds
    }
}

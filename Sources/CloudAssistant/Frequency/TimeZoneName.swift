/// A time zone as a frequency names it.
public enum TimeZoneName: Hashable, Sendable {
    /// `UTC`.
    case utc
    /// `GMT+8:00`: a fixed distance to GMT in minutes, positive to the east.
    case offset(minutes: Int)
    /// A name of the time zone database with a slash, such as `Asia/Shanghai`; it may be unknown.
    case named(String)

    /// A zone from its text, in exactly one of the three forms; whether a name is known is not asked here.
    public init(_ text: String) throws(FrequencyError) {
        if text.hasBytes(of: "UTC") {
            self = .utc
        } else if text.begins(with: "GMT+") || text.begins(with: "GMT-") {
            guard let minutes = Self.minutes(Array(text.utf8.dropFirst(3))) else {
                throw FrequencyError(.zoneOffset, part: text, limit: "GMT-12:59 - GMT+14:59")
            }
            self = .offset(minutes: minutes)
        } else if Self.isName(Array(text.utf8)) {
            self = .named(text)
        } else {
            throw FrequencyError(.zone, part: text)
        }
    }

    /// The rules of the zone; for a name those that `named` gives, nil when it is unknown.
    public func rules(named: (TimeZoneName) -> ZoneRules?) -> ZoneRules? {
        switch self {
        case .utc: .utc
        case .offset(let minutes): ZoneRules(offset: minutes * 60)
        case .named: named(self)
        }
    }

    /// `+8:00`: a sign, an hour without a leading zero, two digits of minutes.
    private static func minutes(_ text: [UInt8]) -> Int? {
        guard let colon = text.firstIndex(of: 0x3a), text.count == colon + 3 else { return nil }
        let hourDigits = text[1..<colon]
        guard (1...2).contains(hourDigits.count), hourDigits.count == 1 || hourDigits.first != 0x30,
            let hour = Digits.number(hourDigits), let minute = Digits.number(text[(colon + 1)...]), minute <= 59
        else { return nil }
        let isWest = text[0] == 0x2d
        return hour <= (isWest ? 12 : 14) ? (isWest ? -1 : 1) * (hour * 60 + minute) : nil
    }

    /// Parts of letters, digits, `_`, `+` and `-` with slashes between them, at least one.
    private static func isName(_ text: [UInt8]) -> Bool {
        let parts = text.split(separator: 0x2f, omittingEmptySubsequences: false)
        return parts.count >= 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy { Digits.isDigit($0) || Digits.isLetter($0) || [0x5f, 0x2b, 0x2d].contains($0) }
            }
    }
}

extension TimeZoneName: CustomStringConvertible {
    /// The text that gives the zone.
    public var description: String {
        switch self {
        case .utc: "UTC"
        case .offset(let minutes):
            "GMT\(minutes < 0 ? "-" : "+")\(abs(minutes) / 60):\(abs(minutes) % 60 < 10 ? "0" : "")\(abs(minutes) % 60)"
        case .named(let name): name
        }
    }
}

/// Letters and numbers of ASCII.
enum Digits {
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

    /// A number of at most nine digits and nothing else.
    static func number(_ bytes: some Collection<UInt8>) -> Int? {
        guard (1...9).contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// True for the blanks that may stand around a text: spaces, tabs, line ends.
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}

/// The rules in a file of the time zone database (TZif, RFC 9636), versions 1 to 4.
public enum ZoneFile {
    /// The most bytes of a file; the largest of the database has 4 KB.
    public static let sizeLimit = 65_536

    /// The rules that a file's bytes hold, up to 2100; nil for bytes that are no such file, are damaged or count leap
    /// seconds.
    public static func rules(_ bytes: [UInt8]) -> ZoneRules? {
        guard bytes.count <= sizeLimit, let first = Block(bytes, at: 0, timeLength: 4) else { return nil }
        guard first.version > 0 else { return first.rules(footer: nil) }
        guard let second = Block(bytes, at: first.end, timeLength: 8) else { return nil }
        guard let footer = footer(bytes[min(second.end, bytes.count)...]) else { return nil }
        return second.rules(footer: footer)
    }

    /// The text between two line ends; nil when there is none.
    private static func footer(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.first == 0x0a, let end = bytes.dropFirst().firstIndex(of: 0x0a) else { return nil }
        return bytes[(bytes.startIndex + 1)..<end]
    }

    /// Header and data of one version. Every index is checked against the length that the header's counts make.
    private struct Block {
        let version: Int
        let end: Int
        private let bytes: [UInt8]
        private let timeLength: Int
        private let times: Int
        private let transitionCount: Int
        private let typeCount: Int

        init?(_ bytes: [UInt8], at start: Int, timeLength: Int) {
            guard start >= 0, bytes.count - start >= 44, bytes[start..<(start + 4)].elementsEqual("TZif".utf8) else {
                return nil
            }
            let counts = (0..<6).map { Self.number(bytes, start + 20 + 4 * $0, 4) }
            guard counts.allSatisfy({ (0...ZoneFile.sizeLimit).contains($0) }) else { return nil }
            let (utc, standard, leaps) = (counts[0], counts[1], counts[2])
            (transitionCount, typeCount) = (counts[3], counts[4])
            times = start + 44
            let perTransition = (timeLength + 1) * transitionCount
            end = times + perTransition + 6 * typeCount + counts[5] + (timeLength + 4) * leaps + standard + utc
            guard leaps == 0, typeCount > 0, end <= bytes.count else { return nil }
            let byte = Int(bytes[start + 4])
            version = byte >= 0x32 ? byte - 0x30 : 0
            self.bytes = bytes
            self.timeLength = timeLength
        }

        func rules(footer: ArraySlice<UInt8>?) -> ZoneRules? {
            var transitions: [ZoneRules.Transition] = []
            for index in 0..<transitionCount {
                let type = Int(bytes[times + timeLength * transitionCount + index])
                guard let offset = offset(type) else { return nil }
                let time = Self.number(bytes, times + timeLength * index, timeLength)
                if let last = transitions.last, time <= last.time { return nil }
                transitions.append(ZoneRules.Transition(time: time, offset: offset))
            }
            guard let initial = offset(0) else { return nil }
            guard let footer, !footer.isEmpty else {
                return ZoneRules(initialOffset: initial, transitions: transitions)
            }
            guard let rule = ZoneRule(footer) else { return nil }
            transitions += rule.transitions(after: transitions.last?.time ?? .min)
            return ZoneRules(initialOffset: initial, transitions: transitions)
        }

        /// The offset of a type of local time in seconds; nil for one that does not exist or that no clock has.
        private func offset(_ type: Int) -> Int? {
            guard type < typeCount else { return nil }
            let offset = Self.number(bytes, times + (timeLength + 1) * transitionCount + 6 * type, 4)
            return abs(offset) <= ZoneRules.offsetLimit ? offset : nil
        }

        /// A big-endian number with a sign. The caller makes sure that its bytes are there.
        private static func number(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Int {
            let bits = bytes[start..<(start + length)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return length == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(Int64(bitPattern: bits))
        }
    }
}

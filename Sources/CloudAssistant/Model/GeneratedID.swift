/// Makes the text of new ids: they sort by the time of their making, and nobody guesses one.
public enum GeneratedID {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// A prefix such as `t-`, ten letters of time (milliseconds) and sixteen of chance (80 bits).
    public static func make(_ prefix: String, at now: Timestamp) -> String {
        var generator = SystemRandomNumberGenerator()
        return make(prefix, at: now, using: &generator)
    }

    /// As above with a given source of chance.
    public static func make(_ prefix: String, at now: Timestamp, using generator: inout some RandomNumberGenerator)
        -> String
    {
        var text = Array(prefix.utf8)
        let time = UInt64(bitPattern: now.milliseconds)
        for shift in stride(from: UInt64(45), through: 0, by: -5) {
            text.append(alphabet[Int(truncatingIfNeeded: (time >> shift) & 31)])
        }
        // Chance is dear: twelve letters come out of one number.
        for count in [12, 4] {
            var chance = generator.next()
            for _ in 0..<count {
                text.append(alphabet[Int(truncatingIfNeeded: chance & 31)])
                chance >>= 5
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

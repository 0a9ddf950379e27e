/// Chance that depends on nothing but its seed and what it is asked about: the same in every process (SplitMix64 over
/// FNV-1a).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64, _ words: String...) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for word in words {
            for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x100_0000_01b3
        }
        state = seed &* 0x9e37_79b9_7f4a_7c15 ^ hash
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// At least 0, less than 1.
    mutating func share() -> Double { Double(next() >> 11) / Double(UInt64(1) << 53) }

    /// One of some, each as likely as the others; `first` is the one that there always is.
    mutating func pick<Value>(_ first: Value, _ others: [Value]) -> Value {
        let place = Int(next() % UInt64(others.count + 1))
        return place == 0 ? first : others[place - 1]
    }
}

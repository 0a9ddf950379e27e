/// Text to look for, folded as what it is looked for in.
struct Needle: Equatable, Sendable {
    let bytes: [UInt8]
    /// For each byte, whether a capital begins there.
    let capitals: [Bool]
    /// True when it has a capital: then case counts.
    let respectsCase: Bool

    init(_ text: String) {
        var bytes = Array(text.utf8)
        var words: [UInt64] = []
        Folding.fold(&bytes, from: 0, capitals: &words)
        capitals = bytes.indices.map { words[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 }
        respectsCase = capitals.contains(true)
        self.bytes = bytes
    }

    /// True when whatever holds this text holds the other one too.
    func implies(_ other: Needle) -> Bool {
        guard other.bytes.count <= bytes.count, respectsCase || !other.respectsCase else { return false }
        return (0...(bytes.count - other.bytes.count)).contains { start in
            let part = start..<(start + other.bytes.count)
            return bytes[part].elementsEqual(other.bytes)
                && (!other.respectsCase || capitals[part].elementsEqual(other.capitals))
        }
    }
}

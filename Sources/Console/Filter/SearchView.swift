/// A ``SearchText`` while it is being searched; not to be kept.
struct SearchView {
    let bytes: UnsafeBufferPointer<UInt8>
    let capitals: UnsafeBufferPointer<UInt64>
    let bounds: UnsafeBufferPointer<UInt32>
    let width: Int

    /// Where some fields of a row that stand beside each other are.
    func place(_ fields: Range<Int>, of row: Int) -> Range<Int> {
        let start = row * (width + 1)
        return Int(bounds[start + fields.lowerBound])..<Int(bounds[start + fields.upperBound])
    }

    func isCapital(_ place: Int) -> Bool { capitals[place >> 6] >> UInt64(place & 63) & 1 == 1 }

    /// Whether a value passes, of all the values in a part of the text.
    func anyValue(in range: Range<Int>, _ passes: (Range<Int>) -> Bool) -> Bool {
        var start = range.lowerBound
        var place = start
        while place < range.upperBound {
            if bytes[place] == SearchText.separator {
                if passes(start..<place) { return true }
                start = place + 1
            }
            place += 1
        }
        return false
    }

    /// Whether a text stands at a place, its case included where that counts.
    func holds(_ needle: Needle, at place: Int) -> Bool {
        for (offset, byte) in needle.bytes.enumerated() where bytes[place + offset] != byte { return false }
        guard needle.respectsCase else { return true }
        for (offset, isCapital) in needle.capitals.enumerated() where self.isCapital(place + offset) != isCapital {
            return false
        }
        return true
    }

    /// Whether a value is a text and nothing more.
    func isEqual(_ needle: Needle, _ range: Range<Int>) -> Bool {
        range.count == needle.bytes.count && holds(needle, at: range.lowerBound)
    }

    /// Whether a part of the text holds another one.
    ///
    /// Eight places are looked at in one step, for the first two bytes at once: a byte of the word is zero where both
    /// are there.
    func contains(_ needle: Needle, in range: Range<Int>) -> Bool {
        guard let first = needle.bytes.first, let base = UnsafeRawPointer(bytes.baseAddress) else {
            return needle.bytes.isEmpty
        }
        let second = needle.bytes.count > 1 ? needle.bytes[1] : first
        let step = needle.bytes.count > 1 ? 1 : 0
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let (firsts, seconds) = (ones &* UInt64(first), ones &* UInt64(second))
        let end = range.upperBound - needle.bytes.count + 1
        var place = range.lowerBound
        while place < end, place + 9 <= bytes.count {
            let here = base.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ firsts
            let next = base.loadUnaligned(fromByteOffset: place &+ step, as: UInt64.self) ^ seconds
            let both = here | next
            var hits = (both &- ones) & ~both & tops
            while hits != 0 {
                let hit = place &+ hits.trailingZeroBitCount >> 3
                if hit < end, holds(needle, at: hit) { return true }
                hits &= hits &- 1
            }
            place &+= 8
        }
        while place < end {
            if holds(needle, at: place) { return true }
            place += 1
        }
        return false
    }

    /// Whether the letters of a text stand in a value in their order, whatever is between them.
    func containsInOrder(_ needle: Needle, in range: Range<Int>) -> Bool {
        var wanted = 0
        var place = range.lowerBound
        while wanted < needle.bytes.count {
            guard place < range.upperBound else { return false }
            let length = Self.length(bytes[place])
            if holds(needle, from: wanted, count: length, at: place) { wanted += length }
            place += length
        }
        return true
    }

    private func holds(_ needle: Needle, from start: Int, count: Int, at place: Int) -> Bool {
        guard start + count <= needle.bytes.count else { return false }
        for offset in 0..<count where bytes[place + offset] != needle.bytes[start + offset] { return false }
        return !needle.respectsCase || isCapital(place) == needle.capitals[start]
    }

    /// How many bytes the letter takes that begins with one.
    static func length(_ byte: UInt8) -> Int { byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4 }
}

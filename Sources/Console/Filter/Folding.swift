/// Text made ready for searching: lower case, without control characters, and byte for byte as long as it was.
///
/// Which letters were capitals is kept beside it, one bit for each byte, so that one copy serves searches that respect
/// case as well as those that do not.
enum Folding {
    /// Folds what stands in `bytes` from `start` on and notes the capitals.
    static func fold(_ bytes: inout [UInt8], from start: Int, capitals: inout [UInt64]) {
        let words = (bytes.count + 63) / 64
        if capitals.count < words { capitals.append(contentsOf: repeatElement(0, count: words - capitals.count)) }
        var isWide = false
        bytes.withUnsafeMutableBufferPointer { bytes in
            capitals.withUnsafeMutableBufferPointer { capitals in
                for place in start..<bytes.count {
                    let byte = bytes[place]
                    if byte &- 0x41 < 26 {
                        bytes[place] = byte | 0x20
                        capitals[place >> 6] |= 1 << UInt64(place & 63)
                    } else if byte < 0x20 {
                        bytes[place] = 0x20
                    } else if byte >= 0x80 {
                        isWide = true
                    }
                }
                if isWide { foldPairs(bytes, from: start, capitals) }
            }
        }
    }

    /// Latin, Greek, Cyrillic and Armenian letters take two bytes each, and so do nearly all of their small ones; other
    /// scripts have no case worth the time.
    private static func foldPairs(
        _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, _ capitals: UnsafeMutableBufferPointer<UInt64>
    ) {
        var place = start
        while place + 1 < bytes.count {
            defer { place += 1 }
            guard bytes[place] & 0xe0 == 0xc0, bytes[place + 1] & 0xc0 == 0x80 else { continue }
            let value = UInt32(bytes[place] & 0x1f) << 6 | UInt32(bytes[place + 1] & 0x3f)
            guard let scalar = Unicode.Scalar(value), let small = small(scalar) else { continue }
            bytes[place] = 0xc0 | UInt8(truncatingIfNeeded: small >> 6)
            bytes[place + 1] = 0x80 | UInt8(truncatingIfNeeded: small & 0x3f)
            capitals[place >> 6] |= 1 << UInt64(place & 63)
        }
    }

    /// The small letter of a capital, when it takes two bytes as well.
    private static func small(_ scalar: Unicode.Scalar) -> UInt32? {
        guard scalar.properties.changesWhenLowercased else { return nil }
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        guard let small = mapping.first?.value, mapping.count == 1, (0x80..<0x800).contains(small) else { return nil }
        return small
    }
}

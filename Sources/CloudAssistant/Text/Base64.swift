/// Base64 of RFC 4648 with padding, as `CommandContent` and `Output` travel.
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        for (value, letter) in alphabet.enumerated() { table[Int(letter)] = UInt8(truncatingIfNeeded: value) }
        return table
    }()

    /// The text for some bytes.
    public static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(encodedLength(bytes.count))
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            text.append(alphabet[Int(first >> 2)])
            text.append(alphabet[Int((first & 0x03) << 4 | second >> 4)])
            text.append(index + 1 < bytes.count ? alphabet[Int((second & 0x0f) << 2 | third >> 6)] : 0x3d)
            text.append(index + 2 < bytes.count ? alphabet[Int(third & 0x3f)] : 0x3d)
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text, or nil when it is not Base64. White space is passed over and padding may be missing.
    public static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var pending: UInt32 = 0
        var count = 0
        var padding = 0
        for letter in text.utf8 {
            if letter == 0x20 || letter == 0x0a || letter == 0x0d || letter == 0x09 { continue }
            if letter == 0x3d {
                padding += 1
                continue
            }
            let value = values[Int(letter)]
            guard value != 255, padding == 0 else { return nil }
            pending = pending << 6 | UInt32(value)
            count += 1
            if count % 4 == 0 {
                bytes.append(UInt8(truncatingIfNeeded: pending >> 16))
                bytes.append(UInt8(truncatingIfNeeded: pending >> 8))
                bytes.append(UInt8(truncatingIfNeeded: pending))
                pending = 0
            }
        }
        switch count % 4 {
        case 0: return padding == 0 ? bytes : nil
        case 2:
            guard padding == 0 || padding == 2 else { return nil }
            bytes.append(UInt8(truncatingIfNeeded: pending >> 4))
        case 3:
            guard padding <= 1 else { return nil }
            bytes.append(UInt8(truncatingIfNeeded: pending >> 10))
            bytes.append(UInt8(truncatingIfNeeded: pending >> 2))
        default: return nil
        }
        return bytes
    }

    /// How long the text for `byteCount` bytes is: the measure of the API's content limits.
    public static func encodedLength(_ byteCount: Int) -> Int { (byteCount + 2) / 3 * 4 }
}

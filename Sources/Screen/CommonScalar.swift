/// The scalars that most texts consist of, known without a look into tables.
///
/// Each is a blank or a base that starts a cluster of its own whatever stands before it. Where another common scalar or
/// nothing follows, it is the whole cluster.
enum CommonScalar {
    /// The columns of a common scalar, nil for any other.
    static func columns(of scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x20...0x7E: 1
        // Letters of Europe without the soft hyphen, dashes and quotes, arrows, lines and shapes, patterns of dots.
        case 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x25FC, 0x2800...0x28FF: 1
        // Chinese and Korean with their punctuation.
        case 0x3001...0x3020, 0x4E00...0x9FA5, 0xAC00...0xD7A3, 0xFF01...0xFF60: 2
        default: nil
        }
    }

    /// The columns of a text of common scalars only, nil for any other text.
    static func columns(of text: String) -> Int? {
        var sum = 0
        for scalar in text.unicodeScalars {
            guard let columns = columns(of: scalar) else { return nil }
            sum += columns
        }
        return sum
    }
}

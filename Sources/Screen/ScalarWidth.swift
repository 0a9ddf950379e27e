/// The number of columns a single Unicode scalar takes on a terminal.
enum ScalarWidth {
    /// The columns of a scalar: zero for marks that join the scalar before them, two for wide ones.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        if isJoiningJamo(value) { return 0 }
        return isWide(value) ? 2 : 1
    }

    /// Whether the value is a Hangul vowel or trailing consonant that joins the syllable before it.
    static func isJoiningJamo(_ value: UInt32) -> Bool {
        (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
    }

    private static func isWide(_ value: UInt32) -> Bool {
        if value < 0x1100 { return false }
        var low = 0
        var high = WideRanges.all.count
        while low < high {
            let middle = low + (high - low) / 2
            let range = WideRanges.all[middle]
            if value < range.lowerBound {
                high = middle
            } else if value > range.upperBound {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}

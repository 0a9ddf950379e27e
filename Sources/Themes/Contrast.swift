import Glibc
import Screen

/// How far two colours stand apart, by the rule of the Web Content Accessibility Guidelines 2: from 1 to 21.
enum Contrast {
    /// nil where one of them is the terminal's own.
    static func between(_ a: Color, _ b: Color) -> Double? {
        guard let first = Palette.rgb(a), let second = Palette.rgb(b) else { return nil }
        let (low, high) = { $0 < $1 ? ($0, $1) : ($1, $0) }(luminance(first), luminance(second))
        return (high + 0.05) / (low + 0.05)
    }

    private static func luminance(_ color: Palette.RGB) -> Double {
        func part(_ value: UInt8) -> Double {
            let share = Double(value) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * part(color.red) + 0.7152 * part(color.green) + 0.0722 * part(color.blue)
    }
}

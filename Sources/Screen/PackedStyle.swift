/// A style as a number, which is compared and looked up at once.
public struct PackedStyle: Hashable, Sendable {
    /// Twenty-six bits for each colour, the foreground lowest, and the attributes above them.
    private let bits: UInt64

    private static let colorBits: UInt64 = 26
    private static let colorMask: UInt64 = 1 << colorBits - 1
    private static let indexed: UInt64 = 1 << 24
    private static let rgb: UInt64 = 2 << 24

    /// Packs a style.
    public init(_ style: Style) {
        bits =
            Self.code(style.foreground) | Self.code(style.background) << Self.colorBits
            | UInt64(style.attributes.rawValue) << (2 * Self.colorBits)
    }

    /// The style that was packed.
    public var style: Style {
        Style(
            foreground: Self.color(bits & Self.colorMask),
            background: Self.color(bits >> Self.colorBits & Self.colorMask),
            attributes: Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> (2 * Self.colorBits))))
    }

    private static func code(_ color: Color) -> UInt64 {
        switch color {
        case .standard: 0
        case .indexed(let number): indexed | UInt64(number)
        case .rgb(let red, let green, let blue): rgb | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
        }
    }

    private static func color(_ code: UInt64) -> Color {
        func part(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: code >> shift) }
        if code & rgb != 0 { return .rgb(part(16), part(8), part(0)) }
        return code & indexed != 0 ? .indexed(part(0)) : .standard
    }
}

/// The usual 256 colours and which of them is nearest to any other.
public enum Palette {
    /// The red, green and blue parts of a colour.
    public typealias RGB = (red: UInt8, green: UInt8, blue: UInt8)

    private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    private static let basic: [RGB] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    /// The parts of a colour as most terminals show it; nil for the terminal's own, which nobody knows.
    public static func rgb(_ color: Color) -> RGB? {
        switch color {
        case .standard: nil
        case .indexed(let number): rgb(number)
        case .rgb(let red, let green, let blue): (red, green, blue)
        }
    }

    private static func rgb(_ number: UInt8) -> RGB {
        switch number {
        case 0..<16: return basic[Int(number)]
        case 16..<232:
            let place = Int(number) - 16
            return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
        default:
            let grey = 8 + 10 * (number - 232)
            return (grey, grey, grey)
        }
    }

    /// A colour as a terminal of this depth has it: itself, or the nearest one.
    public static func nearest(_ color: Color, in depth: ColorDepth) -> Color {
        switch (color, depth) {
        case (.standard, _), (_, .mono): .standard
        case (.indexed(..<8), _), (.indexed(..<16), .colors16...), (.indexed, .colors256), (.rgb, .direct): color
        case (.indexed(let number), .colors8) where number < 16: .indexed(number - 8)
        case (.indexed(let number), .direct):
            { parts in .rgb(parts.red, parts.green, parts.blue) }(rgb(number))
        case (.indexed(let number), _): .indexed(nearest(rgb(number), in: depth))
        case (.rgb(let red, let green, let blue), _): .indexed(nearest((red, green, blue), in: depth))
        }
    }

    /// Of 256, the first sixteen are left out because users change them.
    private static func nearest(_ color: RGB, in depth: ColorDepth) -> UInt8 {
        let candidates: ClosedRange<UInt8> =
            switch depth {
            case .mono, .colors8: 0...7
            case .colors16: 0...15
            case .colors256, .direct: 16...255
            }
        return candidates.min { distance(color, rgb($0)) < distance(color, rgb($1)) } ?? 7
    }

    private static func distance(_ a: RGB, _ b: RGB) -> Int {
        func square(_ x: UInt8, _ y: UInt8) -> Int { (Int(x) - Int(y)) * (Int(x) - Int(y)) }
        return square(a.red, b.red) + square(a.green, b.green) + square(a.blue, b.blue)
    }
}

/// The usual 256 colours and which of them is nearest to any other.
enum Palette {
    typealias RGB = (red: UInt8, green: UInt8, blue: UInt8)

    private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    private static let basic: [RGB] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    static func rgb(_ number: UInt8) -> RGB {
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

    /// The nearest colour among the first `count`; of 256, the first sixteen are left out because users change them.
    static func nearest(_ color: RGB, of count: Int32) -> Int32 {
        let candidates: ClosedRange<UInt8> = count >= 256 ? 16...255 : 0...(count >= 16 ? 15 : 7)
        let best = candidates.min { distance(color, rgb($0)) < distance(color, rgb($1)) }
        return Int32(best ?? 7)
    }

    private static func distance(_ a: RGB, _ b: RGB) -> Int {
        func square(_ x: UInt8, _ y: UInt8) -> Int { (Int(x) - Int(y)) * (Int(x) - Int(y)) }
        return square(a.red, b.red) + square(a.green, b.green) + square(a.blue, b.blue)
    }
}

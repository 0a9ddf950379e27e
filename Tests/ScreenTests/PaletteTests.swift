import Screen
import Testing

@Suite struct PaletteTests {
    @Test(arguments: [
        (Color.rgb(0xDC, 0x32, 0x2F), ColorDepth.direct, Color.rgb(0xDC, 0x32, 0x2F)),
        (.rgb(0xDC, 0x32, 0x2F), .colors256, .indexed(166)), (.rgb(0xDC, 0x32, 0x2F), .colors16, .indexed(1)),
        (.rgb(255, 0, 0), .colors16, .indexed(9)), (.rgb(255, 0, 0), .colors8, .indexed(1)),
        (.rgb(0, 0, 0), .colors256, .indexed(16)), (.rgb(1, 2, 3), .mono, .standard),
        (.indexed(9), .colors256, .indexed(9)), (.indexed(9), .colors16, .indexed(9)),
        (.indexed(9), .colors8, .indexed(1)), (.indexed(196), .colors16, .indexed(9)),
        (.indexed(196), .direct, .rgb(255, 0, 0)), (.indexed(5), .direct, .indexed(5)),
        (.indexed(5), .mono, .standard), (.standard, .direct, .standard), (.standard, .colors8, .standard),
    ])
    func `a colour becomes the nearest that the terminal has`(_ color: Color, _ depth: ColorDepth, _ nearest: Color) {
        #expect(Palette.nearest(color, in: depth) == nearest)
    }

    @Test(arguments: ColorDepth.allCases) func `what a terminal has already stays as it is`(_ depth: ColorDepth) {
        for number in UInt8.min...UInt8.max {
            let color = Palette.nearest(.indexed(number), in: depth)
            #expect(Palette.nearest(color, in: depth) == color)
            if case .indexed(let index) = color, depth == .colors8 { #expect(index < 8) }
            if case .indexed(let index) = color, depth == .colors16 { #expect(index < 16) }
        }
    }

    @Test(arguments: [
        (-1, ColorDepth.mono), (0, .mono), (2, .mono), (8, .colors8), (16, .colors16), (88, .colors16),
        (256, .colors256),
        (1 << 24, .direct),
    ])
    func `the depth follows from the number of colours`(_ colors: Int, _ depth: ColorDepth) {
        #expect(ColorDepth(colors: colors) == depth)
    }
}

import TestSupport
import Testing

@testable import Screen

@Suite struct PackingTests {
    static let colors: [Color] = [
        .standard, .indexed(0), .indexed(255), .rgb(0, 0, 0), .rgb(1, 2, 3), .rgb(255, 255, 255),
    ]

    @Test(arguments: colors, colors) func givesBackTheStyleThatWasPacked(_ foreground: Color, _ background: Color) {
        for attributes in UInt8(0)...31 {
            let style = Style(
                foreground: foreground, background: background, attributes: Attributes(rawValue: attributes))
            #expect(PackedStyle(style).style == style)
        }
    }

    @Test func packsDifferentStylesDifferently() {
        let all = Self.colors.flatMap { first in
            Self.colors.flatMap { second in
                (UInt8(0)...31).map {
                    Style(foreground: first, background: second, attributes: Attributes(rawValue: $0))
                }
            }
        }
        #expect(Set(all.map { PackedStyle($0) }).count == all.count)
    }

    @Test func keepsACellWithoutAReference() {
        #expect(MemoryLayout<PackedCell>.stride == 16)
        #expect(_isPOD(PackedCell.self))
    }
}

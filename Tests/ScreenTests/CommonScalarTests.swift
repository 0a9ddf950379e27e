import Testing

@testable import Screen

@Suite struct CommonScalarTests {
    static let all = (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }.filter {
        CommonScalar.columns(of: $0) != nil
    }

    @Test func areBasesAndBlanksOfTheSameWidthAsEverywhere() {
        #expect(Self.all.contains("a") && Self.all.contains("\u{6F22}") && Self.all.contains("\u{2500}"))
        for scalar in Self.all {
            #expect([.base, .blank].contains(ScalarKind(scalar)), "U+\(String(scalar.value, radix: 16))")
            #expect(CommonScalar.columns(of: scalar) == ScalarWidth.columns(of: scalar))
        }
    }

    @Test(arguments: [
        "a\u{301}b", "1\u{FE0F}\u{20E3} x", "\u{6F22}\u{5B57}\u{E9}", " \u{301}", "\u{A9}\u{200D}\u{2764}a", "\r\na\nb",
        "\u{AC00}\u{11A8}x y\u{302}",
    ])
    func areReadAsTheScannerReadsThem(_ text: String) {
        var scanner = ClusterScanner()
        for scalar in text.unicodeScalars { scanner.push(scalar) }
        scanner.finish()
        #expect(Array(Clusters(text)) == scanner.ready)
    }
}

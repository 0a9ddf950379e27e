import Testing

@testable import Screen

@Suite struct WidthTests {
    static let cases: [(Unicode.Scalar, Int)] = [
        ("a", 1), ("\u{E9}", 1), ("\u{301}", 0), ("\u{20DD}", 0), ("\u{FE0F}", 0), ("\u{1160}", 0), ("\u{11FF}", 0),
        ("\u{1100}", 2), ("\u{AC00}", 2), ("\u{3000}", 2), ("\u{303F}", 1), ("\u{FF21}", 2), ("\u{FF61}", 1),
        ("\u{231A}", 2), ("\u{2764}", 1), ("\u{1F600}", 2), ("\u{1F1E6}", 1), ("\u{20000}", 2), ("\u{2500}", 1),
        ("\u{4DC0}", 1), ("\u{3FFFD}", 2), ("\u{0430}", 1),
    ]

    @Test(arguments: cases) func measuresScalars(_ scalar: Unicode.Scalar, _ width: Int) {
        #expect(ScalarWidth.columns(of: scalar) == width)
    }

    @Test func keepsTheTableSorted() {
        for (left, right) in zip(WideRanges.all, WideRanges.all.dropFirst()) {
            #expect(left.upperBound < right.lowerBound)
        }
    }
}

import Testing

@testable import Screen

@Suite struct FrameTests {
    private func frame(_ rows: Int, _ columns: Int) -> Frame {
        Frame(size: Size(rows: rows, columns: columns))
    }

    private func write(_ text: String, _ column: Int, in frame: inout Frame, width: Int? = nil) -> Int {
        frame.write(SafeText(text), at: Position(row: 0, column: column), style: .plain, width: width)
    }

    @Test func clipsText() {
        var frame = frame(1, 5)
        #expect(write("hello world", 2, in: &frame) == 3)
        #expect(frame.dump() == "  hel")
        #expect(write("abc", -2, in: &frame) == 3)
        #expect(frame.dump() == "c hel")
        #expect(write("xyz", 1, in: &frame, width: 2) == 2)
        #expect(frame.dump() == "cxyel")
        #expect(write("x", 5, in: &frame) == 0)
        #expect(write("x", .max, in: &frame) == 0)
        #expect(write("x", .min, in: &frame, width: .max) >= 0)
        #expect(frame.write(SafeText("x"), at: Position(row: 1, column: 0), style: .plain) == 0)
        #expect(frame.write(SafeText("x"), at: Position(row: .min, column: 0), style: .plain) == 0)
        #expect(frame.dump() == "cxyel")
    }

    @Test func clipsWideGraphemes() {
        var frame = frame(1, 4)
        #expect(write("a\u{6F22}\u{5B57}", 0, in: &frame) == 4)
        #expect(frame.dump() == "a\u{6F22}")
        #expect(frame[row: 0, column: 2].width == 0)
        #expect(write("\u{5B57}", -1, in: &frame) == 2)
        #expect(frame.dump() == " \u{6F22}")
        #expect(write("\u{5B57}", 3, in: &frame) == 1)
        #expect(write("\u{5B57}", 0, in: &frame, width: 1) == 1)
        #expect(frame.dump() == " \u{6F22}")
    }

    @Test func blanksTheOtherHalf() {
        for (text, column, result) in [
            ("x", 0, "x \u{5B57}"), ("x", 1, " x\u{5B57}"), ("\u{8A9E}", 1, " \u{8A9E}"), ("x", 2, "\u{6F22}x"),
            ("x", 3, "\u{6F22} x"),
        ] {
            var frame = frame(1, 4)
            _ = write("\u{6F22}\u{5B57}", 0, in: &frame)
            _ = write(text, column, in: &frame)
            #expect(frame.dump() == result)
            #expect(frame.row(0).reduce(0) { $0 + $1.width } == 4)
        }
    }

    @Test func drawsBoxes() {
        var frame = frame(4, 14)
        let area = Rect(row: 0, column: 0, rows: 4, columns: 14)
        frame.box(area, style: .plain, glyphs: .ascii, title: SafeText("A longer title"), titleStyle: .plain)
        frame.fill(area.inset(rows: 1, columns: 1), style: .plain, with: SafeText("."))
        let golden = """
            +- A longe~ -+
            |............|
            |............|
            +------------+
            """
        #expect(frame.dump() == golden)
    }

    @Test func clipsBoxes() {
        var frame = frame(2, 3)
        frame.box(Rect(row: -1, column: 1, rows: 3, columns: 9), style: .plain, glyphs: .unicode, title: nil)
        #expect(frame.dump() == " \u{2502}\n \u{2514}\u{2500}")
        frame.box(Rect(row: .min, column: .max, rows: .max, columns: .max), style: .plain, glyphs: .ascii)
        frame.fill(Rect(row: .min, column: .min, rows: .max, columns: .max), style: .plain)
        #expect(frame.dump() == " \u{2502}\n \u{2514}\u{2500}")
    }

    @Test func fillsWithWideGraphemes() {
        var frame = frame(1, 6)
        frame.fill(Rect(row: 0, column: 0, rows: 1, columns: 5), style: .plain, with: SafeText("\u{6F22}"))
        #expect(frame.dump() == "\u{6F22}\u{6F22}")
        frame.fill(Rect(row: 0, column: 1, rows: 1, columns: 2), style: .plain)
        #expect(frame.row(0).map(\.width) == [1, 1, 1, 1, 1, 1])
    }

    @Test func restylesWholeGraphemes() {
        var frame = frame(1, 4)
        _ = write("\u{6F22}\u{5B57}", 0, in: &frame)
        frame.restyle(Rect(row: 0, column: 1, rows: 1, columns: 2)) { style in
            var style = style
            style.attributes.insert(.reverse)
            return style
        }
        #expect(frame.row(0).allSatisfy { $0.style.attributes == .reverse })
    }

    @Test func answersOutsideItsSize() {
        let frame = Frame(size: Size(rows: -3, columns: .max))
        #expect(frame.size == Size(rows: 0, columns: 1_000))
        #expect(frame.row(0).isEmpty)
        #expect(frame[row: 7, column: -1].grapheme == " ")
        #expect(frame.dump().isEmpty)
        #expect(self.frame(1, 2) == self.frame(1, 2))
    }

    @Test func measuresRectangles() {
        let rect = Rect(row: 1, column: 1, rows: 3, columns: 4)
        #expect(rect.contains(Position(row: 3, column: 4)))
        #expect(!rect.contains(Position(row: 4, column: 4)))
        #expect(rect.inset(rows: 2, columns: 1) == Rect(row: 3, column: 2, rows: 0, columns: 2))
        #expect(rect.clipped(to: Size(rows: 2, columns: 3)) == Rect(row: 1, column: 1, rows: 1, columns: 2))
        #expect(rect.clipped(to: Size(rows: 0, columns: 0)).isEmpty)
    }
}

import TestSupport
import Testing

@testable import Screen

@Suite struct ChangesTests {
    private func frame(_ lines: [String], columns: Int = 12) -> Frame {
        var frame = Frame(size: Size(rows: lines.count, columns: columns))
        for (row, line) in lines.enumerated() {
            frame.write(SafeText(line), at: Position(row: row, column: 0), style: .plain)
        }
        return frame
    }

    static let cases: [(old: String, new: String, columns: Range<Int>?)] = [
        ("hello", "hello", nil), ("hello", "hxllo", 1..<2), ("hello", "xellx", 0..<5), ("", "abcdefghijkl", 0..<12),
        ("hello", "", 0..<5), ("\u{6F22}x", "\u{5B57}x", 0..<2), ("\u{6F22}x", "ab", 0..<3),
        ("abcd", "a\u{6F22}d", 1..<3),
        ("e\u{301}x", "e\u{301}x", nil), ("e\u{301}x", "e\u{302}x", 0..<1), ("e\u{301}x", "\u{E9}x", 0..<1),
    ]

    @Test(arguments: cases) func areFromTheFirstCellThatDiffersToTheLast(
        _ old: String, _ new: String, _ columns: Range<Int>?
    ) {
        let (old, new) = (frame(["", old, "same"]), frame(["", new, "same"]))
        #expect(new.changes(since: old) == (columns.map { [Stretch(row: 1, columns: $0)] } ?? []))
        #expect((new == old) == (columns == nil))
    }

    @Test func areEverythingWithoutAnEarlierFrameOfTheSameSize() {
        let new = frame(["a", "b"])
        let all = (0..<2).map { Stretch(row: $0, columns: 0..<12) }
        #expect(new.changes(since: nil) == all)
        #expect(new.changes(since: frame(["a", "b"], columns: 11)) == all)
        #expect(Frame(size: Size(rows: 2, columns: 0)).changes(since: nil).isEmpty)
    }

    @Test func doNotDependOnTheOrderInWhichClustersWereDrawn() {
        let lines = ["e\u{301} x", "o\u{302} y"]
        var turned = frame(["", lines[1]])
        turned.write(SafeText(lines[0]), at: Position(row: 0, column: 0), style: .plain)
        #expect(turned == frame(lines))
        #expect(turned != frame(lines.reversed()))
    }

    @Test func takeWideGraphemesAsAWhole() {
        let old = frame(["a\u{6F22}b"])
        var new = old
        new.restyle(Rect(row: 0, column: 1, rows: 1, columns: 1)) { _ in Style(attributes: .bold) }
        #expect(new.changes(since: old) == [Stretch(row: 0, columns: 1..<3)])
    }

    @Test func turnOneRandomFrameIntoAnother() {
        let words = ["online", "\u{6F22}\u{5B57}", "\u{E9}", "  ", "e\u{301}", "o\u{302}", "\u{2500}", "x"]
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = Seeded(seed)
        var old = frame(Array(repeating: "", count: 4), columns: 20)
        for _ in 0..<200 {
            var new = Bool.random(using: &generator) ? old : Frame(size: old.size)
            for _ in 0..<6 {
                new.write(
                    SafeText(words.randomElement(using: &generator) ?? ""),
                    at: Position(
                        row: .random(in: 0..<4, using: &generator), column: .random(in: -2..<20, using: &generator)),
                    style: Style(attributes: Attributes(rawValue: .random(in: 0...1, using: &generator))))
            }
            let changes = new.changes(since: old)
            for row in 0..<4 {
                var cells = old.row(row)
                for change in changes where change.row == row {
                    cells.replaceSubrange(change.columns, with: new.row(row)[change.columns])
                    #expect(new.row(row)[change.columns].reduce(0) { $0 + $1.width } == change.columns.count)
                }
                #expect(cells == new.row(row), "seed \(seed)")
            }
            old = new
        }
    }
}

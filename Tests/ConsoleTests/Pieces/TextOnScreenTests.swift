import Screen
import Testing

@testable import Console

@Suite struct TextOnScreenTests {
    private func text(_ output: String, width: Int = 20, height: Int = 4, wraps: Bool = false) -> OutputText {
        var text = OutputText()
        text.fit(width: width, height: height)
        text.take(Array(output.utf8))
        if wraps { text.toggleWrap() }
        return text
    }

    private func numbers(_ range: ClosedRange<Int>) -> String { range.map { "\($0)\n" }.joined() }

    @Test(arguments: [
        ("界界界", 4, ["界界", "界"]), ("a界界", 4, ["a界", "界"]), ("界", 1, ["界"]), ("", 4, [""]), ("abcd", 4, ["abcd"]),
        ("abcde", 4, ["abcd", "e"]), ("界界", 3, ["界", "界"]),
        ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ]) func foldsWithoutCuttingLetters(_ line: String, _ width: Int, _ rows: [String]) {
        #expect(SafeText(line).folded(width).map(\.plain) == rows)
    }

    @Test(arguments: 2...9) func foldingLosesNothing(_ width: Int) {
        let line = SafeText("disk full: 磁盘已满 👩‍👩‍👧 100% e\u{301} done")
        let rows = line.folded(width)
        #expect(rows.allSatisfy { $0.width <= width })
        #expect(rows.map(\.plain).joined() == line.plain)
    }

    @Test(arguments: [
        ("磁盘", "磁盘 满磁盘", [0..<4, 7..<11]), ("盘", "磁盘", [2..<4]),
        ("full", "磁盘 Full FULL full", [5..<9, 10..<14, 15..<19]),
        ("Full", "full Full", [5..<9]), ("aa", "aaaaa", [0..<2, 2..<4]), ("x", "", []), ("", "x", []),
        ("满磁", "满磁盘", [0..<4]),
    ]) func tellsTheColumnsOfWhatIsFound(_ pattern: String, _ line: String, _ columns: [Range<Int>]) {
        #expect(TextSearch(pattern).columns(in: SafeText(line)) == columns)
    }

    @Test func followsTheEndUntilSomebodyScrolls() {
        var text = text(numbers(1...10))
        #expect(text.first == 6 && text.follows)
        text.take(Array(numbers(1...20).utf8))
        #expect(text.first == 16)
        text.scroll(by: -1)
        #expect(text.first == 15 && !text.follows)
        text.take(Array(numbers(1...30).utf8))
        #expect(text.first == 15)
        text.scroll(by: .max)
        #expect(text.first == 26 && text.follows)
        text.scroll(by: .min)
        #expect(text.first == 0 && !text.follows)
        text.takeAnew(Array("x".utf8))
        #expect(text.first == 0 && text.follows)
    }

    @Test func goesRoundAllMatches() {
        var text = text("磁盘 a\nb\n磁盘 c\nd\ne\nf\n磁盘 g\n", height: 2)
        let isFound = text.search("磁盘")
        #expect(isFound && text.match == 6 && text.matchCount == 3)
        var seen: [Int?] = []
        for _ in 0..<4 {
            _ = text.nextMatch(forward: true)
            seen.append(text.match)
        }
        #expect(seen == [0, 2, 6, 0])
        _ = text.nextMatch(forward: false)
        #expect(text.match == 6)
        let isThere = text.search("nowhere")
        #expect(!isThere && text.match == nil && text.matchCount == 0)
    }

    @Test func findsTheRowOfAMatchWhenLinesWrap() {
        var text = text("0123456789磁盘\nend\n", width: 10, height: 1, wraps: true)
        let isFound = text.search("磁盘")
        #expect(isFound && text.rows.count == 3)
        #expect(text.match == 1 && text.first == 1)
    }

    @Test func slidesOnlyAsFarAsThereIsText() {
        var text = text(String(repeating: "界", count: 20) + "\n")
        text.slide(by: 100)
        #expect(text.shift == 32)
        text.slide(by: -100)
        #expect(text.shift == 0)
        text.toggleWrap()
        text.slide(by: 1)
        #expect(text.shift == 0)
    }
}

import Screen
import Testing

@testable import Console

/// What holds of every frame, whatever is on it.
enum FrameRules {
    static func check(_ frame: Frame, _ theme: Theme, _ glyphs: Glyphs, _ remark: String = "") {
        for problem in problems(frame, theme, glyphs) {
            Issue.record("\(problem) \(remark)\n\(frame.dump())")
        }
    }

    /// What is wrong with a frame, in words; empty when nothing is.
    static func problems(_ frame: Frame, _ theme: Theme, _ glyphs: Glyphs) -> [String] {
        var problems: [String] = []
        var activeBorders = 0
        // Where all corners are the same sign, nobody can tell where a box begins under a dialog.
        let hasCorners = glyphs.cornerTopLeft != glyphs.cornerTopRight
        for row in 0..<frame.size.rows {
            let cells = Array(frame.row(row))
            if cells.reduce(0, { $0 + $1.width }) != frame.size.columns {
                problems.append("row \(row) has a wrong width")
            }
            for (column, cell) in cells.enumerated() {
                let next = column + 1 < cells.count ? cells[column + 1].width : nil
                if cell.width == 2, next != 0 { problems.append("half of a wide letter at \(row),\(column)") }
                if cell.width == 0, column == 0 || cells[column - 1].width != 2 {
                    problems.append("another half of a wide letter at \(row),\(column)")
                }
                if !isShowable(cell.grapheme) { problems.append("something unprintable at \(row),\(column)") }
                if hasCorners, cell.grapheme == glyphs.cornerTopLeft.plain, cell.style == theme[.borderActive] {
                    activeBorders += 1
                }
            }
        }
        if activeBorders > 1 { problems.append("\(activeBorders) active borders") }
        if let cursor = frame.cursor {
            let isInside =
                (0..<frame.size.rows).contains(cursor.row) && (0..<frame.size.columns).contains(cursor.column)
            if !isInside { problems.append("the cursor is outside the screen") }
        }
        return problems
    }

    /// True for what can be sent to a terminal as it stands: no control, nothing invisible but what joins a cluster.
    static func isShowable(_ grapheme: String) -> Bool {
        if grapheme.utf8.count == 1, let byte = grapheme.utf8.first { return (0x20..<0x7F).contains(byte) }
        var isFirst = true
        for scalar in grapheme.unicodeScalars {
            defer { isFirst = false }
            if scalar == "\u{200D}", !isFirst { continue }
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                return false
            case .nonspacingMark, .enclosingMark: if isFirst { return false }
            default: break
            }
        }
        return grapheme.unicodeScalars.count <= 8
    }

    /// True when there is nothing but ASCII beside what people wrote in Chinese.
    static func isPlain(_ frame: Frame) -> Bool {
        frame.dump().unicodeScalars.allSatisfy { $0.isASCII || $0.value >= 0x2E80 }
    }
}

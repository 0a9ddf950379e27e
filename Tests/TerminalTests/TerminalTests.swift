import Screen
import Terminal
import Testing

/// ncurses is one for the whole process, so these run one after the other.
@Suite(.serialized) struct TerminalTests {}

extension Frame {
    /// Lines of plain text from the top.
    init(_ lines: [String], _ size: Size = Size(rows: 24, columns: 80), style: Style = .plain) {
        self.init(size: size)
        for (row, line) in lines.enumerated() {
            write(SafeText(line), at: Position(row: row, column: 0), style: style)
        }
    }
}

/// Text that is being typed, with its cursor.
public struct TextField: Equatable, Sendable {
    /// What was typed.
    public private(set) var letters: [Character]
    /// Before which letter the cursor is.
    public private(set) var cursor: Int
    /// More letters than this are not taken.
    let limit: Int

    /// A field with some text and the cursor behind it.
    public init(_ text: String = "", limit: Int = 4096) {
        letters = Array(text)
        cursor = letters.count
        self.limit = limit
    }

    /// What was typed.
    public var text: String { String(letters) }

    /// Puts text in at the cursor, as much of it as there is room for.
    public mutating func insert(_ text: String) {
        let room = max(0, limit - letters.count)
        let added = Array(text.prefix(room))
        letters.insert(contentsOf: added, at: cursor)
        cursor += added.count
    }

    /// Removes the letter before the cursor.
    public mutating func deleteBackward() {
        guard cursor > 0 else { return }
        cursor -= 1
        letters.remove(at: cursor)
    }

    /// Removes the letter at the cursor.
    public mutating func deleteForward() {
        guard cursor < letters.count else { return }
        letters.remove(at: cursor)
    }

    /// Removes everything before the cursor in its line.
    public mutating func deleteLine() {
        let start = lineStart
        letters.removeSubrange(start..<cursor)
        cursor = start
    }

    /// Removes everything from the cursor to the end of its line.
    public mutating func deleteToLineEnd() {
        let end = letters[cursor...].firstIndex(where: Self.isLineEnd) ?? letters.count
        letters.removeSubrange(cursor..<end)
    }

    /// Removes the word before the cursor.
    public mutating func deleteWord() {
        let start = cursor
        while cursor > 0, letters[cursor - 1] == " " { cursor -= 1 }
        while cursor > 0, !letters[cursor - 1].isWhitespace { cursor -= 1 }
        letters.removeSubrange(cursor..<start)
    }

    /// Moves the cursor by letters.
    public mutating func move(by count: Int) { cursor = max(0, min(cursor + count, letters.count)) }

    /// Moves the cursor to the beginning of its line.
    public mutating func moveToStart() { cursor = lineStart }

    /// Moves the cursor to the end of its line.
    public mutating func moveToEnd() { cursor = letters[cursor...].firstIndex(where: Self.isLineEnd) ?? letters.count }

    /// Moves the cursor by lines; false at the first or last line.
    public mutating func moveLine(by count: Int) -> Bool {
        let column = cursor - lineStart
        if count < 0 {
            guard lineStart > 0 else { return false }
            cursor = lineStart - 1
            let start = lineStart
            cursor = min(start + column, cursor)
            return true
        }
        guard let end = letters[cursor...].firstIndex(where: Self.isLineEnd) else { return false }
        let next = end + 1
        let nextEnd = letters[next...].firstIndex(where: Self.isLineEnd) ?? letters.count
        cursor = min(next + column, nextEnd)
        return true
    }

    /// A carriage return and a line feed are one letter.
    private static func isLineEnd(_ letter: Character) -> Bool { letter == "\n" || letter == "\r\n" }

    private var lineStart: Int { letters[..<cursor].lastIndex(where: Self.isLineEnd).map { $0 + 1 } ?? 0 }

    /// The lines, and where in them the cursor is.
    public var layout: (lines: [String], row: Int, column: Int) {
        let lines = letters.split(omittingEmptySubsequences: false, whereSeparator: Self.isLineEnd).map { String($0) }
        let row = letters[..<cursor].count(where: Self.isLineEnd)
        return (lines.isEmpty ? [""] : lines, row, cursor - lineStart)
    }
}

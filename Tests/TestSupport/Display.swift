public import Screen

/// The screen of a terminal, as far as the sequences go that `xterm-256color` promises. Everything else is kept in
/// `strange`, so that nothing gets by unseen.
public struct Display {
    private let rows: Int
    private let columns: Int
    /// What stands in each cell; nothing in the right half of a wide letter.
    public private(set) var cells: [[String]]
    /// Where the cursor is.
    public private(set) var cursor = (row: 0, column: 0)
    /// Whether the cursor is shown.
    public private(set) var isCursorVisible = true
    /// Whether the alternate screen is on.
    public private(set) var isAlternate = false
    /// Private modes that are set, such as 2004 for bracketed paste.
    public private(set) var modes: Set<String> = []
    /// Numbers of colours and attributes that were used.
    public private(set) var styles: Set<Int> = []
    /// What no terminal program of ours should send.
    public private(set) var strange: [String] = []
    private var region: ClosedRange<Int>
    private var isAtEnd = false
    private var rest: [Unicode.Scalar] = []
    private var last = " "

    /// An empty screen.
    public init(_ size: Size) {
        rows = size.rows
        columns = size.columns
        cells = Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
        region = 0...max(0, size.rows - 1)
    }

    /// The text without blanks at the ends of lines.
    public var text: String {
        cells.map { row in
            var line = row
            while line.last == " " { line.removeLast() }
            return line.joined()
        }.joined(separator: "\n")
    }

    /// Takes what a program writes.
    public mutating func take(_ bytes: [UInt8]) {
        rest += String(decoding: bytes, as: UTF8.self).unicodeScalars
        while let scalar = rest.first {
            let length = scalar == "\u{1B}" ? sequence() : plain(scalar)
            guard length > 0 else { return }
            rest.removeFirst(length)
        }
    }

    // MARK: - Letters

    private mutating func plain(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "\r": move(cursor.row, 0)
        case "\n": lineFeed()
        case "\u{8}": move(cursor.row, cursor.column - 1)
        case "\u{7}", "\u{E}", "\u{F}": strange.append("control \(scalar.value)")
        default:
            if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                strange.append("control \(scalar.value)")
            } else {
                put(String(scalar))
            }
        }
        return 1
    }

    private mutating func put(_ text: String) {
        let category = text.unicodeScalars.first?.properties.generalCategory
        if category == .nonspacingMark || category == .enclosingMark {
            let column = isAtEnd ? cursor.column : max(0, cursor.column - 1)
            let base = cells[cursor.row][column].isEmpty ? max(0, column - 1) : column
            cells[cursor.row][base] += text
            return
        }
        let width = SafeText(text).width
        if isAtEnd || cursor.column + width > columns {
            move(cursor.row, 0)
            lineFeed()
        }
        isAtEnd = false
        cells[cursor.row][cursor.column] = text
        if width == 2 { cells[cursor.row][cursor.column + 1] = "" }
        last = text
        if cursor.column + width >= columns {
            cursor.column = columns - 1
            isAtEnd = true
        } else {
            cursor.column += width
        }
    }

    private mutating func move(_ row: Int, _ column: Int) {
        cursor = (max(0, min(row, rows - 1)), max(0, min(column, columns - 1)))
        isAtEnd = false
    }

    private mutating func lineFeed() {
        if cursor.row == region.upperBound {
            scroll(from: region.lowerBound, by: 1)
        } else {
            move(cursor.row + 1, cursor.column)
        }
    }

    private mutating func scroll(from top: Int, by count: Int) {
        let blank = Array(repeating: " ", count: columns)
        let top = min(top, region.upperBound)
        for _ in 0..<min(abs(count), rows) {
            if count > 0 {
                cells.remove(at: top)
                cells.insert(blank, at: region.upperBound)
            } else {
                cells.remove(at: region.upperBound)
                cells.insert(blank, at: top)
            }
        }
    }

    // MARK: - Sequences

    /// How many scalars the sequence at the beginning has; 0 when the rest of it is still to come.
    private mutating func sequence() -> Int {
        guard rest.count > 1 else { return 0 }
        switch rest[1] {
        case "[":
            guard let end = rest.indices.dropFirst(2).first(where: { (0x40...0x7E).contains(rest[$0].value) }) else {
                return 0
            }
            var body = ""
            body.unicodeScalars.append(contentsOf: rest[2..<end])
            control(body, Character(rest[end]))
            return end + 1
        case "(", ")":
            return rest.count > 2 ? 3 : 0
        case "=", ">": return 2
        case "M":
            if cursor.row == region.lowerBound {
                scroll(from: region.lowerBound, by: -1)
            } else {
                move(cursor.row - 1, cursor.column)
            }
            return 2
        default:
            strange.append("escape \(rest[1])")
            return 2
        }
    }

    private mutating func control(_ body: String, _ final: Character) {
        if body.hasPrefix("?") { return mode(body.dropFirst(), final) }
        let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let first = numbers.first ?? 0
        let count = max(1, first)
        switch final {
        case "A": move(cursor.row - count, cursor.column)
        case "B": move(cursor.row + count, cursor.column)
        case "C": move(cursor.row, cursor.column + count)
        case "D": move(cursor.row, cursor.column - count)
        case "G": move(cursor.row, count - 1)
        case "d": move(count - 1, cursor.column)
        case "H": move(count - 1, max(1, numbers.dropFirst().first ?? 1) - 1)
        case "J":
            erase(first == 2 ? 0..<rows : (cursor.row + (first == 0 ? 1 : 0))..<rows, line: first == 2 ? nil : first)
        case "K": erase(0..<0, line: first)
        case "X": blank(cursor.column..<min(columns, cursor.column + count))
        case "P": shift(by: count)
        case "@": shift(by: -count)
        case "L": scroll(from: cursor.row, by: -count)
        case "M": scroll(from: cursor.row, by: count)
        case "S": scroll(from: region.lowerBound, by: count)
        case "T": scroll(from: region.lowerBound, by: -count)
        case "b": for _ in 0..<count { put(last) }
        case "r":
            // What was meant for a larger screen may come when this one is smaller.
            let last = rows - 1
            let top = min(max(0, (numbers.first ?? 1) - 1), last)
            region = numbers.count == 2 ? top...max(top, min(numbers[1] - 1, last)) : 0...last
            move(0, 0)
        case "m": styles.formUnion(numbers)
        case "l" where first == 4, "h" where first == 4, "t": break
        default: strange.append("[\(body)\(final)")
        }
    }

    private mutating func mode(_ numbers: Substring, _ final: Character) {
        for number in numbers.split(separator: ";").map(String.init) {
            if final == "h" { modes.insert(number) } else { modes.remove(number) }
            if number == "25" { isCursorVisible = final == "h" }
            if number == "1049" { isAlternate = final == "h" }
        }
    }

    private mutating func erase(_ whole: Range<Int>, line: Int?) {
        for row in whole where row < rows { cells[row] = Array(repeating: " ", count: columns) }
        switch line {
        case 0: blank(cursor.column..<columns)
        case 1: blank(0..<(cursor.column + 1))
        case 2: blank(0..<columns)
        default: break
        }
    }

    private mutating func blank(_ range: Range<Int>) { for column in range { cells[cursor.row][column] = " " } }

    /// Takes letters out at the cursor, or puts blanks in there.
    private mutating func shift(by count: Int) {
        for _ in 0..<min(abs(count), columns) {
            if count > 0 {
                cells[cursor.row].remove(at: cursor.column)
                cells[cursor.row].append(" ")
            } else {
                cells[cursor.row].insert(" ", at: cursor.column)
                cells[cursor.row].removeLast()
            }
        }
    }
}

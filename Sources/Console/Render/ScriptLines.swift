import Screen

/// A script as it is shown before it is sent: every line of it, none cut, nothing acted upon.
struct ScriptLines {
    /// A row: pieces of text beside each other.
    typealias Row = [(text: SafeText, role: Role)]

    /// The rows, with the number of the line before its first one.
    private(set) var rows: [Row] = []
    /// How many lines the script has.
    private(set) var count = 0
    private let room: Int
    private let digits: Int

    /// Lines that are wider than `width` go on in the next row without a number.
    init(_ script: RenderedScript, width: Int) {
        let lines = Self.lines(script)
        digits = String(lines.count).count
        room = max(1, width - digits - 2)
        count = lines.count
        for (index, line) in lines.enumerated() { add(line, number: index + 1) }
    }

    /// The pieces of each line.
    private static func lines(_ script: RenderedScript) -> [[(String, Role)]] {
        var lines: [[(String, Role)]] = [[]]
        for piece in script.pieces {
            let text = piece.origin == .secret ? RenderedScript.mask : piece.text
            let role: Role = piece.origin == .script ? .code : .codePlaceholder
            for (index, part) in RenderedScript.lines(text).enumerated() {
                if index > 0 { lines.append([]) }
                if !part.isEmpty { lines[lines.count - 1].append((part, role)) }
            }
        }
        if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private mutating func add(_ line: [(String, Role)], number: Int) {
        let text = String(number)
        var row: Row = [(SafeText(String(repeating: " ", count: digits - text.count) + text + "  "), .muted)]
        var used = 0
        for (part, role) in line {
            var rest = SafeText(part.replacing("\t", with: "    "))
            while !rest.isEmpty {
                let head = rest.prefix(width: room - used)
                if head.isEmpty {
                    // One that is wider than a whole row would never end.
                    guard used > 0 else { break }
                    rows.append(row)
                    row = [(SafeText(String(repeating: " ", count: digits + 2)), .muted)]
                    used = 0
                    continue
                }
                row.append((head, role))
                used += head.width
                rest = rest.dropping(width: head.width)
            }
        }
        rows.append(row)
    }
}

extension Canvas {
    /// Writes the pieces of a row beside each other.
    mutating func write(_ pieces: ScriptLines.Row, row: Int, column: Int, width: Int) {
        var used = 0
        for (text, role) in pieces where used < width {
            used += write(text, row: row, column: column + used, width: width - used, as: role)
        }
    }
}

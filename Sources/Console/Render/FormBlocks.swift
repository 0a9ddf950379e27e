import CloudAssistant
import Screen

/// One part of a form on the screen.
enum FormBlock: Equatable {
    /// What it will run on.
    case targets
    /// A field.
    case place(Form.Place)
    /// What the field under the cursor is for.
    case help
    /// Why it was refused, right below the field that it is about.
    case error
}

/// Which rows each part of a form has; longer forms than there is room for are scrolled to the cursor.
struct FormBlocks {
    /// The parts with their first row, which may be above or below what is in sight, and their number of rows.
    let blocks: [(block: FormBlock, row: Int, rows: Int)]
    /// True when something is above or below what is in sight.
    let isCut: (above: Bool, below: Bool)

    /// `error` and `help` are the rows that they need.
    init(_ form: Form, error: Int, help: Int, rows room: Int) {
        var parts: [(block: FormBlock, rows: Int)] = room >= 5 ? [(.targets, 1)] : []
        if form.error != nil, form.errorPlace == nil { parts.append((.error, error)) }
        for place in form.places {
            parts.append((.place(place), 1))
            if form.error != nil, form.errorPlace == place { parts.append((.error, error)) }
            if place == form.place, help > 0 { parts.append((.help, help)) }
        }
        // The script takes what the others leave.
        let rest = room - parts.reduce(0) { $0 + $1.rows }
        for index in parts.indices where parts[index].block == .place(.content) {
            parts[index].rows = max(max(1, min(3, room - 2)), min(14, rest + 1))
        }
        let scroll = Self.scroll(parts, to: form.place, rows: room)
        var row = -scroll
        var blocks: [(FormBlock, Int, Int)] = []
        for part in parts {
            blocks.append((part.block, row, part.rows))
            row += part.rows
        }
        self.blocks = blocks
        isCut = (scroll > 0, row > room)
    }

    /// By how many rows to scroll so that the field with the cursor, and what stands below it, are in sight.
    private static func scroll(_ parts: [(block: FormBlock, rows: Int)], to place: Form.Place, rows room: Int) -> Int {
        var start = 0
        for (index, part) in parts.enumerated() {
            guard part.block == .place(place) else {
                start += part.rows
                continue
            }
            let below = parts[(index + 1)...].prefix { $0.block == .error || $0.block == .help }
            let end = start + part.rows + below.reduce(0) { $0 + $1.rows }
            return max(0, min(start, end - room))
        }
        return 0
    }
}

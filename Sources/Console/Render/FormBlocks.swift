import CloudAssistant
import Screen

/// One part of a form on the screen.
enum FormBlock: Equatable {
    /// What it will run on.
    case targets
    /// The targets that commands do not reach now.
    case notReady
    /// What the command is for.
    case summary
    /// A field.
    case place(Form.Place)
    /// Why it was refused, right below the field that it is about.
    case error
    /// The script of a kept command.
    case script
}

/// Which rows each part of a form has; longer forms than there is room for are scrolled to the cursor.
struct FormBlocks {
    /// The parts with their first row, which may be above or below what is in sight, and their number of rows.
    let blocks: [(block: FormBlock, row: Int, rows: Int)]
    /// True when something is above or below what is in sight.
    let isCut: (above: Bool, below: Bool)

    init(_ form: Form, error: Int, rows room: Int) {
        var parts: [(block: FormBlock, rows: Int)] = [(.targets, 1)]
        if !form.unready.isEmpty { parts.append((.notReady, 1)) }
        if form.command != nil { parts.append((.summary, 1)) }
        if form.error != nil, form.errorPlace == nil { parts.append((.error, error)) }
        for place in form.places where place != .cancel && place != .preview {
            parts.append((.place(place), 1))
            if form.error != nil, form.errorPlace == place { parts.append((.error, error)) }
        }
        if form.command != nil { parts.append((.script, 1)) }
        // The script takes what the others leave.
        let rest = room - parts.reduce(0) { $0 + $1.rows }
        for index in parts.indices {
            if parts[index].block == .place(.content) { parts[index].rows = max(min(3, room), min(12, rest + 1)) }
            if parts[index].block == .script { parts[index].rows = max(0, rest + 1) }
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

    /// By how many rows to scroll so that the field with the cursor, and an error below it, are in sight.
    private static func scroll(_ parts: [(block: FormBlock, rows: Int)], to place: Form.Place, rows room: Int) -> Int {
        var start = 0
        var end = 0
        for (index, part) in parts.enumerated() {
            end += part.rows
            if part.block == .place(place) {
                if parts.indices.contains(index + 1), parts[index + 1].block == .error { end += parts[index + 1].rows }
                return max(0, min(start, end - room))
            }
            start = end
        }
        return 0
    }
}

import CNcurses
import Screen

/// Writes rows of cells with their colours.
struct Painter {
    private struct Pair: Hashable {
        let foreground: Int32
        let background: Int32
    }

    let depth: ColorDepth
    private var pairs: [Pair: Int32] = [:]

    /// With `usesColor` false, or where the terminal has none, colours are left out.
    init(usesColor: Bool) {
        guard usesColor, has_colors() else {
            depth = .mono
            return
        }
        start_color()
        use_default_colors()
        depth = ColorDepth(colors: Int(nc_colors()))
    }

    mutating func write(_ cells: ArraySlice<Cell>, row: Int) {
        var line: [cchar_t] = []
        line.reserveCapacity(cells.count)
        var style: Style?
        var attributes: attr_t = 0
        var pair: Int32 = 0
        for cell in cells where cell.width > 0 {
            if cell.style != style {
                style = cell.style
                attributes = Self.attributes(cell.style.attributes)
                pair = self.pair(cell.style)
            }
            Self.append(cell, attributes, pair, to: &line)
        }
        nc_write_row(Int32(clamping: row), line, Int32(clamping: line.count))
    }

    /// Adds what ncurses draws in as many columns as the cell has: its base and the marks on it. What it cannot draw, or
    /// would draw with another width, becomes a sign for that: a row must never shift.
    private static func append(_ cell: Cell, _ attributes: attr_t, _ pair: Int32, to line: inout [cchar_t]) {
        if let letter = cell.grapheme.utf8.first, letter < 0x7f, cell.grapheme.utf8.count == 1 {
            line.append(nc_letter(wchar_t(letter), attributes, pair))
            return
        }
        let scalars = cell.grapheme.unicodeScalars
        let base = scalars.first.map { wchar_t(bitPattern: $0.value) } ?? 0x20
        var width = Int(nc_width(base))
        var text = [base]
        if width < 1 || width > cell.width {
            (text, width) = ([0xfffd], 1)
        } else {
            let marks = scalars.dropFirst().map { wchar_t(bitPattern: $0.value) }
            // Joiners and what they join are left out: terminals would join the next cell too.
            text += marks.prefix { nc_width($0) == 0 && $0 != 0x200d && !(0xfe00...0xfe0f).contains($0) }.prefix(4)
        }
        line.append(nc_cell(text + [0], attributes, pair))
        while width < cell.width {
            line.append(nc_cell([0x20, 0], attributes, pair))
            width += 1
        }
    }

    private static func attributes(_ set: Attributes) -> attr_t {
        var bits: attr_t = 0
        if set.contains(.bold) { bits |= nc_bold }
        if set.contains(.dim) { bits |= nc_dim }
        if set.contains(.italic) { bits |= nc_italic }
        if set.contains(.underline) { bits |= nc_underline }
        if set.contains(.reverse) { bits |= nc_reverse }
        return bits
    }

    private mutating func pair(_ style: Style) -> Int32 {
        guard depth > .mono else { return 0 }
        let wanted = Pair(foreground: index(style.foreground), background: index(style.background))
        if wanted == Pair(foreground: -1, background: -1) { return 0 }
        if let known = pairs[wanted] { return known }
        let made = max(0, alloc_pair(wanted.foreground, wanted.background))
        pairs[wanted] = made
        return made
    }

    /// The terminal's number for a colour: itself, or the nearest that it has.
    private func index(_ color: Color) -> Int32 {
        switch Palette.nearest(color, in: depth) {
        case .standard: -1
        case .indexed(let number): Int32(number)
        // Where any colour can be had, its number is its parts; the first eight stand for those of the palette.
        case .rgb(0, 0, ..<8): 0
        case .rgb(let red, let green, let blue): Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
        }
    }
}

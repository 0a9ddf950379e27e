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
    private var looks: [PackedStyle: cchar_t] = [:]
    /// Kept for its memory only.
    private var line: [cchar_t] = []

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

    /// Writes a part of a row, which must not begin or end within a wide grapheme.
    mutating func write(_ stretch: Stretch, of frame: Frame) {
        line.removeAll(keepingCapacity: true)
        var style: PackedStyle?
        var look = cchar_t()
        let row = frame.packedRow(stretch.row)
        for cell in row[(row.startIndex + stretch.columns.lowerBound)..<(row.startIndex + stretch.columns.upperBound)]
        where cell.width > 0 {
            if cell.style != style {
                style = cell.style
                look = self.look(cell.style)
            }
            if let letter = cell.scalar, letter.value < 0x7f {
                line.append(nc_letter(look, wchar_t(letter.value)))
            } else {
                append(frame.scalars(of: cell), columns: Int(cell.width), look)
            }
        }
        nc_write_row(
            Int32(clamping: stretch.row), Int32(clamping: stretch.columns.lowerBound), line, Int32(clamping: line.count)
        )
    }

    /// Adds what ncurses draws in as many columns as the cell has: its base and the marks on it. What it cannot draw, or
    /// would draw with another width, becomes a sign for that: a row must never shift.
    private mutating func append(_ scalars: [Unicode.Scalar], columns: Int, _ look: cchar_t) {
        let base = scalars.first.map { wchar_t(bitPattern: $0.value) } ?? 0x20
        var width = Int(nc_width(base))
        if width < 1 || width > columns {
            line.append(nc_letter(look, 0xfffd))
            width = 1
        } else if scalars.count == 1 {
            line.append(nc_letter(look, base))
        } else {
            let marks = scalars.dropFirst().map { wchar_t(bitPattern: $0.value) }
            // Joiners and what they join are left out: terminals would join the next cell too.
            let shown = marks.prefix { nc_width($0) == 0 && $0 != 0x200d && !(0xfe00...0xfe0f).contains($0) }.prefix(4)
            line.append(nc_cell(look, [base] + shown + [0]))
        }
        while width < columns {
            line.append(nc_letter(look, 0x20))
            width += 1
        }
    }

    /// A blank in a style, which other letters are made of.
    private mutating func look(_ packed: PackedStyle) -> cchar_t {
        if let known = looks[packed] { return known }
        let style = packed.style
        let look = nc_blank(Self.attributes(style.attributes), pair(style))
        looks[packed] = look
        return look
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

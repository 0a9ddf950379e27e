extension SafeText {
    /// The output of a program as lines for the screen, without its escape sequences.
    public static func lines(bytes: some Sequence<UInt8>, tabWidth: Int = 8) -> [SafeText] {
        let bytes = Array(bytes)
        var lines: [SafeText] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            lines.append(line(rest[..<end], tabWidth: tabWidth))
            rest = rest[(end + 1)...]
        }
        let last = line(rest, tabWidth: tabWidth)
        if !last.isEmpty { lines.append(last) }
        return lines
    }

    private static func line(_ bytes: ArraySlice<UInt8>, tabWidth: Int) -> SafeText {
        let bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
        let text = String(decoding: bytes, as: UTF8.self)
        if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            return SafeText(text).truncated(to: OutputLine.widest, ellipsis: SafeText("\u{2026}"))
        }
        var line = OutputLine(tabWidth: tabWidth)
        for scalar in text.unicodeScalars { line.push(scalar) }
        return line.finish()
    }
}

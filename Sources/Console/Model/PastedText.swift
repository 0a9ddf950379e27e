/// Cuts a pasted text into what may be names.
enum PastedText {
    /// The sizes of the pieces.
    enum Level {
        case line
        case cell
        case word
        case piece

        var next: Level? {
            switch self {
            case .line: .cell
            case .cell: .word
            case .word: .piece
            case .piece: nil
            }
        }
    }

    private static let closers: Set<Unicode.Scalar> = [
        "\t", ",", ";", "\"", "'", "`", "[", "]", "{", "}", "(", ")", "<", ">", "|", "，", "、", "；", "（", "）", "【", "】",
        "「", "」", "“", "”", "‘", "’", "《", "》",
    ]

    /// The parts of a part, without what stands around them and without empty ones.
    static func parts(_ text: Substring, _ level: Level) -> [Substring] {
        text.unicodeScalars.split { isSeparator($0, level) }.map { trimmed(Substring($0)) }.filter { !$0.isEmpty }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar, _ level: Level) -> Bool {
        switch level {
        case .line: scalar == "\n" || scalar == "\r"
        case .cell: closers.contains(scalar)
        case .word: scalar.properties.isWhitespace || scalar == "=" || scalar == "：" || isInvisible(scalar)
        case .piece: scalar == ":" || scalar == "/" || scalar == "@"
        }
    }

    /// Chats and terminals leave signs that nobody sees.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control
    }

    /// Without blanks and the signs that end a sentence or begin an item of a list.
    static func trimmed(_ text: Substring) -> Substring {
        let scalars = text.unicodeScalars
        func isAround(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || isInvisible(scalar) || ".:!?*-•。：！？".unicodeScalars.contains(scalar)
        }
        guard let start = scalars.firstIndex(where: { !isAround($0) }),
            let end = scalars.lastIndex(where: { !isAround($0) })
        else { return "" }
        return Substring(scalars[start...end])
    }

    /// Everything in some lines that may be a name, as it is compared.
    static func candidates(_ lines: [Substring]) -> Set<String> {
        var candidates: Set<String> = []
        func add(_ part: Substring, _ level: Level) {
            candidates.insert(part.lowercased())
            guard let next = level.next else { return }
            for smaller in parts(part, next) { add(smaller, next) }
        }
        for line in lines { add(line, .line) }
        return candidates
    }
}

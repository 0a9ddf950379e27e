extension Glyphs {
    /// The names of the signs that a theme may replace. Lines and corners are not among them: they fit together.
    public static var signNames: [String] { signs.map(\.name) }

    private static var signs: [(name: String, path: WritableKeyPath<Glyphs, SafeText>)] {
        [
            ("bullet", \.bullet), ("pending", \.pending), ("running", \.running), ("ok", \.success),
            ("failed", \.failed), ("stopped", \.stopped), ("scheduled", \.scheduled), ("timeout", \.timeout),
            ("interrupted", \.interrupted), ("partial", \.partial), ("undelivered", \.undelivered),
            ("ellipsis", \.ellipsis), ("arrow", \.arrowRight),
            ("pointer", \.pointer), ("unfolded", \.pointerDown), ("marked", \.marked), ("unmarked", \.unmarked),
        ]
    }

    /// The same glyphs with some signs replaced. A sign that is not one column wide, or that has no such name, is left
    /// out: it would shift whatever stands behind it.
    public func replacing(_ replacements: [String: SafeText]) -> Glyphs {
        var glyphs = self
        for (name, path) in Self.signs {
            guard let sign = replacements[name], Self.isSign(sign) else { continue }
            glyphs[keyPath: path] = sign
        }
        return glyphs
    }

    /// True for what fits in one cell and can be shown.
    public static func isSign(_ text: SafeText) -> Bool {
        text.width == 1 && !text.plain.unicodeScalars.contains("\u{FFFD}") && text.plain != " "
    }
}

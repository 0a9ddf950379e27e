public import Screen

extension Theme.Variant {
    /// The kind of a terminal's own background as some terminals tell it, in the environment's `COLORFGBG`: numbers of the
    /// sixteen colours, of which the last one is the background's. nil where nothing is told.
    public init?(colorfgbg: String?) {
        guard let last = colorfgbg?.split(separator: ";").last, let number = UInt8(last), number < 16 else {
            return nil
        }
        self = number == 7 || number > 8 ? .light : .dark
    }
}

extension Theme {
    /// The theme as it is best drawn on a terminal.
    ///
    /// A theme's background is painted, because its colours were chosen for it. A terminal that does not erase with it
    /// (tmux, screen) is sent every blank then, about half as many bytes again. So there the background is left out when
    /// the terminal tells that its `own` is of the same kind, and the colours can be read on the darkest or lightest such.
    public func fitted(to depth: ColorDepth, erasesInColor: Bool, own: Variant?) -> Theme {
        let resolved = resolved(for: depth)
        guard !erasesInColor, let variant, variant == own else { return resolved }
        let bare = resolved.withoutBackground
        return bare.isReadable(on: variant == .dark ? .rgb(0, 0, 0) : .rgb(255, 255, 255)) ? bare : resolved
    }

    private func isReadable(on ground: Color) -> Bool {
        ([.text] + ThemeReview.states).allSatisfy { role in
            let style = self[role]
            let background = style.background == .standard ? ground : style.background
            guard let contrast = Contrast.between(style.foreground, background) else { return true }
            return contrast >= (role == .text ? 4.5 : 3)
        }
    }
}

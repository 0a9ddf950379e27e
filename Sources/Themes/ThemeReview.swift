public import Screen

/// What can be said of a theme by measuring it.
public enum ThemeReview {
    /// The states that are told apart by their looks.
    static let states: [Role] = [
        .stateSuccess, .stateRunning, .warning, .stateFailed, .stateTimeout, .stateSkipped, .stateStopped,
        .stateUnknown,
    ]
    /// Those of them that nobody may ever mistake for each other.
    private static let gravest: [Role] = [.stateSuccess, .stateRunning, .warning, .stateFailed]
    private static let depths: [ColorDepth] = [.direct, .colors256, .colors16]

    /// What is missing from a theme, too faint in it, or the same with few colours.
    public static func problems(of theme: Theme) -> [ThemeWarning.Problem] {
        missing(theme) + faint(theme) + alike(theme)
    }

    private static func missing(_ theme: Theme) -> [ThemeWarning.Problem] {
        Role.core.filter { theme.rules.roles[$0] == nil }.map { .missingRole($0) }
    }

    /// Text needs a contrast of 4.5. States need 3, or to be bold and reversed.
    private static func faint(_ theme: Theme) -> [ThemeWarning.Problem] {
        ([.text] + states).compactMap { role in
            let style = theme[role]
            let needed = role == .text ? 4.5 : 3
            guard let contrast = Contrast.between(style.foreground, style.background), contrast < needed else {
                return nil
            }
            if role != .text, style.attributes.isSuperset(of: [.bold, .reverse]) { return nil }
            return .lowContrast(role, tenths: Int(contrast * 10), needed: Int(needed * 10))
        }
    }

    private static func alike(_ theme: Theme) -> [ThemeWarning.Problem] {
        var problems: [ThemeWarning.Problem] = []
        for depth in depths {
            let looks = gravest.map { look(theme.resolved(for: depth)[$0], depth) }
            for (index, look) in looks.enumerated() {
                for other in looks.indices.dropFirst(index + 1) where looks[other] == look {
                    problems.append(.alike(gravest[index], gravest[other], depth))
                }
            }
        }
        return problems
    }

    private static func look(_ style: Style, _ depth: ColorDepth) -> Style {
        Style(
            foreground: Palette.nearest(style.foreground, in: depth),
            background: Palette.nearest(style.background, in: depth), attributes: style.attributes)
    }
}

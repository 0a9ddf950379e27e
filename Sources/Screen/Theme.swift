/// What every role of the screen looks like.
public struct Theme: Hashable, Sendable {
    /// The name by which the user chooses the theme.
    public let name: String
    private let styles: [Role: Style]

    /// Makes a theme, where roles left out look like those they fall back to.
    public init(name: String, styles: [Role: Style]) {
        self.name = name
        self.styles = styles
    }

    /// The style of a role, or of the nearest one it falls back to that has a style.
    public subscript(role: Role) -> Style {
        var next: Role? = role
        while let current = next {
            if let style = styles[current] { return style }
            next = current.fallback
        }
        return .plain
    }
}

/// What every role of the screen looks like.
public struct Theme: Hashable, Sendable {
    /// The kind of background that a theme is made for.
    public enum Variant: String, Hashable, Sendable, CaseIterable {
        /// Light text on a dark ground.
        case dark
        /// Dark text on a light ground.
        case light
    }

    /// What a theme says, before anything falls back.
    public struct Rules: Hashable, Sendable {
        /// The styles at any depth of colour.
        public var roles: [Role: PartialStyle]
        /// What is different where there are 16 colours or 8.
        public var ansi16: [Role: PartialStyle]
        /// What is different where there are 256 colours.
        public var colors256: [Role: PartialStyle]

        /// Makes rules, where roles left out look like those they fall back to.
        public init(
            roles: [Role: PartialStyle], ansi16: [Role: PartialStyle] = [:], colors256: [Role: PartialStyle] = [:]
        ) {
            self.roles = roles
            self.ansi16 = ansi16
            self.colors256 = colors256
        }

        /// What holds at one depth.
        func roles(for depth: ColorDepth) -> [Role: PartialStyle] {
            switch depth {
            case .mono, .direct: roles
            case .colors8, .colors16: ansi16.merging(roles) { $0.completed(by: $1) }
            case .colors256: colors256.merging(roles) { $0.completed(by: $1) }
            }
        }
    }

    /// The name by which the user chooses the theme.
    public let name: String
    /// The background that the theme is made for; nil when it fits any.
    public let variant: Variant?
    /// What the theme says.
    public let rules: Rules
    /// Signs of the theme's own by their names, see `Glyphs.replacing(_:)`.
    public let signs: [String: SafeText]
    /// The style of each role in the order of the roles, so that a look-up costs next to nothing.
    private var styles: [Style]

    /// Makes a theme; it looks as on a terminal that shows any colour until it is resolved for another depth.
    public init(name: String, variant: Variant? = nil, rules: Rules, signs: [String: SafeText] = [:]) {
        self.name = name
        self.variant = variant
        self.rules = rules
        self.signs = signs
        styles = Self.styles(rules.roles)
    }

    /// The style of a role.
    public subscript(role: Role) -> Style { styles[role.rawValue] }

    /// The theme as it is meant for a terminal of this depth. Without colours every theme looks like `mono`: one that
    /// sets things apart by colour alone could not be read.
    public func resolved(for depth: ColorDepth) -> Theme {
        var theme = self
        theme.styles = depth == .mono ? Self.mono.styles : Self.styles(rules.roles(for: depth))
        return theme
    }

    /// The theme without the background of plain text: the terminal's own shows in its place. Other backgrounds, such as
    /// a selection's, stay.
    public var withoutBackground: Theme {
        var theme = self
        let plain = self[.text].background
        for index in styles.indices where styles[index].background == plain {
            theme.styles[index].background = .standard
        }
        return theme
    }

    private static func styles(_ rules: [Role: PartialStyle]) -> [Style] {
        Role.allCases.map { role in
            let style = completed(role, rules)
            return Style(
                foreground: style.foreground ?? .standard, background: style.background ?? .standard,
                attributes: style.attributes ?? [])
        }
    }

    /// A role's style with what it leaves out taken from the roles that it falls back to, each part for itself.
    private static func completed(_ role: Role, _ rules: [Role: PartialStyle]) -> PartialStyle {
        guard let fallback = role.fallback else { return rules[role] ?? PartialStyle() }
        var inherited = completed(fallback, rules)
        guard let own = rules[role] else {
            inherited.attributes = (inherited.attributes ?? []).union(role.emphasis)
            return inherited
        }
        return own.completed(by: inherited)
    }
}

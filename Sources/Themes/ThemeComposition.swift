import Screen
import Settings

/// Makes a theme of a file and of those that it adds to.
struct ThemeComposition {
    private(set) var rules: Theme.Rules
    private(set) var warnings: [ThemeWarning] = []
    private let palette: [String: Color]
    private let variant: Theme.Variant?
    private let signs: [String: SafeText]

    /// Files from the first ancestor to the theme itself; `base` is what the first one adds to. A name of the palette means
    /// what the last file says, in the roles of its ancestors too.
    init(_ files: [ThemeFile], base: Theme?) {
        rules = base?.rules ?? Theme.Rules(roles: [:])
        palette = files.reduce(into: [:]) { all, file in all.merge(file.palette) { $1 } }
        signs = files.reduce(into: [:]) { all, file in all.merge(file.signs) { $1 } }
        variant = files.last { $0.variant != nil }?.variant ?? base?.variant
        for file in files {
            warnings += file.warnings
            add(file)
        }
    }

    func theme(named name: String) -> Theme { Theme(name: name, variant: variant, rules: rules, signs: signs) }

    private mutating func add(_ file: ThemeFile) {
        for (role, words) in file.sections[.roles] ?? [:] {
            let style = style(words, "roles.\(role.name)", file)
            // What an ancestor said for fewer colours was said of a colour that is gone now.
            rules.ansi16[role]?.remove(style)
            rules.colors256[role]?.remove(style)
            rules.roles[role] = style.completed(by: rules.roles[role] ?? PartialStyle())
        }
        for (role, words) in file.sections[.ansi16] ?? [:] {
            let style = style(words, "ansi16.\(role.name)", file, prefersTerminal: true)
            rules.ansi16[role] = style.completed(by: rules.ansi16[role] ?? PartialStyle())
        }
        for (role, words) in file.sections[.colors256] ?? [:] {
            let style = style(words, "colors256.\(role.name)", file)
            rules.colors256[role] = style.completed(by: rules.colors256[role] ?? PartialStyle())
        }
        warnings.sort { ($0.path ?? "", $0.line ?? .max) < ($1.path ?? "", $1.line ?? .max) }
    }

    private mutating func style(
        _ words: ThemeFile.StyleWords, _ key: String, _ file: ThemeFile, prefersTerminal: Bool = false
    ) -> PartialStyle {
        func color(_ word: ColorWord?, _ part: String) -> Color? {
            guard let word else { return nil }
            if let color = word.color(in: palette, prefersTerminal: prefersTerminal) { return color }
            if case .name(let name) = word { warn(name, "\(key).\(part)", file) }
            return nil
        }
        return PartialStyle(
            foreground: color(words.foreground, "fg"), background: color(words.background, "bg"),
            attributes: words.attributes)
    }

    private mutating func warn(_ color: String, _ key: String, _ file: ThemeFile) {
        let names = palette.keys.sorted() + ColorWord.terminalColors.keys.sorted()
        warnings.append(
            ThemeWarning(
                path: file.document.path, line: file.document.line(of: key),
                problem: .unknownColor(color, at: key, nearest: NearestName.of(color, among: names))))
    }
}

extension PartialStyle {
    /// Forgets the parts of which another style says something.
    fileprivate mutating func remove(_ other: PartialStyle) {
        if other.foreground != nil { foreground = nil }
        if other.background != nil { background = nil }
        if other.attributes != nil { attributes = nil }
    }
}

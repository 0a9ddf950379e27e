import Screen
import Settings

/// What stands in one theme file, before its parent and its colours' names are looked up.
struct ThemeFile {
    /// Which colours a part of the file is for.
    enum Section: String, CaseIterable {
        case roles, ansi16, colors256
    }

    /// What a file says of one role.
    struct StyleWords {
        var foreground: ColorWord?
        var background: ColorWord?
        var attributes: Attributes?
    }

    let document: SettingsDocument
    var variant: Theme.Variant?
    /// The name of the theme that this one adds to.
    var parent: String?
    var palette: [String: Color] = [:]
    var sections: [Section: [Role: StyleWords]] = [:]
    var signs: [String: SafeText] = [:]
    var warnings: [ThemeWarning] = []

    mutating func warn(_ key: String, _ problem: ThemeWarning.Problem) {
        warnings.append(ThemeWarning(path: document.path, line: document.line(of: key), problem: problem))
    }
}

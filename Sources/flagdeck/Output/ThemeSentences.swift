import CloudAssistant
import Screen
import Settings
import Themes

/// The words for what is wrong with a theme, in both languages.
enum ThemeSentences {
    /// Why there is no such theme, and what to do.
    static func lines(_ error: ThemeError, _ language: Language) -> [String] {
        if case .file(let error) = error { return SettingsSentences.lines(error, language) }
        let fix = LocalizedText(
            english: "flagdeck themes lists them; --check FILE looks at one.",
            chinese: "可用 flagdeck themes 列出所有主题；用 --check 文件 检查主题文件。")
        return ["flagdeck: " + what(error)[language], "  " + fix[language]]
    }

    /// A warning in one line: what was passed over, and where.
    static func line(_ warning: ThemeWarning, _ language: Language) -> String {
        let place = warning.path.map { path in warning.line.map { "\(path):\($0): " } ?? "\(path): " } ?? ""
        return place + what(warning.problem)[language]
    }

    /// Why there is no such theme.
    static func what(_ error: ThemeError) -> LocalizedText {
        switch error {
        case .unknown(let name, let known):
            .init(
                english: "There is no theme \(name). There are \(known.joined(separator: ", ")).",
                chinese: "没有名为 \(name) 的主题。现有：\(known.joined(separator: "、"))。")
        case .unknownParent(let parent, let child, let known):
            .init(
                english: "The theme \(child) inherits \(parent), which there is not. There are "
                    + "\(known.joined(separator: ", ")).",
                chinese: "主题 \(child) 继承的 \(parent) 不存在。现有：\(known.joined(separator: "、"))。")
        case .cycle(let names):
            .init(
                english: "Themes inherit each other in a circle: \(names.joined(separator: ", ")).",
                chinese: "主题循环继承：\(names.joined(separator: "、"))。")
        case .file(let error):
            .init(
                english: SettingsSentences.line(SettingsWarning(error), .english),
                chinese: SettingsSentences.line(SettingsWarning(error), .chinese))
        }
    }

    private static func what(_ problem: ThemeWarning.Problem) -> LocalizedText {
        switch problem {
        case .unknownKey(let key, let nearest): unknown("the key \(key)", "键 \(key)", nearest)
        case .unknownRole(let name, let nearest): unknown("the role \(name)", "角色 \(name)", nearest)
        case .unknownSign(let name, let nearest): unknown("the sign \(name)", "符号 \(name)", nearest)
        case .unknownColor(let color, let key, let nearest):
            unknown("\(key): the colour \(color)", "\(key)：颜色 \(color)", nearest)
        case .unknownAttribute(let name, let key, let nearest):
            unknown("\(key): the attribute \(name)", "\(key)：属性 \(name)", nearest)
        case .badValue(let key, let rule):
            .init(
                english: "\(key) is not allowed: it is \(words(rule).english)",
                chinese: "\(key) 的值不合法：须为\(words(rule).chinese)")
        case .unprintable(let key):
            .init(english: "\(key) holds control characters", chinese: "\(key) 含控制字符")
        case .otherName(let name):
            .init(
                english: "the name \(name) is not the file's: a theme is called as its file is",
                chinese: "名称 \(name) 与文件名不同：主题以文件名为准")
        case .missingRole(let role):
            .init(english: "the role \(role.name) is not set", chinese: "未设置角色 \(role.name)")
        case .lowContrast(let role, let tenths, let needed):
            .init(
                english: "\(role.name) stands out too little: contrast \(decimal(tenths)), needed \(decimal(needed))",
                chinese: "\(role.name) 对比度不足：\(decimal(tenths))，至少需 \(decimal(needed))")
        case .alike(let one, let other, let depth):
            .init(
                english: "\(one.name) and \(other.name) look the same with \(words(depth).english)",
                chinese: "\(one.name) 与 \(other.name) 在\(words(depth).chinese)时看起来相同")
        }
    }

    private static func unknown(_ english: String, _ chinese: String, _ nearest: String?) -> LocalizedText {
        .init(
            english: english + " is not known" + (nearest.map { "; did you mean \($0)?" } ?? ""),
            chinese: "未知的" + chinese + (nearest.map { "；是否应为 \($0)？" } ?? ""))
    }

    private static func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

    private static func words(_ depth: ColorDepth) -> LocalizedText {
        switch depth {
        case .mono: .init(english: "no colours", chinese: "无颜色")
        case .colors8: .init(english: "8 colours", chinese: " 8 色")
        case .colors16: .init(english: "16 colours", chinese: " 16 色")
        case .colors256: .init(english: "256 colours", chinese: " 256 色")
        case .direct: .init(english: "all colours", chinese: "全彩")
        }
    }

    private static func words(_ rule: ThemeWarning.Rule) -> LocalizedText {
        switch rule {
        case .text: .init(english: "a text", chinese: "文本")
        case .table: .init(english: "a table", chinese: "表")
        case .color:
            .init(
                english: "a colour: \"#rrggbb\", a name, or 0 to 255", chinese: "颜色：\"#rrggbb\"、名称或 0 至 255")
        case .style:
            .init(
                english: "a colour, or { fg = COLOUR, bg = COLOUR, attrs = [\"bold\"] }",
                chinese: "颜色，或 { fg = 颜色, bg = 颜色, attrs = [\"bold\"] }")
        case .attributes:
            .init(
                english: "a list of bold, dim, italic, underline, reverse",
                chinese: " bold、dim、italic、underline、reverse 的列表")
        case .variant: .init(english: "\"dark\" or \"light\"", chinese: " \"dark\" 或 \"light\"")
        case .sign: .init(english: "one sign of one column", chinese: "占一列的单个符号")
        }
    }
}

import CloudAssistant
import Settings

/// The words for a settings file that cannot be used, in both languages.
enum SettingsSentences {
    static func lines(_ error: SettingsError, _ language: Language) -> [String] {
        let place = error.line.map { "\(error.path):\($0)" } ?? error.path
        let fix = LocalizedText(
            english: "Correct the file; it was left as it is.", chinese: "请更正该文件；文件未被改动。")
        return ["flagdeck: \(place): \(what(error.problem)[language])", "  " + fix[language]]
    }

    /// A warning in one line: what was passed over, and where.
    static func line(_ warning: SettingsWarning, _ language: Language) -> String {
        let place = warning.line.map { "\(warning.path):\($0)" } ?? warning.path
        return "\(place): \(what(warning.problem)[language])"
    }

    private static func what(_ problem: SettingsError.Problem) -> LocalizedText {
        switch problem {
        case .syntax(let words): .init(english: "no valid TOML: \(words)", chinese: "不是合法的 TOML：\(words)")
        case .noText: .init(english: "no UTF-8 text", chinese: "不是 UTF-8 文本")
        case .unknownKey(let key, let nearest):
            .init(
                english: "the key \(key) is not known" + (nearest.map { "; did you mean \($0)?" } ?? ""),
                chinese: "未知的键 \(key)" + (nearest.map { "；是否应为 \($0)？" } ?? ""))
        case .missingKey(let key): .init(english: "the key \(key) is missing", chinese: "缺少键 \(key)")
        case .badValue(let key, let rule):
            .init(
                english: "\(key) is not allowed: \(words(rule).english)", chinese: "\(key) 的值不合法：\(words(rule).chinese)"
            )
        case .duplicate(let id): .init(english: "the id \(id) stands twice", chinese: "ID \(id) 重复")
        case .tooLarge: .init(english: "too large or nested too deeply", chinese: "文件过大或嵌套过深")
        case .unreadable(let number):
            .init(
                english: "cannot be read: \(StartSentences.words(number))",
                chinese: "无法读取：\(StartSentences.words(number))")
        }
    }

    private static func words(_ rule: SettingsError.Rule) -> LocalizedText {
        switch rule {
        case .instances:
            .init(english: "each instance is a table under [[instance]]", chinese: "每个实例是 [[instance]] 下的一个表")
        case .regions:
            .init(english: "each region is a table under [[region]]", chinese: "每个地域是 [[region]] 下的一个表")
        case .knownRegion:
            .init(
                english: "it is local or the id of a [[region]] of this file",
                chinese: "须为 local 或本文件中某个 [[region]] 的 id")
        case .identifier:
            .init(
                english: "it takes 1 to 64 letters, digits, dots, dashes and underscores, beginning with a letter or "
                    + "digit",
                chinese: "须为 1 至 64 个字母、数字、点、短横线或下划线，且以字母或数字开头")
        case .name:
            .init(
                english: "it takes 1 to 128 characters without control characters",
                chinese: "须为 1 至 128 个字符，且不含控制字符")
        case .tags:
            .init(
                english: "it takes at most 20 texts, such as { role = \"web\" }",
                chinese: "最多 20 个文本值，例如 { role = \"web\" }")
        case .tag:
            .init(
                english:
                    "a key has 1 to 64 characters and does not begin with aliyun or acs:, a value has at most 128, "
                    + "and neither holds http://, https:// or control characters",
                chinese: "键为 1 至 64 个字符且不以 aliyun 或 acs: 开头，值不超过 128 个字符，均不含 http://、https:// 和控制字符")
        case .count: .init(english: "it is a whole number from 1 to 1000000", chinese: "须为 1 至 1000000 的整数")
        case .boolean: .init(english: "it is true or false", chinese: "须为 true 或 false")
        case .table: .init(english: "it is a table", chinese: "须为一个表")
        case .keys:
            .init(
                english: "it is the name of a key, such as \"Ctrl-X\", or a list of names",
                chinese: "须为按键名称（例如 \"Ctrl-X\"）或名称列表")
        case .buckets:
            .init(english: "each bucket is a table under [[bucket]]", chinese: "每个 Bucket 是 [[bucket]] 下的一个表")
        case .bucketName:
            .init(
                english: "it takes 3 to 63 lower-case letters, digits and dashes",
                chinese: "须为 3 至 63 个小写字母、数字或短横线")
        case .endpoint:
            .init(
                english: "it is http:// or https://, a host and perhaps a port",
                chinese: "须为 http:// 或 https:// 加主机名，端口可选")
        case .path: .init(english: "it is a path that begins with a slash", chinese: "须为以斜杠开头的路径")
        case .users: .init(english: "it is a list of names of users", chinese: "须为用户名列表")
        case .word(let words):
            .init(
                english: "it is one of \(words.joined(separator: ", "))",
                chinese: "须为以下之一：\(words.joined(separator: "、"))")
        }
    }
}

import CloudAssistant
import SealedParameters

/// The words for what keeps a parameter from being kept or read, in both languages, each with what to do about it.
enum ParameterSentences {
    static func lines(_ error: ParameterStoreError, _ language: Language) -> [String] {
        let (what, fix) = sentences(error)
        return ["flagdeck: " + what[language], "  " + fix[language]]
    }

    private static func sentences(_ error: ParameterStoreError) -> (LocalizedText, LocalizedText) {
        switch error {
        case .unknown(let reference):
            (
                .init(english: "There is no parameter \(reference.name).", chinese: "参数 \(reference.name) 不存在。"),
                .init(
                    english: "flagdeck parameters list shows those of a region.",
                    chinese: "可用 flagdeck parameters list 查看某地域的参数。")
            )
        case .expired(let time):
            (
                .init(
                    english: "The key of the parameter store expired at \(time.wireText).",
                    chinese: "参数仓库的密钥已于 \(time.wireText) 过期。"),
                .init(
                    english: "Renew it: flagdeck parameters key --rotate, or --expires with a later time.",
                    chinese: "请更新密钥：flagdeck parameters key --rotate，或用 --expires 指定更晚的时间。")
            )
        case .unusable(let path, let number):
            (
                .init(
                    english: "\(path) cannot be used: \(StartSentences.words(number)).",
                    chinese: "无法使用 \(path)：\(StartSentences.words(number))。"),
                .init(english: "Nothing was changed.", chinese: "未做任何更改。")
            )
        case .unsafe(let path):
            (
                .init(
                    english: "\(path) is not a plain file of your own that only you may read.",
                    chinese: "\(path) 不是仅您本人可读的普通文件。"),
                .init(
                    english: "See who changed it; then chmod 600 it, or put a copy back.",
                    chinese: "请查明是谁改动了它，然后执行 chmod 600 或恢复备份。")
            )
        case .damaged(let path):
            (
                .init(english: "\(path) is damaged.", chinese: "\(path) 已损坏。"),
                .init(
                    english: "Put copies of parameters and parameters.key back, which belong together.",
                    chinese: "请恢复相互对应的 parameters 与 parameters.key 的备份。")
            )
        case .noKey(let path):
            (
                .init(
                    english: "\(path), which opens the parameters, is missing or another one.",
                    chinese: "用于解密参数的 \(path) 缺失或不匹配。"),
                .init(
                    english: "Put the key's file back; without it no value can be read.",
                    chinese: "请恢复密钥文件；没有它无法读取任何参数值。")
            )
        }
    }

    static func lines(_ rule: ParameterRule, _ language: Language) -> [String] {
        ["flagdeck: " + sentence(rule)[language]]
    }

    private static func sentence(_ rule: ParameterRule) -> LocalizedText {
        switch rule {
        case .name(let name):
            .init(
                english: "'\(name)' is no name: it takes 1 to 255 letters, digits, dots, dashes and underscores.",
                chinese: "“\(name)”不能作为名称：须为 1 至 255 个字母、数字、点、短横线或下划线。")
        case .empty: .init(english: "There is no value.", chinese: "未提供参数值。")
        case .tooLong(let limit):
            .init(english: "The value is longer than \(limit) bytes.", chinese: "参数值超过 \(limit) 字节。")
        case .noText: .init(english: "The value is no UTF-8 or holds a NUL.", chinese: "参数值不是 UTF-8 或含有 NUL。")
        case .otherKind(let reference):
            reference.isSecret
                ? .init(
                    english: "\(reference.name) is a secret: set it with --secret, or remove it first.",
                    chinese: "\(reference.name) 是加密参数：请使用 --secret，或先将其删除。")
                : .init(
                    english: "\(reference.name) is no secret: set it without --secret, or remove it first.",
                    chinese: "\(reference.name) 不是加密参数：请去掉 --secret，或先将其删除。")
        case .description(let limit):
            .init(
                english: "A description takes at most \(limit) characters without control characters.",
                chinese: "描述最多 \(limit) 个字符，且不含控制字符。")
        case .caller(let name):
            .init(
                english: "'\(name)' is no user's name: it takes at most 256 bytes without blanks.",
                chinese: "“\(name)”不是用户名：最多 256 字节，且不含空白字符。")
        }
    }
}

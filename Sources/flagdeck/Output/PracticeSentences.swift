import CloudAssistant

/// The words that keep what is made up apart from what is real.
enum PracticeSentences {
    /// What stands over everything that a subcommand prints.
    static let label = LocalizedText(
        english: "PRACTICE: the fleet is made up; nothing is sent and nothing runs.",
        chinese: "演练（PRACTICE）：实例均为虚构，不会发送或执行任何内容。")

    /// A state of real instances was to be practised in.
    static func realState(_ path: String) -> (what: LocalizedText, fix: LocalizedText) {
        (
            LocalizedText(
                english: "The state directory \(path) is of real instances: it is not for practice.",
                chinese: "状态目录 \(path) 属于真实实例，不能用于演练。"),
            LocalizedText(
                english: "Leave out --state-dir for a temporary one, or give a new directory.",
                chinese: "请省略 --state-dir 以使用临时目录，或指定新的目录。")
        )
    }

    /// A state of made-up instances was to be worked with.
    static func practiceState(_ path: String) -> (what: LocalizedText, fix: LocalizedText) {
        (
            LocalizedText(
                english: "The state directory \(path) is of a PRACTICE fleet: nothing in it is real.",
                chinese: "状态目录 \(path) 属于演练（PRACTICE），其中内容均非真实。"),
            LocalizedText(
                english: "Add --practice to go on practising, or give another directory with --state-dir.",
                chinese: "请加上 --practice 继续演练，或用 --state-dir 指定其他目录。")
        )
    }

    /// A state was made with other numbers.
    static func otherFleet(_ instances: Int, _ seed: UInt64) -> (what: LocalizedText, fix: LocalizedText) {
        (
            LocalizedText(
                english: "The PRACTICE fleet of this state directory has \(instances) instances from the seed \(seed).",
                chinese: "该状态目录的演练（PRACTICE）包含 \(instances) 台实例，种子为 \(seed)。"),
            LocalizedText(
                english: "Leave out --instances and --seed, or give a new directory with --state-dir.",
                chinese: "请省略 --instances 和 --seed，或用 --state-dir 指定新的目录。")
        )
    }

    /// There is no place for a temporary state.
    static func noDirectory(_ path: String, _ number: Int32) -> (what: LocalizedText, fix: LocalizedText) {
        let words = StartSentences.words(number)
        return (
            LocalizedText(
                english: "No directory can be made in \(path): \(words).", chinese: "无法在 \(path) 中创建目录：\(words)。"),
            LocalizedText(
                english: "Set TMPDIR, or give a directory with --state-dir.",
                chinese: "请设置 TMPDIR，或用 --state-dir 指定目录。")
        )
    }
}

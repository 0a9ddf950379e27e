import CloudAssistant

/// What is said of a run that waits for its time.
enum TimedSentences {
    /// When it runs next and what that takes; nil for what runs at once.
    static func line(_ invocation: Invocation) -> LocalizedText? {
        guard invocation.isTimed else { return nil }
        guard let next = invocation.results.compactMap(\.due).min() else {
            return LocalizedText(
                english: "It runs after the next restart of its instances, as soon as a flagdeck is open there.",
                chinese: "将在实例下次重启后、flagdeck 打开时执行。")
        }
        return LocalizedText(
            english: "It runs next at \(next.wireText), if a flagdeck is open at that time: the console, or any "
                + "subcommand that is running.",
            chinese: "下次执行时间为 \(next.wireText)，届时须有 flagdeck 处于打开状态（控制台或正在运行的子命令）。")
    }
}

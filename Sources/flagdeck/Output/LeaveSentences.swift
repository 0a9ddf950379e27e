import CloudAssistant

/// The words for an operator who leaves before everything has ended.
enum LeaveSentences {
    /// What goes on, how to see it and how to stop it; `waiting` instances have not started.
    static func lines(_ id: InvokeID, stateDirectory: String?, isPractice: Bool, waiting: Int) -> [LocalizedText] {
        // A temporary state goes with the process, and what was made up in it too.
        guard !isPractice || stateDirectory != nil else { return [] }
        let place =
            (isPractice ? " --practice" : "") + (stateDirectory.map { " --state-dir \(ShellWord.quoted($0))" } ?? "")
        var lines = [
            LocalizedText(
                english: "flagdeck: no longer waiting; what was started goes on.",
                chinese: "flagdeck：不再等待；已开始的脚本继续执行。"),
            LocalizedText(
                english: "  See it:  flagdeck results --invoke-id \(id)\(place)",
                chinese: "  查看：flagdeck results --invoke-id \(id)\(place)"),
            LocalizedText(
                english: "  Stop it: flagdeck stop --invoke-id \(id)\(place)",
                chinese: "  停止：flagdeck stop --invoke-id \(id)\(place)"),
        ]
        if waiting > 0 {
            lines.append(
                LocalizedText(
                    english: "  Instances that have not started: \(waiting). The next flagdeck command starts them "
                        + "if it comes within a minute.",
                    chinese: "  尚未开始的实例：\(waiting)。若一分钟内执行下一个 flagdeck 命令，它们将随之开始。"))
        }
        return lines
    }

    /// What becomes of outputs that are not delivered yet.
    static func undelivered(_ count: Int) -> LocalizedText {
        LocalizedText(
            english: "flagdeck: outputs still to be delivered: \(count). The next flagdeck command goes on with them.",
            chinese: "flagdeck：尚待投递的输出：\(count)。下一个 flagdeck 命令将继续投递。")
    }
}

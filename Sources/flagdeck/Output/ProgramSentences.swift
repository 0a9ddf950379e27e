import CloudAssistant
import Glibc

/// The words for programs of the operator's that did not do as they should.
enum ProgramSentences {
    static func words(_ problem: Editor.Problem) -> LocalizedText {
        switch problem {
        case .noEditor: .init(english: "none is there; set EDITOR", chinese: "未找到；请设置 EDITOR")
        case .notFound(let command):
            .init(english: "\(command) was not found; set EDITOR", chinese: "未找到 \(command)；请设置 EDITOR")
        case .exited(let command, let code):
            .init(english: "\(command) ended with code \(code)", chinese: "\(command) 以退出码 \(code) 结束")
        case .signalled(let command, let signal):
            .init(english: "\(command) was ended by signal \(signal)", chinese: "\(command) 被信号 \(signal) 终止")
        case .system(let number):
            .init(english: String(cString: strerror(number)), chinese: String(cString: strerror(number)))
        case .notUTF8: .init(english: "the text is no UTF-8", chinese: "文本不是 UTF-8")
        case .tooLarge: .init(english: "the text is longer than 1 MiB", chinese: "文本超过 1 MiB")
        }
    }

    /// `pager` is how it ended; nil when there was nothing to show it.
    static func words(pager: ProgramEnd?) -> LocalizedText {
        switch pager {
        case .exited(127): .init(english: "The pager was not found; set PAGER.", chinese: "未找到分页器；请设置 PAGER。")
        case .exited(let code): .init(english: "The pager ended with code \(code).", chinese: "分页器以退出码 \(code) 结束。")
        case .signalled(let signal):
            .init(english: "The pager was ended by signal \(signal).", chinese: "分页器被信号 \(signal) 终止。")
        case .notStarted(let number):
            .init(
                english: "The pager: \(String(cString: strerror(number))).",
                chinese: "分页器：\(String(cString: strerror(number)))。")
        case .late, nil: .init(english: "The output could not be put into a file.", chinese: "无法将输出写入文件。")
        }
    }
}

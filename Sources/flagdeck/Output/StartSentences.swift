import CloudAssistant
import Glibc
import Runners
import Settings
import Store
import Terminal

/// The words for what keeps Flagdeck from starting, in both languages, each with what to do about it.
enum StartSentences {
    static func lines(_ error: StoreError, _ language: Language) -> [String] {
        let (what, fix): (LocalizedText, LocalizedText) =
            switch error {
            case .full:
                (
                    .init(english: "No space is left for the state.", chinese: "状态目录所在的磁盘已满。"),
                    .init(
                        english: "Free some space, or give another directory with --state-dir.",
                        chinese: "请释放空间，或用 --state-dir 指定其他目录。")
                )
            case .readOnly:
                (
                    .init(english: "The state directory may not be written to.", chinese: "状态目录不可写。"),
                    .init(
                        english: "Make it writable, or give another directory with --state-dir.",
                        chinese: "请使其可写，或用 --state-dir 指定其他目录。")
                )
            case .unusableDirectory(let path, let number):
                (
                    .init(
                        english: "The state directory \(path) cannot be used: \(words(number)).",
                        chinese: "无法使用状态目录 \(path)：\(words(number))。"),
                    .init(
                        english: "It must be a directory of your own with mode 0700; --state-dir names another.",
                        chinese: "它必须是您自己的、权限为 0700 的目录；可用 --state-dir 指定其他目录。")
                )
            case .damaged:
                (
                    .init(english: "The database of the state directory is damaged.", chinese: "状态目录中的数据库已损坏。"),
                    .init(
                        english:
                            "Nothing was changed. Put copies of flagdeck.db and flagdeck.db-wal back, or start anew with --state-dir.",
                        chinese: "未做任何更改。请恢复 flagdeck.db 和 flagdeck.db-wal 的备份，或用 --state-dir 重新开始。")
                )
            case .newerVersion:
                (
                    .init(english: "A newer Flagdeck made this state directory.", chinese: "该状态目录由更新版本的 Flagdeck 创建。"),
                    .init(
                        english: "Use that release, or give another directory with --state-dir.",
                        chinese: "请使用该版本，或用 --state-dir 指定其他目录。")
                )
            case .busy:
                (
                    .init(
                        english: "Another process works on the database and does not finish.", chinese: "数据库正被其他进程占用。"),
                    .init(english: "Try again in a moment.", chinese: "请稍后重试。")
                )
            case .other(let code):
                (
                    .init(
                        english: "The database failed with SQLite code \(code).", chinese: "数据库出错，SQLite 代码 \(code)。"),
                    .init(
                        english: "Nothing was lost. Look at the disk, then try again.",
                        chinese: "没有数据丢失。请检查磁盘后重试。")
                )
            }
        return ["flagdeck: " + what[language], "  " + fix[language]]
    }

    static func lines(_ error: RunnerError, _ language: Language) -> [String] {
        let what: LocalizedText =
            switch error {
            case .noSupervisor(let path, let number):
                .init(
                    english: "\(path), which must stand beside flagdeck, cannot be started: \(words(number)).",
                    chinese: "无法启动 \(path)（须与 flagdeck 位于同一目录）：\(words(number))。")
            case .noDirectory(let path, let number):
                .init(english: "\(path) cannot be used: \(words(number)).", chinese: "无法使用 \(path)：\(words(number))。")
            case .noThread(let number):
                .init(
                    english: "The system allows no further thread: \(words(number)).",
                    chinese: "系统不允许创建更多线程：\(words(number))。")
            case .closed: .init(english: "The runner is closed.", chinese: "执行器已关闭。")
            case .notClaimed(let number):
                .init(
                    english: "An attempt could not be claimed: \(words(number)).",
                    chinese: "无法占用执行任务：\(words(number))。")
            }
        return ["flagdeck: " + what[language]]
    }

    static func lines(_ error: TerminalError, _ language: Language) -> [String] {
        let what: LocalizedText =
            switch error {
            case .noTerminal(let number):
                .init(
                    english: "The terminal cannot be used: \(words(number)).", chinese: "无法使用终端：\(words(number))。")
            case .unknownType(let name):
                .init(
                    english: "A terminal of type \(name) cannot place the cursor.", chinese: "\(name) 类型的终端无法定位光标。")
            }
        let fix = LocalizedText(
            english: "Set TERM to what your terminal is, for example xterm-256color; in scripts use the subcommands.",
            chinese: "请将 TERM 设置为实际的终端类型，例如 xterm-256color；在脚本中请使用子命令。")
        return ["flagdeck: " + what[language], "  " + fix[language]]
    }

    static func lines(_ error: StartError, _ language: Language) -> [String] {
        let (what, fix): (LocalizedText, LocalizedText) =
            switch error {
            case .noHome:
                (
                    .init(
                        english: "Neither HOME nor XDG_DATA_HOME says where the state is to be.",
                        chinese: "HOME 和 XDG_DATA_HOME 均未设置，无法确定状态目录。"),
                    .init(
                        english: "Set one of them, or give a directory with --state-dir.",
                        chinese: "请设置其中之一，或用 --state-dir 指定目录。")
                )
            case .emptyStateDirectory:
                (
                    .init(english: "--state-dir is empty.", chinese: "--state-dir 为空。"),
                    .init(
                        english: "Name a directory, or leave the flag out for the usual place.",
                        chinese: "请指定目录，或省略该参数以使用默认位置。")
                )
            case .unreadableScript(let path, let why):
                (
                    .init(english: "The script \(path) cannot be read: \(why).", chinese: "无法读取脚本 \(path)：\(why)。"),
                    .init(
                        english: "--command-file takes a file of UTF-8 text, or - for standard input.",
                        chinese: "--command-file 接受 UTF-8 文本文件，或用 - 表示标准输入。")
                )
            case .unreadableFile(let path, let why):
                (
                    .init(english: "The file \(path) cannot be read: \(why).", chinese: "无法读取文件 \(path)：\(why)。"),
                    .init(
                        english: "Name a file of at most 24 KB, or - for standard input.",
                        chinese: "请指定不超过 24 KB 的文件，或用 - 表示标准输入。")
                )
            case .realState(let path): PracticeSentences.realState(path)
            case .practiceState(let path): PracticeSentences.practiceState(path)
            case .otherPractice(let instances, let seed): PracticeSentences.otherFleet(instances, seed)
            case .noTemporaryDirectory(let path, let number): PracticeSentences.noDirectory(path, number)
            case .noInput(let number):
                (
                    .init(
                        english: "The value cannot be read: \(words(number)).", chinese: "无法读取参数值：\(words(number))。"),
                    .init(
                        english: "Type it at a terminal, or give it on standard input.",
                        chinese: "请在终端中输入，或通过标准输入提供。")
                )
            case .noTerminalForSecret:
                (
                    .init(
                        english: "Standard output is no terminal, and the value is a secret.",
                        chinese: "标准输出不是终端，而该参数值是加密的。"),
                    .init(english: "--force prints it all the same.", chinese: "如确需输出，请使用 --force。")
                )
            case .noOutput(let number):
                (
                    .init(
                        english: "Not everything could be printed: \(words(number)).",
                        chinese: "输出不完整：\(words(number))。"),
                    .init(
                        english: "Whatever was accepted goes on; flagdeck invocations lists it.",
                        chinese: "已接受的任务继续执行；可用 flagdeck invocations 查看。")
                )
            }
        return ["flagdeck: " + what[language], "  " + fix[language]]
    }

    /// The system's own words for an error number.
    static func words(_ number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "errno \(number)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct LanguageTests {
    @Test func runsAScriptInChinese() {
        Session(language: .chinese).type("  ").sees("已标记 2").prepare("echo 你好").sees("echo 你好").preview()
            .sees("尚未发送。", "请输入目标数量（2）").type("1\n").reads("未发送：请输入 2 以发送。").hasSent(0)
            .press(.control("u")).type("2\n").hasSent(1).reads("已受理：t-hz01")
    }

    @Test func explainsErrorsInChinese() {
        Session(language: .chinese).type("!").preview().isOn(.content).sees("✗ MissingParameter", "原因：", "处理：")
    }

    @Test(arguments: Language.allCases) func findsNamesOfEveryScript(_ language: Language) {
        Session(language: language).type("/数据库\n ").hasMarked("i-bp1db01").sees("数据库主库-01")
    }

    @Test func thePaletteFindsChineseWords() {
        Session(language: .chinese).type(":反选").press(.enter).knows("inverted") { $0.marks.count == 5 }
    }
}

extension Word {
    /// The keys that count while something is open. English and Chinese; nil for words of other tables.
    var hintsText: (english: String, chinese: String)? {
        switch self {
        case .previewKeys:
            (
                "Enter send  Up Down scroll  Ctrl-X drop what is not ready  Esc back",
                "Enter 发送  Up Down 滚动  Ctrl-X 去掉未就绪  Esc 返回"
            )
        case .sendingKeys: ("Sent; the answer is on its way.", "已发出，等待答复。")
        case .stopKeys:
            (
                "Left Right choose  Enter confirm  Esc keep running",
                "Left Right 选择  Enter 确认  Esc 继续运行"
            )
        case .filterKeys:
            (
                "Enter keep  Esc clear  a b and  a | b or  !not  col:val  key=val  ~fuzzy",
                "Enter 保留  Esc 清除  a b 且  a | b 或  !非  列:值  键=值  ~模糊"
            )
        case .menuKeys:
            (
                "Type to narrow  Up Down choose  Enter do it  Esc close",
                "输入以缩小  Up Down 选择  Enter 执行  Esc 关闭"
            )
        case .columnKeys: ("Space or Enter show or hide  Esc close", "空格或 Enter 显示/隐藏  Esc 关闭")
        case .textKeys: ("Down Up scroll  any other key closes", "Down Up 滚动  其他键关闭")
        case .unsavedKeys: ("Left Right choose  Enter confirm", "Left Right 选择  Enter 确认")
        case .contentKeys: ("Tab next  Ctrl-E editor  Esc done typing", "Tab 下一项  Ctrl-E 编辑器  Esc 结束输入")
        case .fieldKeys:
            (
                "Enter or Tab next  Shift-Tab back  Esc done typing",
                "Enter 或 Tab 下一项  Shift-Tab 上一项  Esc 结束输入"
            )
        case .recentKeys:
            (
                "Enter or Tab next  Ctrl-P Ctrl-N earlier values  Esc done typing",
                "Enter 或 Tab 下一项  Ctrl-P Ctrl-N 最近的值  Esc 结束输入"
            )
        case .searchKeys: ("Enter keep  Esc clear", "Enter 保留  Esc 清除")
        case .tagKeys: ("key=value, blanks between; empty goes back to the marks", "键=值，以空格分隔；留空则回到标记")
        case .pasteKeys: ("ids, names or addresses; Enter marks them", "ID、名称或地址；Enter 标记")
        case .tagShortKeys: ("Enter choose  Esc cancel", "Enter 选定  Esc 取消")
        case .pasteShortKeys: ("Enter mark  Esc cancel", "Enter 标记  Esc 取消")
        case .choiceKeys: ("Left Right change  Tab next  Shift-Tab back", "Left Right 更改  Tab 下一项  Shift-Tab 上一项")
        case .frequencyKeys:
            ("rate(5m), at(...) or a cron expression; Enter changes it", "rate(5m)、at(...) 或 cron；Enter 修改")
        case .frequencyShortKeys: ("Enter change  Esc cancel", "Enter 修改  Esc 取消")
        default: nil
        }
    }
}

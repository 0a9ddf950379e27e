extension Word {
    /// What forms, dialogs and messages say. English and Chinese; nil for words of other tables.
    var messagesText: (english: String, chinese: String)? {
        switch self {
        case .instances: ("% instances", "% 个实例")
        case .zone: ("ZONE", "可用区")
        case .group: ("GROUP", "资源组")
        case .host: ("HOST", "主机名")
        case .size: ("SIZE", "规格")
        case .system: ("SYSTEM", "系统")
        case .exitCode: ("EXIT", "退出码")
        case .took: ("TOOK", "用时")
        case .dryRun: ("[check only]", "[仅检查]")
        case .labelName: ("Name", "名称")
        case .labelInstance: ("Instance", "实例")
        case .labelStatus: ("Ready", "就绪")
        case .labelAgent: ("Agent", "代理")
        case .labelZone: ("Zone", "可用区")
        case .labelHost: ("Host name", "主机名")
        case .labelSystem: ("System", "系统")
        case .labelPrivate: ("Private", "私网地址")
        case .labelPublic: ("Public", "公网地址")
        case .labelSize: ("Size", "规格")
        case .labelTimeZone: ("Time zone", "时区")
        case .labelTag: ("Tag", "标签")
        case .labelRuns: ("Runs here", "执行次数")
        case .noForm:
            (
                "Choose a command (3, then Enter), or press ! to type a script.",
                "请选择命令（按 3，再按 Enter），或按 ! 输入脚本。"
            )
        case .noPreview:
            (
                "Nothing is prepared. What would be sent stands here, before anything is sent.",
                "尚未准备。将要发送的内容会先显示在这里。"
            )
        case .more: ("More", "更多")
        case .secondsLong: ("% s", "% 秒")
        case .launcher: ("Launcher", "启动程序")
        case .runTags: ("Tags", "标签")
        case .resourceGroup: ("Group", "资源组")
        case .usualLauncher: ("the usual one", "默认")
        case .oneOf: ("one of: %", "可选：%")
        case .recent: ("before: %", "最近：%")
        case .timeoutHelp: ("Seconds, % to %; then the run is ended.", "秒，% 到 %；到时结束执行。")
        case .terminationHelp:
            (
                "Process ends the script only, ProcessTree what it started too.",
                "Process 仅结束脚本，ProcessTree 连同其启动的进程。"
            )
        case .launcherHelp:
            (
                "A program that starts the script, for example python3 -u {{ACS::ScriptFileName}}.",
                "启动脚本的程序，例如 python3 -u {{ACS::ScriptFileName}}。"
            )
        case .tagsHelp: ("Labels of this run: key=value, blanks between.", "本次执行的标签：键=值，以空格分隔。")
        case .unreadyCount: ("% not ready", "% 个未就绪")
        case .from: ("From", "来源")
        case .own: ("own commands", "自有命令")
        case .tagsAtSending: ("every instance with % when it is sent", "发送时带有 % 的所有实例")
        case .matchNow: ("Match now", "现在匹配")
        case .notYet: ("Not yet", "尚不可发送")
        case .ranBefore: ("Ran before", "刚执行过")
        case .ranBeforeText: ("% ran this on % of these %, % ago: % (%)", "% 已在其中 % 个（共 % 个）上执行，% 前：%（%）")
        case .typeNameToSend: ("To send, type the environment's name (%) and Enter:", "要发送，请输入环境名称（%）并按 Enter：")
        case .paletteTitle: ("What to do", "要做什么")
        case .columnsTitle: ("Columns", "列")
        case .goTo: ("go to %", "转到%")
        case .useTheme: ("use this theme", "使用此主题")
        case .messages: ("Messages", "消息")
        case .noMessages: ("Nothing was said yet.", "还没有消息。")
        case .saveTitle: ("Save: %", "保存：%")
        case .saving: ("Saving...", "保存中……")
        case .textIsKept: ("The text is kept until you decide.", "文本会保留，直到您决定。")
        case .editAgain: ("Edit again", "继续编辑")
        case .discard: ("Throw away", "丢弃")
        case .column: ("from column %", "从第 % 列")
        case .termOK: ("ok", "成功")
        case .termFailed: ("failed", "失败")
        case .termTimedOut: ("timed out", "超时")
        case .termUndelivered: ("not delivered", "未送达")
        case .termInterrupted: ("interrupted", "中断")
        case .termStopped: ("stopped", "已停止")
        case .termRunning: ("running", "执行中")
        case .termWaiting: ("waiting", "等待中")
        case .mouseOn: ("The mouse is on; hold Shift to select text.", "鼠标已开启；按住 Shift 可选择文本。")
        case .mouseOff: ("The mouse is off.", "鼠标已关闭。")
        case .quitAgain: ("A run is prepared and not sent. Press q again to quit.", "有已准备但未发送的执行。再按一次 q 退出。")
        case .wrapOn: ("Long lines go on in the next row.", "长行自动换行。")
        case .wrapOff: ("Long lines are cut; Left and Right move them.", "长行被截断；Left 和 Right 可移动。")
        case .notFound: ("Not found: %", "未找到：%")
        case .tagsChoose:
            (
                "Tags choose the targets. Press t and empty the line to go back to the marks.",
                "目标由标签选择。按 t 并清空该行可回到标记。"
            )
        case .marksChoose: ("Marks choose the targets again: %.", "目标重新由标记选择：%。")
        case .tagsMatch: ("Tags choose the targets: %, % match now.", "目标由标签选择：%，现有 % 个匹配。")
        case .rangeBegins: ("The range begins here; v again ends it.", "区间从这里开始；再按 v 结束。")
        case .nothingMarked: ("Nothing is marked.", "没有标记。")
        case .allReady: ("All of them are ready.", "全部就绪。")
        case .noneReady: ("None of them is ready: nothing would be left.", "全部未就绪：去掉后没有目标。")
        case .dropped: ("Dropped % that are not ready; % left.", "已去掉 % 个未就绪；剩余 %。")
        case .pasted: ("Marked from the list: %.", "已按列表标记：%。")
        case .pastedPartly: ("Marked %; % unknown or ambiguous: %", "已标记 %；% 项未找到或不唯一：%")
        case .sortedBy: ("Sorted by %.", "按 % 排序。")
        case .unsorted: ("In the order of the service.", "按服务的顺序。")
        case .nothingFailed: ("Nothing of % failed.", "% 没有失败项。")
        case .targetsGone: ("The instances where it failed are not in this region any more.", "失败的实例已不在该地域。")
        case .retryReady:
            (
                "Prepared again for the % that did not succeed; % shows what will happen.",
                "已为未成功的 % 个实例准备相同的执行。按 % 查看将发生什么。"
            )
        case .retryPartly:
            (
                "The same run, prepared for %; % more where it did not succeed are not in this region any more.",
                "已为 % 个实例准备相同的执行；另有 % 个未成功的实例已不在该地域。"
            )
        case .noFormToCorrect: ("The form that this was about is gone.", "该错误对应的表单已不存在。")
        case .refusedTargets: ("%: see the targets.", "%：请检查目标。")
        case .refusedUnready:
            ("%: not all can run this; % drops those.", "%：部分目标无法执行；按 % 去掉它们。")
        case .editorFailed: ("The editor: %", "编辑器：%")
        case .editorFailedKept: ("The editor: %. The text is in %", "编辑器：%。文本保存在 %")
        case .nothingChanged: ("Nothing changed, nothing saved.", "没有变化，未保存。")
        case .commandSaved: ("Saved: %", "已保存：%")
        case .commandChanged: ("% was changed meanwhile: look at it again.", "% 已被修改，请重新查看。")
        case .copiedToTerminal: ("Sent to the terminal's clipboard, and kept in %", "已发送到终端剪贴板，并保存于 %")
        case .copiedToTmux: ("In the buffer of tmux, and kept in %", "已放入 tmux 缓冲区，并保存于 %")
        case .copiedToFile: ("Kept in %", "已保存于 %")
        case .copyFailed: ("It could not be kept in a file.", "无法写入文件。")
        case .nothingToCopy: ("Nothing to copy here.", "这里没有可复制的内容。")
        case .sheetHelp:
            (
                "A command. Lines that begin with #: are about it, everything below them is the script.\nname is needed; type is RunShellScript, RunBatScript or RunPowerShellScript;\ntimeout is in seconds. {{name}} in the script makes a parameter.",
                "一个命令。以 #: 开头的行描述命令，其下全部是脚本。\n必须有 name；type 为 RunShellScript、RunBatScript 或 RunPowerShellScript；\ntimeout 以秒计。脚本中的 {{name}} 表示参数。"
            )
        case .savedWithoutParameters:
            (
                "Saved: %. It was made without parameters, so {{name}} stays as it is written; press n to make a new one.",
                "已保存：%。该命令创建时未启用参数，{{name}} 会原样保留；按 n 新建命令。"
            )
        case .unknownAction: ("keys: there is no action %.", "keys：没有动作 %。")
        case .unknownKey: ("keys: % is no key (for %).", "keys：% 不是按键（动作 %）。")
        case .wholeIn: ("All of the output is in %", "全部输出在 %")
        case .invocationChanged: ("Changed: %", "已修改：%")
        case .noFrequencyToChange: ("% has no frequency that could be changed.", "% 没有可修改的执行频率。")
        case .historyOn: ("Every run is listed.", "已列出全部执行。")
        case .historyOff: ("The latest run of each instance is listed.", "已列出各实例最近一次执行。")
        default: nil
        }
    }
}

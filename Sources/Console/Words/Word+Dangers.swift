extension Word {
    /// What scripts may do that is not meant. English and Chinese; nil for words of other tables.
    var dangersText: (english: String, chinese: String)? {
        switch self {
        case .danger: ("Look twice", "请再确认")
        case .dangerRemovesRoot: ("line %: % removes a whole system directory", "第 % 行：% 会删除整个系统目录")
        case .dangerRemovesVariable:
            (
                "line %: % removes everything when the variable is empty",
                "第 % 行：% 在变量为空时会删除一切"
            )
        case .dangerWritesDevice: ("line %: % writes over a disk", "第 % 行：% 会覆盖磁盘")
        case .dangerFormats: ("line %: % makes a new file system or partitions", "第 % 行：% 会创建文件系统或分区")
        case .dangerReboots:
            (
                "line %: % ends or restarts the machine, and this run with it",
                "第 % 行：% 会关闭或重启机器，本次执行也会中断"
            )
        case .dangerKillsAll: ("line %: % ends every process", "第 % 行：% 会结束所有进程")
        case .dangerForkBomb: ("line %: % fills the process table", "第 % 行：% 会占满进程表")
        case .dangerOpensAll: ("line %: % lets everybody write everywhere", "第 % 行：% 会让所有人都能写入")
        case .dangerFirewall: ("line %: % empties the firewall", "第 % 行：% 会清空防火墙规则")
        case .dangerRemoteAccess: ("line %: % can cut off remote access", "第 % 行：% 可能切断远程访问")
        case .dangerRemovesUser: ("line %: % removes a user", "第 % 行：% 会删除用户")
        case .dangerRunsDownload: ("line %: % runs what was just downloaded", "第 % 行：% 会直接执行下载的内容")
        case .dangerDropsData: ("line %: % removes data for good", "第 % 行：% 会永久删除数据")
        case .dangerUnquoted:
            (
                "line %: the value % is not in single quotes: a shell takes it apart",
                "第 % 行：值 % 未加单引号：shell 会拆分或执行它"
            )
        default: nil
        }
    }
}

/// The result codes about the run itself.
extension ResultErrorCode.Entry {
    static let executionTimeout = Self(
        "The command execution has been timeout.",
        cause: LocalizedText(
            english: "The command ran longer than its timeout and was ended.",
            chinese: "命令执行超时，已被终止。"),
        fix: LocalizedText(
            english: "Give a longer Timeout or make the script quicker; check what it left half done.",
            chinese: "请加大 Timeout 或优化脚本；并检查未完成的操作。"))

    static let executionException = Self(
        "The command execution got an exception.",
        cause: LocalizedText(
            english: "The command could not be started, or broke off for a reason of the system.",
            chinese: "命令无法启动，或因系统原因中断。"),
        fix: LocalizedText(
            english: "Read the words in brackets in ErrorInfo; check user rights, launcher, memory and disk of "
                + "the instance.",
            chinese: "请查看 ErrorInfo 括号中的说明，并检查实例的用户权限、Launcher、内存和磁盘。"))

    static let executionInterrupted = Self(
        "The command execution was interrupted.",
        cause: LocalizedText(
            english: "The command was interrupted from outside, for instance by a shutdown.",
            chinese: "命令被外部中断，例如系统关机。"),
        fix: LocalizedText(
            english: "Check how far it got, then run it again if need be; it is never run again by itself.",
            chinese: "请检查命令执行到了哪一步，必要时重新执行；系统不会自动重新执行。"))

    static let exitCodeNonzero = Self(
        "The command execution exit code is not zero.",
        cause: LocalizedText(
            english: "The script ended with an exit code other than 0.",
            chinese: "脚本的退出码不为 0。"),
        fix: LocalizedText(
            english: "Read the output and the exit code; 126 means not executable, 127 not found, above 128 "
                + "ended by a signal.",
            chinese: "请查看输出和退出码：126 表示不可执行，127 表示找不到命令，大于 128 表示被信号终止。"))

    static let terminationException = Self(
        "The command termination got an exception.",
        cause: LocalizedText(
            english: "The command could not be stopped.",
            chinese: "命令未能停止。"),
        fix: LocalizedText(
            english: "Log in to the instance and end the process by hand.",
            chinese: "请登录实例，手动结束该进程。"))

    static let accountNotExists = Self(
        "The specified account does not exist.",
        cause: LocalizedText(
            english: "The user to run as does not exist on the instance.",
            chinese: "实例上不存在指定的用户。"),
        fix: LocalizedText(
            english: "Create the user on the instance, correct Username, or leave it out.",
            chinese: "请在实例上创建该用户，或更正、省略 Username。"))

    static let userOrPasswordInvalid = Self(
        "The specified user name or password is invalid.",
        cause: LocalizedText(
            english: "The Windows user name or its stored password is wrong.",
            chinese: "Windows 用户名或所存的密码不正确。"),
        fix: LocalizedText(
            english: "Correct Username, or the stored password that WindowsPasswordName names.",
            chinese: "请更正 Username，或更正 WindowsPasswordName 所指的密码。"))

    static let directoryNotExists = Self(
        "The specified directory does not exist.",
        cause: LocalizedText(
            english: "The working directory does not exist on the instance.",
            chinese: "实例上不存在指定的执行目录。"),
        fix: LocalizedText(
            english: "Create the directory on the instance, correct WorkingDir, or leave it out.",
            chinese: "请在实例上创建该目录，或更正、省略 WorkingDir。"))

    /// As `directoryNotExists`, where the directory is there and the user to run as may not enter it.
    static let directoryMayNotBeEntered = Self(
        "The specified directory does not exist.",
        cause: LocalizedText(
            english: "The user to run as may not enter the working directory.",
            chinese: "执行命令的用户无权进入执行目录。"),
        fix: LocalizedText(
            english: "Allow the user to enter the directory and those above it, or give another Username or "
                + "WorkingDir.",
            chinese: "请授予该用户进入该目录及其上级目录的权限，或更换 Username 或 WorkingDir。"))

    static let defaultWorkingDirectoryNotAvailable = Self(
        "The default working directory is not available.",
        cause: LocalizedText(
            english: "The user to run as has no home directory to run in.",
            chinese: "执行命令的用户没有可用的主目录。"),
        fix: LocalizedText(
            english: "Give a WorkingDir that exists, or create the user's home directory.",
            chinese: "请填写已存在的 WorkingDir，或为该用户创建主目录。"))

    static let invalidCommandText = Self(
        "The command content is invalid.",
        cause: LocalizedText(
            english: "The script cannot be used as it is.",
            chinese: "脚本内容无法使用。"),
        fix: LocalizedText(
            english: "Check the script: it must be a non-empty UTF-8 text.",
            chinese: "请检查脚本：须为非空的 UTF-8 文本。"))

    static let commandContentDecodeError = Self(
        "The command content can not be decoded.",
        cause: LocalizedText(
            english: "The script could not be decoded from Base64.",
            chinese: "脚本无法按 Base64 解码。"),
        fix: LocalizedText(
            english: "Create the command again with the right ContentEncoding.",
            chinese: "请以正确的 ContentEncoding 重新创建命令。"))

    static let invalidSystemBuiltInParameter = Self(
        "The system built-in parameter is invalid.",
        cause: LocalizedText(
            english: "A built-in ACS:: parameter in the script or launcher is not known, or the launcher cannot "
                + "be read.",
            chinese: "脚本或 Launcher 中的 ACS:: 内置参数不存在，或 Launcher 无法解析。"),
        fix: LocalizedText(
            english: "Use ACS::RegionId, AccountId, InstanceId, InstanceName, InvokeId or CommandId, and "
                + "ACS::ScriptFileName once in the launcher.",
            chinese: "请使用 ACS::RegionId、AccountId、InstanceId、InstanceName、InvokeId 或 CommandId；"
                + "Launcher 中只使用一次 ACS::ScriptFileName。"))

    static let queryParameterStoreFailed = Self(
        "The query of the parameter store failed.",
        cause: LocalizedText(
            english: "The stored parameters of the script could not be read.",
            chinese: "无法从参数仓库读取脚本所引用的参数。"),
        fix: LocalizedText(
            english: "Check that they exist in this region and that the RAM role of the instance may read them.",
            chinese: "请确认这些参数存在于当前地域，且实例的 RAM 角色有权读取。"))

    static let instanceRoleInvalid = Self(
        "The RAM role of the instance is invalid.",
        cause: LocalizedText(
            english: "The instance has no RAM role that may read stored parameters.",
            chinese: "实例没有可读取参数仓库的 RAM 角色。"),
        fix: LocalizedText(
            english: "Give the instance a RAM role with oos:GetParameters and oos:GetSecretParameters.",
            chinese: "请为实例授予具有 oos:GetParameters 和 oos:GetSecretParameters 权限的 RAM 角色。"))
}

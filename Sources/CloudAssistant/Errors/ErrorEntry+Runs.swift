/// The catalogue's part about how a command is run: schedule, user, directory, launcher, container, client token.
extension ErrorEntry {
    static let invalidRepeatModeNotFound = ErrorEntry(
        404, "The specified repeat mode does not exist.",
        official: "指定的命令执行方式不存在。",
        parameter: "RepeatMode",
        cause: LocalizedText(
            english: "The repeat mode[ {value}] does not exist.",
            chinese: "执行方式[ {value} ]不存在。"),
        fix: LocalizedText(
            english: "Give Once to run now or DryRun to check only, in exactly that spelling; without RepeatMode "
                + "it is Once.",
            chinese: "立即执行请填写 Once，仅检查请填写 DryRun，拼写须完全一致；省略 RepeatMode 时为 Once。"))

    static let missingParamFrequency = ErrorEntry(
        400, "The frequency must be specified when you create a timed task.",
        parameter: "Frequency",
        cause: LocalizedText(
            english: "RepeatMode is Period, but Frequency is missing.",
            chinese: "RepeatMode 为 Period，但未填写 Frequency。"),
        fix: LocalizedText(
            english: "Set RepeatMode to Once to run now; a Period run needs a Frequency such as rate(5m).",
            chinese: "立即执行请将 RepeatMode 设为 Once；周期执行须填写 Frequency，例如 rate(5m)。"))

    static let invalidParamFrequency = ErrorEntry(
        400, "The specified frequency is invalid.",
        parameter: "Frequency",
        cause: LocalizedText(
            english: "The frequency[ {value}] is not valid, or does not go with RepeatMode DryRun.",
            chinese: "执行频率[ {value} ]不合法，或不能与 RepeatMode 的 DryRun 同时使用。"),
        fix: LocalizedText(
            english: "Leave Frequency out for one run or a DryRun; a timed run takes rate(5m), at(2030-01-31 "
                + "08:00:00) or a cron expression.",
            chinese: "单次执行或 DryRun 请省略 Frequency；定时执行可用 rate(5m)、at(2030-01-31 08:00:00) 或 cron 表达式。"))

    static let invalidTimeoutExceedLimit = ErrorEntry(
        403, "The specified parameter Timeout exceeds the upper limit.",
        parameter: "Timeout",
        cause: LocalizedText(
            english: "The timeout[ of {value} seconds] is too long[: {limit} seconds are allowed].",
            chinese: "超时时间[ {value} 秒]过长[：上限为 {limit} 秒]。"),
        fix: LocalizedText(
            english: "Shorten Timeout[ to at most {limit} seconds], and split the script if it needs longer.",
            chinese: "请缩短 Timeout[，最长 {limit} 秒]；若脚本需要更久，请拆分脚本。"))

    static let invalidParameterTimeout = ErrorEntry(
        400, "The specified parameter Timeout is not valid.",
        parameter: "Timeout",
        cause: LocalizedText(
            english: "The timeout[ of {value} seconds] is too short[: at least {limit} seconds are needed].",
            chinese: "超时时间[ {value} 秒]过短[：至少为 {limit} 秒]。"),
        fix: LocalizedText(
            english: "Give Timeout in whole seconds[, at least {limit}], or leave it out for the command's own.",
            chinese: "请以整秒填写 Timeout[，至少 {limit} 秒]，或省略以使用命令自身的超时时间。"))

    static let usernameExceedLimit = ErrorEntry(
        403, "The length of the username exceeds the upper limit.",
        official: "用户名长度超过上限。",
        parameter: "Username",
        cause: LocalizedText(
            english: "The user name is too long[: {actual} characters, where {limit} are allowed].",
            chinese: "用户名过长[：共 {actual} 个字符，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Give the name of a user of the instance, at most 255 characters, or leave Username out.",
            chinese: "请填写实例上已有的用户名，最长 255 个字符，或省略 Username。"))

    static let windowsPasswordNameExceedLimit = ErrorEntry(
        403, "The length of the WindowsPasswordName exceeds the upper limit.",
        official: "指定的WindowsPasswordName参数长度超过上限。",
        parameter: "WindowsPasswordName",
        cause: LocalizedText(
            english: "The name of the stored Windows password is too long[: {actual} characters, where {limit} "
                + "are allowed].",
            chinese: "WindowsPasswordName 过长[：共 {actual} 个字符，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Give the name of a stored password, at most 255 characters; never give the password itself.",
            chinese: "请填写所存密码的参数名称，最长 255 个字符；切勿直接填写密码。"))

    static let windowsPasswordNameMissed = ErrorEntry(
        403, "WindowsPasswordName must be specified when you create a Windows task.",
        official: "请求参数“命令类型(WindowsPasswordName)”的值未提供。",
        parameter: "WindowsPasswordName",
        cause: LocalizedText(
            english: "Username is set for a Windows instance[ ({instance})], but WindowsPasswordName is missing.",
            chinese: "为 Windows 实例[（{instance}）]指定了 Username，但未填写 WindowsPasswordName。"),
        fix: LocalizedText(
            english: "Give the name of the stored password, never the password itself, or leave Username out to "
                + "run as System.",
            chinese: "请填写所存密码的参数名称（切勿填写密码本身），或省略 Username，以 System 用户执行。"))

    static let invalidParameterWorkingDir = ErrorEntry(
        400, "The specified parameter WorkingDir is not valid.",
        official: "指定的参数WorkingDir不合法。",
        parameter: "WorkingDir",
        cause: LocalizedText(
            english: "The working directory[ {value}] is not valid.",
            chinese: "执行目录[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give a path of at most 200 characters without control characters, or leave WorkingDir out.",
            chinese: "请填写不超过 200 个字符且不含控制字符的路径，或省略 WorkingDir。"))

    static let invalidLauncherLengthLimitExceeded = ErrorEntry(
        403, "The length of the parameter Launcher exceeds the limit of 1 KB characters.",
        official: "参数Launcher的长度超过了 1 KB个字符的限制。",
        parameter: "Launcher",
        cause: LocalizedText(
            english: "The launcher is too long[: {actual} bytes, where {limit} are allowed].",
            chinese: "Launcher 过长[：共 {actual} 字节，上限为 {limit} 字节]。"),
        fix: LocalizedText(
            english: "Shorten Launcher to at most 1024 bytes, and move the rest into the script.",
            chinese: "请将 Launcher 缩短到 1024 字节以内，其余内容放入脚本。"))

    static let invalidTerminationModeNotFound = ErrorEntry(
        404, "The specified parameter TerminationMode does not exist.",
        official: "指定的参数TerminationMode不存在。",
        parameter: "TerminationMode",
        cause: LocalizedText(
            english: "The termination mode[ {value}] does not exist.",
            chinese: "停止方式[ {value} ]不存在。"),
        fix: LocalizedText(
            english: "Give Process to end the script only, or ProcessTree to end its child processes too.",
            chinese: "仅结束脚本进程请填写 Process，同时结束其子进程请填写 ProcessTree。"))

    static let invalidContainerIdMalformed = ErrorEntry(
        400, "The specified parameter ContainerId is not valid.",
        official: "指定的容器ID不合法。",
        parameter: "ContainerId",
        cause: LocalizedText(
            english: "The container id[ {value}] is not valid.",
            chinese: "容器 ID [{value} ]不合法。"),
        fix: LocalizedText(
            english: "Give 64 hexadecimal digits, with docker://, containerd:// or cri-o:// before them if you "
                + "like.",
            chinese: "请填写 64 位十六进制数，前面可以加 docker://、containerd:// 或 cri-o://。"))

    static let invalidContainerNameMalformed = ErrorEntry(
        400, "The specified parameter ContainerName is not valid.",
        official: "指定的容器名称不合法。",
        parameter: "ContainerName",
        cause: LocalizedText(
            english: "The container name[ {value}] is not valid.",
            chinese: "容器名称[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Begin with a letter or digit and use only letters, digits, dots, hyphens and underscores, "
                + "at most 255.",
            chinese: "须以英文字母或数字开头，只能包含英文字母、数字、点（.）、短划线（-）和下划线（_），最长 255 个字符。"))

    static let invalidClientTokenMalformed = ErrorEntry(
        400, "The specified parameter clientToken is not valid.",
        official: "指定的幂等参数不合法。",
        parameter: "ClientToken",
        cause: LocalizedText(
            english: "The client token[ {value}] is not valid.",
            chinese: "幂等参数[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give at most 64 printable ASCII characters, a new token for each new call.",
            chinese: "请填写不超过 64 个可打印的 ASCII 字符，每次新的调用使用新的 ClientToken。"))

    static let idempotentParameterMismatch = ErrorEntry(
        403, "The specified parameter has changed while using an already used clientToken.",
        official: "指定的客户令牌已经被使用。",
        parameter: "ClientToken",
        cause: LocalizedText(
            english: "This client token was used before, for a call with other parameters.",
            chinese: "该 ClientToken 已用于参数不同的调用。"),
        fix: LocalizedText(
            english: "Use a new ClientToken for a new call, or repeat the first call with exactly its parameters.",
            chinese: "新的调用请使用新的 ClientToken；重试请保持参数与首次调用完全一致。"))

    static let idempotentProcessing = ErrorEntry(
        403, "The previous idempotent request(s) is still processing.",
        official: "先前的幂等请求仍在处理中,请稍后重试。",
        parameter: "ClientToken",
        isRetryable: true,
        cause: LocalizedText(
            english: "The first call with this client token has not been answered yet.",
            chinese: "使用该 ClientToken 的首次调用仍在处理中。"),
        fix: LocalizedText(
            english: "Wait a few seconds, then send the same call again with the same token; it runs only once.",
            chinese: "请等待几秒，再用相同的 ClientToken 重发同一调用；命令只会执行一次。"))
}

/// The catalogue's part about changing an invocation that has not ended, whose codes have names of their own.
extension ErrorEntry {
    static let invalidParameterFrequency = ErrorEntry(
        400, "The specified parameter Frequency is not valid.",
        parameter: "Frequency",
        cause: LocalizedText(
            english: "The frequency[ {value}] is not valid for this invocation[: {detail}].",
            chinese: "执行频率[ {value} ]不适用于此次执行[：{detail}]。"),
        fix: LocalizedText(
            english: "Give a frequency such as rate(5m), at(2030-01-31 08:00:00) or a cron expression, for "
                + "an invocation whose RepeatMode is Period; flagdeck frequency explains an expression.",
            chinese: "请为执行方式为 Period 的执行填写 rate(5m)、at(2030-01-31 08:00:00) 或 "
                + "cron 表达式；可用 flagdeck frequency 查看表达式的含义。"))

    static let invalidParametersKeyDuplicate = ErrorEntry(
        400, "The specified parameter Parameters contains duplicate keys.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "The parameter[ {name}] is given more than once; capital and small letters count as the "
                + "same.",
            chinese: "参数[ {name} ]重复；参数名不区分大小写。"),
        fix: LocalizedText(
            english: "Give each parameter once.",
            chinese: "每个参数只填写一次。"))

    static let invalidParametersKeyNotMatch = ErrorEntry(
        400, "The specified parameter Parameters does not match the parameters defined in the command.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "The command names no parameter[ {name}].",
            chinese: "命令中没有名为[ {name} ]的参数。"),
        fix: LocalizedText(
            english: "Give only parameters that stand in the script in double braces.",
            chinese: "仅填写脚本中以双花括号标出的参数。"))

    static let invalidParametersKeyMalformed = ErrorEntry(
        400, "The specified parameter Parameters contains malformed keys.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "Parameters is not a JSON object, or the name or value[ of {name}] is not allowed.",
            chinese: "Parameters 不是 JSON 对象，或参数[ {name} ]的名称或取值不合法。"),
        fix: LocalizedText(
            english: "Give a JSON object whose values are texts without control characters.",
            chinese: "请填写值均为字符串且不含控制字符的 JSON 对象。"))

    static let invalidParametersKeyEmpty = ErrorEntry(
        400, "The specified parameter Parameters contains an empty key.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "A parameter has an empty name.",
            chinese: "参数名为空。"),
        fix: LocalizedText(
            english: "Give every parameter its name.",
            chinese: "请为每个参数填写名称。"))

    static let invalidParametersCountLimitExceeded = ErrorEntry(
        403, "The number of parameters exceeds the limit.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "There are too many parameters[: {actual}, and {limit} are allowed].",
            chinese: "参数过多[：共 {actual} 个，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Pass fewer parameters.",
            chinese: "请减少参数个数。"))

    static let invalidParametersKeyLengthLimitExceeded = ErrorEntry(
        403, "The length of the parameter key exceeds the limit.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "The parameter name[ {name}] is too long[: {limit} characters are allowed].",
            chinese: "参数名[ {name} ]过长[：上限为 {limit} 个字符]。"),
        fix: LocalizedText(
            english: "Shorten the name in the script and in the call.",
            chinese: "请在脚本和请求中缩短参数名。"))

    static let invalidParametersValueTypeUnsupported = ErrorEntry(
        403, "The value type of the parameter is not supported.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "The value of the parameter[ {name}] is not a text.",
            chinese: "参数[ {name} ]的值不是字符串。"),
        fix: LocalizedText(
            english: "Put the value into double quotes.",
            chinese: "请用双引号将值括起来。"))

    static let invalidCommandContentDecodeError = ErrorEntry(
        400, "The specified parameter CommandContent can not be base64 decoded.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "CommandContent is not the Base64 of a UTF-8 text.",
            chinese: "CommandContent 不是 UTF-8 文本的 Base64 编码。"),
        fix: LocalizedText(
            english: "Encode the script with Base64, or set ContentEncoding to PlainText.",
            chinese: "请对脚本进行 Base64 编码，或将 ContentEncoding 设为 PlainText。"))

    static let invalidCommandContentLengthLimitExceeded = ErrorEntry(
        403, "The length of the parameter CommandContent exceeds the limit.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "The script is too long[: {actual} bytes after Base64 encoding, and {limit} are "
                + "allowed].",
            chinese: "脚本过长[：Base64 编码后为 {actual} 字节，上限为 {limit} 字节]。"),
        fix: LocalizedText(
            english: "Shorten the script, or let it fetch the rest.",
            chinese: "请缩短脚本，或在脚本中获取其余内容。"))

    static let invalidInstanceIdOSTypeUnsupported = ErrorEntry(
        403, "The OS type of the specified instance does not support the command.",
        parameter: "InstanceId",
        cause: LocalizedText(
            english: "A command of this type[, {value},] does not run on the instance[ {instance}][, whose "
                + "system is {detail}].",
            chinese: "该类型[（{value}）]的命令无法在实例[ {instance} ]上执行[（系统为 "
                + "{detail}）]。"),
        fix: LocalizedText(
            english: "Add instances of the system that the command is for.",
            chinese: "请添加与命令匹配的操作系统的实例。"))

    static let invalidInstanceIdCountLimitExceeded = ErrorEntry(
        403, "The number of instances exceeds the limit.",
        parameter: "InstanceId",
        cause: LocalizedText(
            english: "With the added ones the invocation has too many instances[: {actual}, and {limit} are "
                + "allowed].",
            chinese: "添加后实例过多[：共 {actual} 台，上限为 {limit} 台]。"),
        fix: LocalizedText(
            english: "Add fewer instances, or start a second invocation.",
            chinese: "请减少要添加的实例，或另行发起一次执行。"))

    static let invalidOperationRepeatModeUnsupported = ErrorEntry(
        403, "The operation is not supported for the repeat mode of the invocation.",
        parameter: "InvokeId",
        cause: LocalizedText(
            english: "An invocation[ {value}] with this RepeatMode[, {detail},] cannot be changed.",
            chinese: "此执行方式[（{detail}）]的执行[ {value} ]不可修改。"),
        fix: LocalizedText(
            english: "Only Period, NextRebootOnly and EveryReboot can be changed: run the command again "
                + "instead.",
            chinese: "仅 Period、NextRebootOnly 和 EveryReboot 可修改：请重新执行命令。"))

    static let invalidOperationInvokeAlreadyFinished = ErrorEntry(
        403, "The invocation has already finished.",
        parameter: "InvokeId",
        cause: LocalizedText(
            english: "The invocation[ {value}] is over.",
            chinese: "执行[ {value} ]已结束。"),
        fix: LocalizedText(
            english: "Run the command again with the new values.",
            chinese: "请用新的取值重新执行命令。"))

    static let invalidOperationModifyPublicCommandUnsupported = ErrorEntry(
        403, "Modifying the content of a public command is not supported.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "The command[ {command}] belongs to a provider: its script cannot be changed.",
            chinese: "命令[ {command} ]属于公共命令，其内容不可修改。"),
        fix: LocalizedText(
            english: "Make a command of your own from its script and run that.",
            chinese: "请用其脚本创建自有命令后再执行。"))

    static let commandLimitExceeded = ErrorEntry(
        403, "The maximum number of commands is exceeded.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "The changed script would be kept as a new command, and no more commands[ than {limit}] "
                + "can be kept[ in {region}].",
            chinese: "修改后的脚本需保存为新命令，但[地域 {region} "
                + "]的命令数量已达上限[ {limit} 条]。"),
        fix: LocalizedText(
            english: "Delete commands that are no longer needed.",
            chinese: "请删除不再需要的命令。"))
}

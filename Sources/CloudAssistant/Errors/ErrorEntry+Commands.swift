/// The catalogue's part about a command: its id, type, script, names and quota.
extension ErrorEntry {
    static let invalidCmdIdNotFound = ErrorEntry(
        404, "The specified command ID does not exist.",
        official: "指定的 CommandId 参数有误,请检查参数值是否正确。您可以通过接口 DescribeCommands 查询所有可用的 CommandId。",
        parameter: "CommandId",
        cause: LocalizedText(
            english: "The command[ {command}] does not exist in this region.",
            chinese: "该地域中没有指定的命令[ {command}]。"),
        fix: LocalizedText(
            english: "Check CommandId and RegionId against DescribeCommands; a public command also goes by its "
                + "name.",
            chinese: "请对照 DescribeCommands 检查 CommandId 和 RegionId；公共命令也可以用名称指定。"))

    static let invalidCmdTypeNotFound = ErrorEntry(
        404, "The specified command type does not exist.",
        parameter: "Type",
        cause: LocalizedText(
            english: "The command type[ {value}] does not exist.",
            chinese: "命令类型[ {value} ]不存在。"),
        fix: LocalizedText(
            english: "Give RunShellScript for Linux, or RunBatScript or RunPowerShellScript for Windows, in "
                + "exactly that spelling.",
            chinese: "Linux 请填写 RunShellScript，Windows 请填写 RunBatScript 或 RunPowerShellScript，拼写须完全一致。"))

    static let invalidCommandTypeNotFound = ErrorEntry(
        404, "The specified parameter Type does not exist.",
        parameter: "Type",
        cause: LocalizedText(
            english: "There is no command type[ {value}] to filter by.",
            chinese: "用于筛选的命令类型[ {value} ]不存在。"),
        fix: LocalizedText(
            english: "Give RunShellScript, RunBatScript or RunPowerShellScript in exactly that spelling, or "
                + "leave Type out.",
            chinese: "请填写 RunShellScript、RunBatScript 或 RunPowerShellScript，拼写须完全一致，或省略 Type。"))

    static let cmdContentExceedLimit = ErrorEntry(
        403, "The maximum length of a command is exceeded.",
        official: "您的命令内容过长,请精简您的命令内容。",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "The script is too long[: {actual} bytes in Base64, where {limit} are allowed].",
            chinese: "命令内容过长[：Base64 编码后为 {actual} 字节，上限为 {limit} 字节]。"),
        fix: LocalizedText(
            english: "Shorten the script or its parameter values[ to at most {limit} bytes in Base64], or call a "
                + "file on the instance.",
            chinese: "请精简命令内容或参数值[，使 Base64 编码后不超过 {limit} 字节]，或改为调用实例上已有的脚本文件。"))

    static let cmdContentDecodeError = ErrorEntry(
        400, "The CommandContent can not be base64 decoded.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "CommandContent is not the Base64 of a UTF-8 text.",
            chinese: "CommandContent 不是 UTF-8 文本的 Base64 编码。"),
        fix: LocalizedText(
            english: "Encode the script in Base64, or set ContentEncoding to PlainText; CreateCommand takes "
                + "Base64 unless told otherwise.",
            chinese: "请将脚本编码为 Base64，或将 ContentEncoding 设为 PlainText；CreateCommand 默认按 Base64 解码。"))

    static let cmdNameExceedLimit = ErrorEntry(
        403, "The length of the command name exceeds the upper limit.",
        parameter: "Name",
        cause: LocalizedText(
            english: "The command name is too long[: {actual} characters, where {limit} are allowed].",
            chinese: "命令名称过长[：共 {actual} 个字符，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Shorten Name to at most 128 characters.",
            chinese: "请将 Name 缩短到 128 个字符以内。"))

    static let cmdDescExceedLimit = ErrorEntry(
        403, "The length of the command description exceeds the upper limit.",
        parameter: "Description",
        cause: LocalizedText(
            english: "The description is too long[: {actual} characters, where {limit} are allowed].",
            chinese: "命令描述过长[：共 {actual} 个字符，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Shorten Description to at most 512 characters.",
            chinese: "请将 Description 缩短到 512 个字符以内。"))

    static let invalidParameterCharacterCommandName = ErrorEntry(
        403, "The command Name contains illegal characters.",
        parameter: "Name",
        cause: LocalizedText(
            english: "The command name holds characters that are not allowed.",
            chinese: "命令名称包含非法字符。"),
        fix: LocalizedText(
            english: "Remove control characters, such as line breaks and tabs, from Name.",
            chinese: "请删除 Name 中的换行、制表符等控制字符。"))

    static let invalidParameterCharacterCommandDescription = ErrorEntry(
        403, "The command Description contains illegal characters.",
        parameter: "Description",
        cause: LocalizedText(
            english: "The description holds characters that are not allowed.",
            chinese: "命令描述包含非法字符。"),
        fix: LocalizedText(
            english: "Remove control characters from Description.",
            chinese: "请删除 Description 中的控制字符。"))

    static let cmdNameReadonly = ErrorEntry(
        403, "The command name is readonly after publishing.",
        parameter: "CommandId",
        cause: LocalizedText(
            english: "The command[ {command}] belongs to a provider[, {detail},] and cannot be changed or deleted.",
            chinese: "命令[ {command} ]由提供方[ {detail} ]发布，不能修改或删除。"),
        fix: LocalizedText(
            english: "Create a command of your own with its content, and change that.",
            chinese: "请以其内容创建您自己的命令，再修改该命令。"))

    static let cmdCountExceedQuota = ErrorEntry(
        403, "The total number of commands in the current region exceeds the quota.",
        cause: LocalizedText(
            english: "No more commands can be kept[ in the region {region}][: the quota of {limit} is reached].",
            chinese: "[地域 {region} 中]可保存的命令数已达上限[（{limit} 个）]。"),
        fix: LocalizedText(
            english: "Invoke a command that exists, or use RunCommand without KeepCommand, which counts against "
                + "no quota.",
            chinese: "请使用已有的命令，或使用不带 KeepCommand 的 RunCommand（不占用配额）。"))

    static let cmdParamCountExceedLimit = ErrorEntry(
        403, "The maximum number of custom parameters is exceeded.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "The script names too many parameters[: {actual}, where {limit} are allowed].",
            chinese: "脚本中的自定义参数过多[：共 {actual} 个，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Use fewer parameter names in the script[: at most {limit}].",
            chinese: "请减少脚本中的自定义参数[，最多 {limit} 个]。"))

    static let cmdParamNameExceedLimit = ErrorEntry(
        403, "The maximum length of a parameter name is exceeded.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "The parameter name[ {name}] in the script is too long[: {limit} bytes are allowed].",
            chinese: "脚本中的参数名[ {name} ]过长[：上限为 {limit} 字节]。"),
        fix: LocalizedText(
            english: "Shorten the name in the script to at most 64 bytes.",
            chinese: "请将脚本中的参数名缩短到 64 字节以内。"))

    static let cmdParamEmptyKey = ErrorEntry(
        400, "You must specify the parameter names.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "The script holds a pair of double braces without a parameter name.",
            chinese: "脚本中的双花括号内没有参数名。"),
        fix: LocalizedText(
            english: "Write a name between the double braces, or set EnableParameter to false to leave them as "
                + "they are.",
            chinese: "请在双花括号内填写参数名；若要原样保留，请将 EnableParameter 设为 false。"))

    static let cmdParamInvalidParamName = ErrorEntry(
        400,
        "Invalid parameter name. The name can contain only lowercase letters (a to z), uppercase letters (A to "
            + "Z), numbers (0 to 9), hyphens (-), and underscores (_).",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "The parameter name[ {name}] in the script is not allowed.",
            chinese: "脚本中的参数名[ {name} ]不合法。"),
        fix: LocalizedText(
            english: "Use only the letters a to z and A to Z, digits, hyphens and underscores, or set "
                + "EnableParameter to false.",
            chinese: "参数名只能包含英文字母、数字、短划线（-）和下划线（_）；若不使用参数，请将 EnableParameter 设为 false。"))
}

/// The catalogue's part about custom parameters and the parameter store.
extension ErrorEntry {
    static let parameterDisabled = ErrorEntry(
        400, "Parameters cannot be passed in when the command customization function is disabled.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "Parameters are given, but the command[ {command}] was created without them.",
            chinese: "传入了参数，但命令[ {command} ]未启用自定义参数。"),
        fix: LocalizedText(
            english: "Leave Parameters out, or create the command anew with EnableParameter set to true.",
            chinese: "请省略 Parameters，或将 EnableParameter 设为 true 后重新创建命令。"))

    static let parameterMissingValue = ErrorEntry(
        400, "The parameter value of this command is required.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "A required parameter has no value[: {name}].",
            chinese: "必填参数没有值[：{name}]。"),
        fix: LocalizedText(
            english: "Give it a value in Parameters that is not empty.",
            chinese: "请在 Parameters 中为其填写非空的值。"))

    static let invalidParameterParameters = ErrorEntry(
        400, "The specified parameter Parameters is not valid.",
        official: "指定的参数Parameters不合法。",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "Parameters is not valid[: {name} does not take the value {value}][, only {limit}].",
            chinese: "Parameters 不合法[：{name} 不接受 {value}][，只接受 {limit}]。"),
        fix: LocalizedText(
            english: "Give each parameter a value that the command allows; Parameters itself is one JSON object of "
                + "names and texts, and no name may be empty.",
            chinese: "请为每个参数填写该命令允许的值；Parameters 本身须是一个 JSON 对象，其值均为字符串，参数名不能为空。"))

    static let parameterCountExceedLimit = ErrorEntry(
        403, "The maximum number of parameters is exceeded.",
        official: "参数数量超出最大可设置数量。",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "Too many parameters are given[: {actual}, where {limit} are allowed].",
            chinese: "传入的参数过多[：共 {actual} 个，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Give fewer parameters[: at most {limit}]; those left out take their defaults.",
            chinese: "请减少传入的参数[，最多 {limit} 个]；未传入的参数使用默认值。"))

    static let parameterKeyExceedLimit = ErrorEntry(
        403, "The maximum length of a parameter name is exceeded.",
        official: "指定的参数Key长度超过可设置的最大长度。",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "The parameter name[ {name}] is too long[: {limit} bytes are allowed].",
            chinese: "参数名[ {name} ]过长[：上限为 {limit} 字节]。"),
        fix: LocalizedText(
            english: "Use a name that the command defines; names have at most 64 bytes.",
            chinese: "请使用命令中定义的参数名；参数名最长 64 字节。"))

    static let parameterKeyDuplicate = ErrorEntry(
        403, "Parameter names cannot be duplicated.",
        official: "参数名称不能重复,请确认后重试。",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "A parameter is given more than once[: {name}].",
            chinese: "参数重复[：{name}]。"),
        fix: LocalizedText(
            english: "Give each name once; upper and lower case count as the same.",
            chinese: "每个参数名只能出现一次；参数名不区分大小写。"))

    static let parameterNotMatched = ErrorEntry(
        403, "The passed-in parameters do not match the parameters defined when you created the command.",
        official: "传入的自定义参数与创建命令时定义的自定义参数不匹配。",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "The command[ {command}] does not define the given parameter[ {name}].",
            chinese: "命令[ {command} ]未定义传入的参数[ {name}]。"),
        fix: LocalizedText(
            english: "Remove the parameter or correct its name; DescribeCommands shows the ParameterNames of a "
                + "command.",
            chinese: "请删除该参数或更正参数名；可用 DescribeCommands 查看命令的 ParameterNames。"))

    static let parameterTypeNotSupported = ErrorEntry(
        403, "The type of parameter value is not supported.",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "The value of a parameter is not a text[: {name}].",
            chinese: "参数值不是字符串[：{name}]。"),
        fix: LocalizedText(
            english: "Put the value in double quotes: \"5\" and \"true\" rather than 5 and true.",
            chinese: "请给参数值加上双引号，例如写成 \"5\" 和 \"true\"，而不是 5 和 true。"))

    static let invalidParameterCharsetParameters = ErrorEntry(
        403, "The parameter Parameters contains illegal charset.",
        official: "命令参数包含非法字符集。",
        parameter: "Parameters",
        cause: LocalizedText(
            english: "A parameter holds characters that are not allowed[: {name}].",
            chinese: "参数包含非法字符[：{name}]。"),
        fix: LocalizedText(
            english: "Remove control characters and broken UTF-8; tabs and line breaks may stay.",
            chinese: "请删除控制字符和无效的 UTF-8 字符；制表符和换行可以保留。"))

    static let parameterStoreNotSupported = ErrorEntry(
        403, "Parameter Store is not supported in this region.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "The script asks for a stored parameter[ ({name})], and there is no parameter store here.",
            chinese: "脚本引用了参数仓库中的参数[（{name}）]，但此处不支持参数仓库。"),
        fix: LocalizedText(
            english: "Remove the oos: or oos-secret: placeholder; read the value on the instance, or pass it in "
                + "Parameters if it is no secret.",
            chinese: "请删除 oos: 或 oos-secret: 占位符；改为在实例上读取该值，若不涉密也可通过 Parameters 传入。"))

    static let parameterStoreInvalidParameters = ErrorEntry(
        403, "The parameter is invalid in Parameter Store.",
        official: "未找到命令内容中的{{oos:?}}所指定的参数。",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "A parameter that is asked for is not in the parameter store, or is of the other kind[: {name}].",
            chinese: "参数仓库中没有所引用的参数，或其类型不符[：{name}]。"),
        fix: LocalizedText(
            english: "Check the name and its case, that it exists in this region (flagdeck parameters list), and that "
                + "secrets are named with oos-secret: and others with oos:.",
            chinese: "请检查名称及大小写，确认该参数存在于当前地域（flagdeck parameters list），且加密参数使用 oos-secret:，"
                + "其他参数使用 oos:。"))

    static let parameterStoreNoPermission = ErrorEntry(
        403, "You have no access to Parameter Store.",
        parameter: "CommandContent",
        cause: LocalizedText(
            english: "You may not read the parameter store[: {detail}].",
            chinese: "您没有读取参数仓库的权限[：{detail}]。"),
        fix: LocalizedText(
            english: "Have the owner allow you (flagdeck parameters set --allow). In the cloud: have oos:GetParameters "
                + "granted, and for encrypted ones oos:GetSecretParameters and the use of their KMS key.",
            chinese: "请由所有者授权（flagdeck parameters set --allow）。在云端请申请 oos:GetParameters 权限；加密参数还需要 "
                + "oos:GetSecretParameters 权限及其 KMS 密钥的使用权限。"))

    static let temporaryAccessKeyError = ErrorEntry(
        403, "The temporary accessKey is invalid.",
        cause: LocalizedText(
            english: "The temporary access key for the parameter store is not valid[: {detail}].",
            chinese: "用于访问参数仓库的临时访问密钥无效[：{detail}]。"),
        fix: LocalizedText(
            english:
                "Renew the key (flagdeck parameters key --rotate). In the cloud: get new temporary credentials, and "
                + "check the RAM role if that does not help.",
            chinese: "请更新密钥（flagdeck parameters key --rotate）。在云端请重新获取临时凭证；若仍失败，请检查 RAM 角色。"))
}

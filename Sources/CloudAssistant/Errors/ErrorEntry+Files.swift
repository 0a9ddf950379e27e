/// The catalogue's part about files that are sent.
extension ErrorEntry {
    static let fileNameExceedLimit = ErrorEntry(
        403, "The length of the file name exceeds the upper limit.",
        parameter: "Name",
        cause: LocalizedText(
            english: "The file name is too long[: {actual} characters, where {limit} are allowed].",
            chinese: "文件名过长[：共 {actual} 个字符，上限为 {limit} 个字符]。"),
        fix: LocalizedText(
            english: "Give a shorter Name; the directory belongs in TargetDir.",
            chinese: "请缩短 Name；目录请填写在 TargetDir 中。"))

    static let fileTargetDirInvalid = ErrorEntry(
        400, "The specified parameter TargetDir is not valid.",
        parameter: "TargetDir",
        cause: LocalizedText(
            english: "The directory[ {value}] is not valid.",
            chinese: "目标目录[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give a path that begins with a slash, at most 255 characters without . and .. as parts and "
                + "without control characters.",
            chinese: "请填写以斜杠开头的路径，最多 255 个字符，不能含有 . 或 .. 部分，也不能含有控制字符。"))

    static let fileContentTypeInvalid = ErrorEntry(
        400, "The specified parameter ContentType is not valid.",
        parameter: "ContentType",
        cause: LocalizedText(
            english: "The content type[ {value}] does not exist.",
            chinese: "内容类型[ {value} ]不存在。"),
        fix: LocalizedText(
            english: "Give PlainText or Base64, or leave ContentType out for PlainText.",
            chinese: "请填写 PlainText 或 Base64，或省略 ContentType 以使用 PlainText。"))

    static let fileContentDecodeError = ErrorEntry(
        400, "The file content can not be base64 decoded.",
        parameter: "Content",
        cause: LocalizedText(
            english: "Content is not Base64, although ContentType says so.",
            chinese: "ContentType 为 Base64，但 Content 不是合法的 Base64。"),
        fix: LocalizedText(
            english: "Encode the content in Base64, or set ContentType to PlainText.",
            chinese: "请对内容进行 Base64 编码，或将 ContentType 设为 PlainText。"))

    static let fileSizeExceedLimit = ErrorEntry(
        403, "The size of the file exceeds the upper limit.",
        parameter: "Content",
        cause: LocalizedText(
            english: "The file is too long[: {actual} bytes in Base64, where {limit} are allowed].",
            chinese: "文件过大[：Base64 编码后共 {actual} 字节，上限为 {limit} 字节]。"),
        fix: LocalizedText(
            english: "Send at most 24 KB, compressed or in parts, or let a script fetch the file.",
            chinese: "请发送不超过 24 KB 的内容（可压缩或分段），或用脚本下载该文件。"))

    static let invalidParameterFileOwner = ErrorEntry(
        400, "The specified parameter FileOwner is not valid.",
        parameter: "FileOwner",
        cause: LocalizedText(
            english: "The owner[ {value}] is not a valid user name.",
            chinese: "文件所有者[ {value} ]不是合法的用户名。"),
        fix: LocalizedText(
            english: "Give the name of a user of the instance, at most 64 characters without blanks, colons and "
                + "slashes, or leave FileOwner out.",
            chinese: "请填写实例上的用户名，最多 64 个字符，不能含有空格、冒号或斜杠，或省略 FileOwner。"))

    static let invalidParameterFileGroup = ErrorEntry(
        400, "The specified parameter FileGroup is not valid.",
        parameter: "FileGroup",
        cause: LocalizedText(
            english: "The group[ {value}] is not a valid group name.",
            chinese: "文件所属组[ {value} ]不是合法的用户组名。"),
        fix: LocalizedText(
            english: "Give the name of a group of the instance, at most 64 characters without blanks, colons and "
                + "slashes, or leave FileGroup out.",
            chinese: "请填写实例上的用户组名，最多 64 个字符，不能含有空格、冒号或斜杠，或省略 FileGroup。"))

    static let fileModeInvalid = ErrorEntry(
        400, "The specified parameter FileMode is not valid.",
        parameter: "FileMode",
        cause: LocalizedText(
            english: "The file mode[ {value}] is not valid.",
            chinese: "文件权限[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give three or four octal digits as for chmod, such as 0644 or 755.",
            chinese: "请按 chmod 的格式填写三位或四位八进制数字，例如 0644 或 755。"))

    static let fileDescExceedLimit = ErrorEntry(
        403, "The length of the file description exceeds the upper limit.",
        parameter: "Description",
        cause: LocalizedText(
            english: "The description of the file is too long[: {actual} characters, where {limit} are allowed].",
            chinese: "文件描述过长[：共 {actual} 个字符，上限为 {limit} 个字符]。"),
        fix: LocalizedText(
            english: "Shorten Description, or leave it out.",
            chinese: "请缩短或省略 Description。"))
}

/// The result codes about files that are sent.
extension ResultErrorCode.Entry {
    static let userGroupNotExists = Self(
        "The specified user group does not exist.",
        cause: LocalizedText(
            english: "The group that the file is to belong to does not exist on the instance.",
            chinese: "实例上不存在文件所属的用户组。"),
        fix: LocalizedText(
            english: "Check FileGroup, or create the group on the instance first.",
            chinese: "请检查 FileGroup，或先在实例上创建该用户组。"))

    static let fileCreateFail = Self(
        "The file could not be created.",
        cause: LocalizedText(
            english: "The file or its directory could not be made or written on the instance.",
            chinese: "无法在实例上创建或写入文件或其目录。"),
        fix: LocalizedText(
            english: "Check the free space of the instance and whether the service may write to the directory, then "
                + "send the file again; nothing was left behind.",
            chinese: "请检查实例的可用空间以及服务是否有权写入该目录，然后重新发送；没有留下任何残余文件。"))

    static let fileAlreadyExists = Self(
        "The file already exists.",
        cause: LocalizedText(
            english: "There is a file of that name in the directory, and it was not to be replaced.",
            chinese: "目录中已有同名文件，且未要求覆盖。"),
        fix: LocalizedText(
            english: "Set Overwrite to replace it, or give another Name.",
            chinese: "请设置 Overwrite 以覆盖该文件，或更换 Name。"))

    static let fileContentInvalid = Self(
        "The file content is invalid.",
        cause: LocalizedText(
            english: "The content is not what was accepted: it was damaged on the way, so nothing was written.",
            chinese: "文件内容与接受时不一致，可能已损坏，因此没有写入。"),
        fix: LocalizedText(
            english: "Send the file again; if it happens again, check the disk of the service.",
            chinese: "请重新发送；若再次出现，请检查服务所在的磁盘。"))

    static let fileNameInvalid = Self(
        "The file name is invalid.",
        cause: LocalizedText(
            english: "The file system of the instance does not take the file name.",
            chinese: "实例的文件系统不接受该文件名。"),
        fix: LocalizedText(
            english: "Give a shorter name; most file systems take 255 bytes, which is 85 Chinese characters.",
            chinese: "请缩短文件名；大多数文件系统最多接受 255 字节，即 85 个汉字。"))

    static let filePathInvalid = Self(
        "The file path is invalid.",
        cause: LocalizedText(
            english: "A part of the directory is a file, or a link that is not followed because others could have "
                + "made it.",
            chinese: "目录路径中有一部分是文件，或是可能由他人创建、因而不予跟随的链接。"),
        fix: LocalizedText(
            english: "Give the directory by its real path; realpath on the instance shows it.",
            chinese: "请填写目录的真实路径；可在实例上用 realpath 查看。"))

    static let fileAuthorityInvalid = Self(
        "The file authority is invalid.",
        cause: LocalizedText(
            english: "The owner, the group or the mode of the file could not be set.",
            chinese: "无法设置文件的所有者、用户组或权限。"),
        fix: LocalizedText(
            english: "Leave FileOwner and FileGroup out, or run the service as root, which may give files away.",
            chinese: "请省略 FileOwner 和 FileGroup，或以 root 身份运行服务，只有 root 才能更改文件的所有者。"))

    /// `AccountNotExists` of a file, where the account is the owner.
    static let fileOwnerNotExists = Self(
        "The specified account does not exist.",
        cause: LocalizedText(
            english: "The user that the file is to belong to does not exist on the instance.",
            chinese: "实例上不存在文件所有者。"),
        fix: LocalizedText(
            english: "Check FileOwner, or create the user on the instance first.",
            chinese: "请检查 FileOwner，或先在实例上创建该用户。"))

    /// `ExecutionInterrupted` of a file.
    static let fileInterrupted = Self(
        "The command execution was interrupted.",
        cause: LocalizedText(
            english: "The service ended while it sent the file, and the file is not there as it was sent.",
            chinese: "服务在发送文件时中止，且实例上没有与所发送内容一致的文件。"),
        fix: LocalizedText(
            english: "Look at the file on the instance, then send it again.",
            chinese: "请查看实例上的文件，然后重新发送。"))
}

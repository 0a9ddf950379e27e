/// The catalogue's part about output delivery, permissions, quotas and the service itself.
extension ErrorEntry {
    static let invalidParameterOssOutputDelivery = ErrorEntry(
        400, "The specified parameter OssOutputDelivery is not valid.",
        official: "指定的参数OssOutputDelivery不合法。",
        parameter: "OssOutputDelivery",
        cause: LocalizedText(
            english: "The place for the output[ ({value})] is not a valid OSS address.",
            chinese: "输出投递地址[（{value}）]不是合法的 OSS 地址。"),
        fix: LocalizedText(
            english: "Give oss://bucket or oss://bucket/prefix; a bucket name has 3 to 63 lower-case letters, "
                + "digits and hyphens.",
            chinese: "请填写 oss://bucket 或 oss://bucket/prefix；Bucket 名称为 3 至 63 个小写字母、数字或短划线（-）。"))

    static let invalidOssOutputDeliveryKeyPrefixMalformed = ErrorEntry(
        400, "The prefix of the OSS key specified in the parameter OssOutputDelivery is not valid.",
        official: "参数OssOutputDelivery中指定的prefix不合法。",
        parameter: "OssOutputDelivery",
        cause: LocalizedText(
            english: "The prefix after the bucket name is not valid[: {value}].",
            chinese: "Bucket 名称之后的前缀不合法[：{value}]。"),
        fix: LocalizedText(
            english:
                "Give at most 254 bytes without control characters, not beginning with / or \\, and without . or .. "
                + "between slashes.",
            chinese: "前缀最长 254 字节，不能以 / 或 \\ 开头，不能包含控制字符，斜杠之间不能是 . 或 ..。"))

    static let invalidOssOutputDeliveryBucketInOtherRegion = ErrorEntry(
        400, "The OSS bucket specified in the parameter OssOutputDelivery is in another region.",
        official: "参数OssOutputDelivery 中指定的 OSS bucket在其他地域。",
        parameter: "OssOutputDelivery",
        cause: LocalizedText(
            english: "The OSS bucket[ of {value}] is not in the region of the call.",
            chinese: "OSS 存储空间[（{value}）]不在本次调用的地域。"),
        fix: LocalizedText(
            english: "Give a bucket in the same region[ ({region})] as the instances.",
            chinese: "请填写与实例同一地域[（{region}）]的 Bucket。"))

    static let invalidOssOutputDeliveryBucketNotFound = ErrorEntry(
        404, "The OSS bucket specified in the parameter OssOutputDelivery does not exist.",
        official: "参数OssOutputDelivery中指定的bucket不存在。",
        parameter: "OssOutputDelivery",
        cause: LocalizedText(
            english: "The OSS bucket[ of {value}] does not exist.",
            chinese: "OSS 存储空间[（{value}）]不存在。"),
        fix: LocalizedText(
            english: "Correct the bucket name in OssOutputDelivery, or create the bucket.",
            chinese: "请更正 OssOutputDelivery 中的 Bucket 名称，或先创建该 Bucket。"))

    static let invalidOssOutputDeliveryBucketAccessDenied = ErrorEntry(
        403, "The error message returned by the OSS API is: %s",
        parameter: "OssOutputDelivery",
        cause: LocalizedText(
            english: "OSS refused access to the bucket[: {detail}].",
            chinese: "OSS 拒绝访问该 Bucket[：{detail}]。"),
        fix: LocalizedText(
            english: "Allow the service-linked role of Cloud Assistant to write to the bucket, or give another "
                + "bucket.",
            chinese: "请允许云助手的服务关联角色写入该 Bucket，或改用其他 Bucket。"))

    static let createServiceLinkedRoleNoPermission = ErrorEntry(
        403, "You do not have permission to create ServiceLinkedRole for output delivery.",
        official: "您没有为output投递功能创建服务关联角色的权限。",
        parameter: "OssOutputDelivery",
        cause: LocalizedText(
            english: "You may not create the service-linked role that delivers the output[: {detail}].",
            chinese: "您没有为输出投递创建服务关联角色的权限[：{detail}]。"),
        fix: LocalizedText(
            english: "Have ram:CreateServiceLinkedRole granted, or leave OssOutputDelivery out.",
            chinese: "请申请 ram:CreateServiceLinkedRole 权限，或省略 OssOutputDelivery。"))

    static let invocationExceedQuota = ErrorEntry(
        403, "The invocation quota in the current region has been reached for today.",
        official: "在当前地域命令执行次数已到达今天的额度。",
        cause: LocalizedText(
            english: "No more commands can be run today[ in the region {region}][: the quota of {limit} is "
                + "reached].",
            chinese: "[地域 {region} 中]今日的命令执行次数已用完[（上限 {limit} 次）]。"),
        fix: LocalizedText(
            english: "Wait until 00:00 UTC, when the count starts anew, or have the quota raised.",
            chinese: "请等到 UTC 时间 00:00 重新计数，或申请提高配额。"))

    static let operationForbidden = ErrorEntry(
        403, "The operation is not permitted.",
        official: "该操作是不被允许的。",
        cause: LocalizedText(
            english: "[{parameter}: ]the operation is not permitted[ with the value {value}][ on the instance "
                + "{instance}][: {detail}][; runs of the command {command} that have not ended: {actual}].",
            chinese: "[{parameter}：][取值为 {value} 时，]不允许[对实例 {instance} ]执行该操作[：{detail}]"
                + "[；命令 {command} 尚有 {actual} 个执行未结束]。"),
        fix: LocalizedText(
            english: "[Stop the runs of {command} or wait for their end, then call again.|Leave out what is not "
                + "offered here: timed and reboot runs, containers. An instance in a resource group "
                + "needs that group in ResourceGroupId.]",
            chinese: "[请停止命令 {command} 的执行或等待其结束，然后重试。|请去掉此处不支持的功能：定时和重启时执行、容器。"
                + "若实例属于某资源组，请在 ResourceGroupId 中填写该资源组。]"))

    static let forbiddenRAM = ErrorEntry(
        403, "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
        cause: LocalizedText(
            english: "You[ ({name})] are not allowed to do this.",
            chinese: "您[（{name}）]没有执行该操作的权限。"),
        fix: LocalizedText(
            english: "Call as the owner of the state directory or as root, or have the owner make the call.",
            chinese: "请以状态目录的所有者或 root 用户身份操作，或请所有者代为执行。"))

    static let missingParameter = ErrorEntry(
        400, "The input parameter \"%s\" that is mandatory for processing this request is not supplied.",
        cause: LocalizedText(
            english: "A required parameter is missing[: {parameter}].",
            chinese: "缺少必填参数[：{parameter}]。"),
        fix: LocalizedText(
            english: "Give the parameter[ {parameter}] a value that is not empty.",
            chinese: "请为参数[ {parameter} ]填写非空的值。"))

    static let invalidParameter = ErrorEntry(
        400, "Specified parameter %s is not valid.",
        cause: LocalizedText(
            english: "The value[ {value}] of the parameter[ {parameter}] is not valid[: {detail}].",
            chinese: "参数[ {parameter} ]的值[ {value} ]不合法[：{detail}]。"),
        fix: LocalizedText(
            english: "Correct the value[ of {parameter}] and call again; the spelling must be exact, capitals "
                + "included.",
            chinese: "请更正[ {parameter} 的]取值后重试；拼写须完全一致，区分大小写。"))

    static let internalErrorDispatch = ErrorEntry(
        500, "An error occurred when you dispatched the request.",
        official: "发送请求时发生错误,请稍后重试。",
        isRetryable: true,
        cause: LocalizedText(
            english: "The service could not carry out the call[: {detail}].",
            chinese: "服务未能完成该调用[：{detail}]。"),
        fix: LocalizedText(
            english: "Look at the disk and the state directory[ {path}], then call again with the same "
                + "ClientToken, if you gave one.",
            chinese: "请检查磁盘和状态目录[ {path} ]后重试；若使用了 ClientToken，请保持不变。"))

    static let serviceUnavailable = ErrorEntry(
        503, "The request has failed due to a temporary failure of the server.",
        isRetryable: true,
        cause: LocalizedText(
            english: "Another flagdeck[ (process {holder})] is the engine of this state directory, and only it "
                + "can start or stop runs.",
            chinese: "该状态目录由另一个 flagdeck 进程[（{holder}）]负责，只有它能启动或停止执行。"),
        fix: LocalizedText(
            english: "Use that console, or end it[ (process {holder})], or give another --state-dir.",
            chinese: "请使用那个控制台，或结束它[（进程 {holder}）]，或用 --state-dir 指定其他目录。"))
}

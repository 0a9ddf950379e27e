/// The catalogue's part about the region, the instances and the resource tags of a call.
extension ErrorEntry {
    static let regionIdApiNotSupported = ErrorEntry(
        400, "The api is not supported in this region.",
        official: "指定地域下不支持调用 API。请检查 RegionId 参数取值是否正确。",
        parameter: "RegionId",
        cause: LocalizedText(
            english: "The region[ {region}] is known, but commands cannot be run in it.",
            chinese: "地域[ {region} ]存在，但不支持执行命令。"),
        fix: LocalizedText(
            english: "Give a region that runs commands; DescribeRegions lists the regions.",
            chinese: "请改用支持执行命令的地域；可用 DescribeRegions 查询地域。"))

    static let invalidRegionIdNotFound = ErrorEntry(
        404, "The RegionId provided does not exist in our records.",
        official: "地域信息错误",
        parameter: "RegionId",
        cause: LocalizedText(
            english: "The region[ {region}] is not known.",
            chinese: "该地域[ {region} ]不存在。"),
        fix: LocalizedText(
            english: "Give a RegionId that DescribeRegions lists, in exactly that spelling.",
            chinese: "请填写 DescribeRegions 返回的 RegionId，拼写须完全一致。"))

    static let missingParamInstanceId = ErrorEntry(
        400, "The parameter instanceId is missing or empty.",
        official: "实例ID为空。",
        parameter: "InstanceId",
        cause: LocalizedText(
            english: "No instance is named, or one of the instance ids is empty.",
            chinese: "未指定实例，或某个实例 ID 为空。"),
        fix: LocalizedText(
            english: "Give 1 to 100 ids in InstanceId, or choose the instances with ResourceTag.",
            chinese: "请在 InstanceId 中填写 1 至 100 个实例 ID，或用 ResourceTag 选择实例。"))

    static let instanceIdsExceedLimit = ErrorEntry(
        403, "The number of instance IDs exceeds the upper limit.",
        official: "目标实例数量超过上限。",
        parameter: "InstanceId",
        cause: LocalizedText(
            english: "The call covers too many instances[: {actual}, where {limit} are allowed].",
            chinese: "目标实例过多[：共 {actual} 个，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Split the call into several[ of at most {limit} instances each].",
            chinese: "请拆分为多次调用[，每次最多 {limit} 个实例]。"))

    static let invalidInstanceNotFound = ErrorEntry(
        404, "The specified instance does not exist.",
        official: "指定的实例不存在。",
        parameter: "InstanceId",
        cause: LocalizedText(
            english: "The instance[ {instance}] does not exist[ in the region {region}].",
            chinese: "[地域 {region} 中]找不到指定的实例[ {instance}]。"),
        fix: LocalizedText(
            english: "Check the id and the region against DescribeInstances; one unknown id refuses the whole call.",
            chinese: "请对照 DescribeInstances 检查实例 ID 和地域；只要有一个 ID 不存在，整个调用都会被拒绝。"))

    static let invalidInstanceIdNotFound = ErrorEntry(
        404, "The specified parameter InstanceId does not exist.",
        parameter: "InstanceId",
        cause: LocalizedText(
            english: "The instance[ {instance}] is not part of this invocation.",
            chinese: "实例[ {instance} ]不属于该次执行。"),
        fix: LocalizedText(
            english: "Give instances that DescribeInvocationResults lists for it, or leave InstanceId out to "
                + "mean all of them.",
            chinese: "请填写 DescribeInvocationResults 中该次执行包含的实例，或省略 InstanceId 以表示全部实例。"))

    static let invalidInvokeIdNotFound = ErrorEntry(
        404, "The specified invoke ID does not exist.",
        parameter: "InvokeId",
        cause: LocalizedText(
            english: "The invocation[ {value}] does not exist in this region.",
            chinese: "该地域中没有指定的执行[ {value}]。"),
        fix: LocalizedText(
            english: "Check InvokeId, which begins with t-, and RegionId; DescribeInvocations lists the "
                + "invocations.",
            chinese: "请检查 InvokeId（以 t- 开头）和 RegionId；可用 DescribeInvocations 查询。"))

    static let invalidInstanceNotMatch = ErrorEntry(
        400, "The specified instance type does not match the command.",
        parameter: "InstanceId",
        cause: LocalizedText(
            english: "The command type[ {value}] does not fit the operating system[ {detail}] of the instance[ "
                + "{instance}].",
            chinese: "命令类型[ {value} ]与实例[ {instance} ]的操作系统[ {detail} ]不匹配。"),
        fix: LocalizedText(
            english: "Use RunShellScript on Linux and RunBatScript or RunPowerShellScript on Windows, or leave "
                + "this instance out.",
            chinese: "Linux 实例请使用 RunShellScript，Windows 实例请使用 RunBatScript 或 RunPowerShellScript，或去掉该实例。"))

    static let numberExceedResourceTags = ErrorEntry(
        400, "The maximum number of ResourceTags is exceeded.",
        parameter: "ResourceTag.N",
        cause: LocalizedText(
            english: "Too many resource tags are given[: {actual}, where {limit} are allowed].",
            chinese: "资源标签过多[：共 {actual} 个，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Give fewer resource tags: at most 10 in InvokeCommand and 20 in RunCommand.",
            chinese: "请减少资源标签：InvokeCommand 最多 10 个，RunCommand 最多 20 个。"))

    static let missingParameterResourceTagKey = ErrorEntry(
        400, "You must specify ResourceTag.N.Key.",
        parameter: "ResourceTag.N.Key",
        cause: LocalizedText(
            english: "A resource tag has no key[: {parameter} is missing].",
            chinese: "有资源标签缺少键[：未填写 {parameter}]。"),
        fix: LocalizedText(
            english: "Give every ResourceTag.N a Key, or remove the tag.",
            chinese: "请为每个 ResourceTag.N 填写 Key，或删除该标签。"))

    static let invalidResourceTagKeyMalformed = ErrorEntry(
        400, "The specified ResourceTag key is not valid.",
        parameter: "ResourceTag.N.Key",
        cause: LocalizedText(
            english: "The resource tag key[ {value}][ in {parameter}] is not allowed.",
            chinese: "[{parameter} 中的]资源标签键[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give 1 to 64 characters without http://, https:// and control characters, not beginning "
                + "with aliyun or acs:.",
            chinese: "请填写 1 至 64 个字符，不能以 aliyun 或 acs: 开头，不能包含 http://、https:// 或控制字符。"))

    static let invalidResourceTagValueMalformed = ErrorEntry(
        400, "The specified ResourceTag value is not valid.",
        parameter: "ResourceTag.N.Value",
        cause: LocalizedText(
            english: "The resource tag value[ {value}][ in {parameter}] is not allowed.",
            chinese: "[{parameter} 中的]资源标签值[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give at most 128 characters without http://, https:// and control characters; the value "
                + "may be empty.",
            chinese: "请填写最多 128 个字符，不能包含 http://、https:// 或控制字符；可以为空。"))

    static let duplicateResourceTagKey = ErrorEntry(
        400, "The ResourceTag contains duplicate keys.",
        parameter: "ResourceTag.N.Key",
        cause: LocalizedText(
            english: "The resource tag key[ {value}] is given more than once[, the last time in {parameter}].",
            chinese: "资源标签键[ {value} ]重复[，重复处为 {parameter}]。"),
        fix: LocalizedText(
            english: "Give each resource tag key once.",
            chinese: "每个资源标签键只能出现一次。"))

    static let invalidResourceTagInstanceNotFound = ErrorEntry(
        400, "InstanceIds are not found by the specified ResourceTag.",
        parameter: "ResourceTag",
        cause: LocalizedText(
            english: "No instance in this region carries all of the resource tags[: {value}].",
            chinese: "该地域中没有同时带有全部资源标签的实例[：{value}]。"),
        fix: LocalizedText(
            english: "Check the tags and the region; an instance is chosen only if it carries every tag given.",
            chinese: "请检查标签和地域；只有带有全部所给标签的实例才会被选中。"))

    static let invalidResourceTagConflictWithInstanceIds = ErrorEntry(
        400, "The specified param ResourceTag conflicts with InstanceId.",
        parameter: "ResourceTag",
        cause: LocalizedText(
            english: "Both InstanceId and ResourceTag are given.",
            chinese: "同时指定了 InstanceId 和 ResourceTag。"),
        fix: LocalizedText(
            english: "Give only one of them: InstanceId names the instances, ResourceTag finds them by their tags.",
            chinese: "请只填写其中之一：InstanceId 按 ID 指定实例，ResourceTag 按标签选择实例。"))

    static let invalidResourceGroupNotFound = ErrorEntry(
        404, "The ResourceGroup provided does not exist in our records.",
        official: "资源组并不在记录中。",
        parameter: "ResourceGroupId",
        cause: LocalizedText(
            english: "The resource group[ {value}] does not exist.",
            chinese: "资源组[ {value} ]不存在。"),
        fix: LocalizedText(
            english: "Correct ResourceGroupId, or leave it out; DescribeInstances shows the group of each instance.",
            chinese: "请更正或省略 ResourceGroupId；可用 DescribeInstances 查看各实例所属的资源组。"))
}

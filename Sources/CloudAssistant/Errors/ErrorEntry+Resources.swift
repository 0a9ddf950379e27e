/// The catalogue's part about commands that are listed, groups, and tags of resources.
extension ErrorEntry {
    static let invalidNameLengthLimitExceeded = ErrorEntry(
        403, "The length of the parameter Name exceeds the limit.",
        parameter: "Name",
        cause: LocalizedText(
            english: "The name to look for is too long[: {actual} characters, where {limit} are allowed].",
            chinese: "要查找的名称过长[：{actual} 个字符，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Give at most 128 characters.",
            chinese: "名称最多 128 个字符。"))

    static let invalidDescriptionLengthLimitExceeded = ErrorEntry(
        403, "The length of the parameter Description exceeds the limit.",
        parameter: "Description",
        cause: LocalizedText(
            english: "The description to look for is too long[: {actual} characters, where {limit} are allowed].",
            chinese: "要查找的描述过长[：{actual} 个字符，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Give at most 512 characters.",
            chinese: "描述最多 512 个字符。"))

    static let invalidStatusResourceGroup = ErrorEntry(
        403, "You cannot perform an operation on a resource group that is being created or deleted.",
        parameter: "ResourceGroupId",
        cause: LocalizedText(
            english: "The resource group[ {value}] is being made or deleted.",
            chinese: "资源组[ {value} ]正在创建或删除。"),
        fix: LocalizedText(
            english: "Wait until the group is there, or name another one.",
            chinese: "请等待资源组就绪，或填写其他资源组。"))

    static let numberExceedResourceIds = ErrorEntry(
        400, "The ResourceIds parameter's number is exceed , Valid : 50",
        parameter: "ResourceId.N",
        cause: LocalizedText(
            english: "Too many resources are named[: {actual}, where {limit} are allowed].",
            chinese: "资源过多[：共 {actual} 个，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Name at most 50 resources in a call.",
            chinese: "一次最多填写 50 个资源。"))

    static let invalidResourceIdNotFound = ErrorEntry(
        404, "The specified ResourceIds are not found in our records.",
        parameter: "ResourceId.N",
        cause: LocalizedText(
            english: "The resource[ {value}] does not exist[ in the region {region}].",
            chinese: "资源[ {value} ]不存在[，地域：{region}]。"),
        fix: LocalizedText(
            english: "Check the id, the type of the resource and the region.",
            chinese: "请检查资源 ID、资源类型和地域。"))

    static let invalidResourceIdNotSupported = ErrorEntry(
        403, "The specified ResourceId does not support tagging.",
        parameter: "ResourceId.N",
        cause: LocalizedText(
            english: "The resource[ {value}] takes no tags[: it is provided by {detail}].",
            chinese: "资源[ {value} ]不支持标签[：由 {detail} 提供]。"),
        fix: LocalizedText(
            english: "Tag your own commands and invocations only.",
            chinese: "只能为自己的命令和执行添加标签。"))

    static let invalidParameterTagValue = ErrorEntry(
        400, "The specified Tag.N.Value is not valid without Tag.N.Key.",
        parameter: "Tag.N.Value",
        cause: LocalizedText(
            english: "A tag has a value and no key[: {parameter} is missing].",
            chinese: "标签有值而没有键[：未填写 {parameter}]。"),
        fix: LocalizedText(
            english: "Give the key as well, or the key alone to find any value.",
            chinese: "请同时填写键，或只填写键以匹配任意值。"))

    static let operationDeniedQuotaExceed = ErrorEntry(
        400, "The quota of tags on resource is beyond permitted range.",
        parameter: "Tag.N",
        cause: LocalizedText(
            english: "The resource[ {value}] would have too many tags[: {actual}, where {limit} are allowed].",
            chinese: "资源[ {value} ]的标签将过多[：共 {actual} 个，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Take tags away first, or give fewer.",
            chinese: "请先删除部分标签，或减少要添加的标签。"))
}

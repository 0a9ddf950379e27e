/// The catalogue's part about regions and instances that are listed.
extension ErrorEntry {
    static let unauthorizedEmptyRegion = ErrorEntry(
        403, "The account has no region.",
        cause: LocalizedText(
            english: "No region is open to the caller.",
            chinese: "没有对调用者开放的地域。"),
        fix: LocalizedText(
            english: "Ask whoever runs the service to open a region, or call another service.",
            chinese: "请联系服务管理员开放地域，或改用其他服务。"))

    static let invalidAcceptLanguageNotFound = ErrorEntry(
        404, "The AcceptLanguage provided does not exist in our records.",
        parameter: "AcceptLanguage",
        cause: LocalizedText(
            english: "There is no language[ {value}] for the names of regions.",
            chinese: "地域名称没有该语言[：{value}]。"),
        fix: LocalizedText(
            english: "Give zh-CN, zh-TW, en-US, ja, fr, de or ko.",
            chinese: "请填写 zh-CN、zh-TW、en-US、ja、fr、de 或 ko。"))

    static let invalidResourceTypeNotFound = ErrorEntry(
        404, "The ResourceType provided does not exist in our records.",
        parameter: "ResourceType",
        cause: LocalizedText(
            english: "There is no type of resource[ {value}] here.",
            chinese: "没有该资源类型[：{value}]。"),
        fix: LocalizedText(
            english: "Give one[ of {limit}], exactly so.",
            chinese: "请按原样填写资源类型[，可用值：{limit}]。"))

    static let invalidInstanceChargeTypeNotFound = ErrorEntry(
        404, "The InstanceChargeType does not exist in our records.",
        parameter: "InstanceChargeType",
        cause: LocalizedText(
            english: "There is no way of paying for an instance[ that is called {value}].",
            chinese: "没有该实例计费方式[：{value}]。"),
        fix: LocalizedText(
            english: "Give one[ of {limit}], exactly so.",
            chinese: "请按原样填写计费方式[，可用值：{limit}]。"))

    static let invalidNetworkTypeNotFound = ErrorEntry(
        404, "The specified network type is not found.",
        parameter: "InstanceNetworkType",
        cause: LocalizedText(
            english: "There is no type of network[ that is called {value}].",
            chinese: "没有该网络类型[：{value}]。"),
        fix: LocalizedText(
            english: "Give vpc or classic.",
            chinese: "请填写 vpc 或 classic。"))

    static let invalidInternetChargeTypeValueNotSupported = ErrorEntry(
        404, "The specified InternetChargeType is not valid.",
        parameter: "InternetChargeType",
        cause: LocalizedText(
            english: "There is no way of paying for traffic[ that is called {value}].",
            chinese: "没有该网络计费方式[：{value}]。"),
        fix: LocalizedText(
            english: "Give PayByBandwidth or PayByTraffic.",
            chinese: "请填写 PayByBandwidth 或 PayByTraffic。"))

    static let invalidLockReasonNotFound = ErrorEntry(
        404, "The specified LockReason is not found.",
        parameter: "LockReason",
        cause: LocalizedText(
            english: "There is no reason of a lock[ that is called {value}].",
            chinese: "没有该锁定原因[：{value}]。"),
        fix: LocalizedText(
            english: "Give one[ of {limit}], exactly so.",
            chinese: "请按原样填写锁定原因[，可用值：{limit}]。"))

    static let invalidFilterKeyNotFound = ErrorEntry(
        404, "The specified FilterKey is not found.",
        parameter: "Filter.N.Key",
        cause: LocalizedText(
            english: "There is no filter[ {value}].",
            chinese: "没有该筛选键[：{value}]。"),
        fix: LocalizedText(
            english: "Give one[ of {limit}], exactly so.",
            chinese: "请按原样填写筛选键[，可用值：{limit}]。"))

    static let invalidStatusNotFound = ErrorEntry(
        404, "The specified status is not found.",
        parameter: "Status",
        cause: LocalizedText(
            english: "There is no status of an instance[ that is called {value}].",
            chinese: "没有该实例状态[：{value}]。"),
        fix: LocalizedText(
            english: "Give one[ of {limit}], exactly so.",
            chinese: "请按原样填写实例状态[，可用值：{limit}]。"))

    static let invalidTagMismatch = ErrorEntry(
        400, "The specified Tag.n.Key and Tag.n.Value are not match.",
        parameter: "Tag.N.Key",
        cause: LocalizedText(
            english: "A tag has a value and no key[: {parameter} is missing].",
            chinese: "标签有值而没有键[：未填写 {parameter}]。"),
        fix: LocalizedText(
            english: "Give every Tag.N a Key, or remove the tag.",
            chinese: "请为每个 Tag.N 填写 Key，或删除该标签。"))

    static let invalidTagCount = ErrorEntry(
        400, "The specified tags are beyond the permitted range.",
        parameter: "Tag.N",
        cause: LocalizedText(
            english: "Too many tags are given[: {actual}, where {limit} are allowed].",
            chinese: "标签过多[：共 {actual} 个，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Give at most 20 tags.",
            chinese: "标签最多 20 个。"))

    static let dryRunOperation = ErrorEntry(
        400, "Request validation has been passed with DryRun flag set.",
        parameter: "DryRun",
        cause: LocalizedText(
            english: "The call was only checked, and nothing is wrong with it.",
            chinese: "本次调用仅做检查，检查已通过。"),
        fix: LocalizedText(
            english: "Leave DryRun out to have the answer.",
            chinese: "如需返回结果，请去掉 DryRun。"))
}

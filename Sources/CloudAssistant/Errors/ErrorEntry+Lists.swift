/// The catalogue's part about tags and pages.
extension ErrorEntry {
    static let numberExceedTags = ErrorEntry(
        400, "The Tags parameter number is exceed.",
        parameter: "Tag.N",
        cause: LocalizedText(
            english: "Too many tags are given[: {actual}, where {limit} are allowed].",
            chinese: "标签过多[：共 {actual} 个，上限为 {limit} 个]。"),
        fix: LocalizedText(
            english: "Give at most 20 tags.",
            chinese: "标签最多 20 个。"))

    static let missingParameterTagKey = ErrorEntry(
        400, "You must specify Tag.N.Key.",
        parameter: "Tag.N.Key",
        cause: LocalizedText(
            english: "A tag has no key[: {parameter} is missing].",
            chinese: "有标签缺少键[：未填写 {parameter}]。"),
        fix: LocalizedText(
            english: "Give every Tag.N a Key, or remove the tag.",
            chinese: "请为每个 Tag.N 填写 Key，或删除该标签。"))

    static let invalidTagKeyMalformed = ErrorEntry(
        400, "The specified Tag.n.Key is not valid.",
        parameter: "Tag.N.Key",
        cause: LocalizedText(
            english: "The tag key[ {value}][ in {parameter}] is not allowed.",
            chinese: "[{parameter} 中的]标签键[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give 1 to 64 characters without http://, https:// and control characters, not beginning "
                + "with aliyun or acs:.",
            chinese: "请填写 1 至 64 个字符，不能以 aliyun 或 acs: 开头，不能包含 http://、https:// 或控制字符。"))

    static let invalidTagValueMalformed = ErrorEntry(
        400, "The specified Tag.n.Value is not valid.",
        parameter: "Tag.N.Value",
        cause: LocalizedText(
            english: "The tag value[ {value}][ in {parameter}] is not allowed.",
            chinese: "[{parameter} 中的]标签值[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give at most 128 characters without http://, https:// and control characters; the value "
                + "may be empty.",
            chinese: "请填写最多 128 个字符，不能包含 http://、https:// 或控制字符；可以为空。"))

    static let duplicateTagKey = ErrorEntry(
        400, "The Tag.N.Key contain duplicate key.",
        parameter: "Tag.N.Key",
        cause: LocalizedText(
            english: "The tag key[ {value}] is given more than once[, the last time in {parameter}].",
            chinese: "标签键[ {value} ]重复[，重复处为 {parameter}]。"),
        fix: LocalizedText(
            english: "Give each tag key once.",
            chinese: "每个标签键只能出现一次。"))

    static let invalidParamPageNumber = ErrorEntry(
        400, "The specified parameter is invalid.",
        parameter: "PageNumber",
        cause: LocalizedText(
            english: "The page number[ {value}] is not valid.",
            chinese: "页码[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give a whole number from 1, or leave PageNumber out for the first page.",
            chinese: "请填写不小于 1 的整数，或省略 PageNumber 以查看第一页。"))

    static let invalidParamPageSize = ErrorEntry(
        400, "The specified parameter is invalid.",
        parameter: "PageSize",
        cause: LocalizedText(
            english: "The page size[ {value}] is not valid.",
            chinese: "每页条数[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give a whole number from 1[ to {limit}], or leave PageSize out for 10.",
            chinese: "请填写不小于 1 [且不大于 {limit} ]的整数，或省略 PageSize（默认为 10）。"))

    static let invalidParameterMaxResults = ErrorEntry(
        400, "The specified parameter MaxResults is not valid.",
        parameter: "MaxResults",
        cause: LocalizedText(
            english: "The number of results[ {value}] is not valid.",
            chinese: "单次返回的最大条数[ {value} ]不合法。"),
        fix: LocalizedText(
            english: "Give a whole number from 1[ to {limit}], or leave MaxResults out for 10.",
            chinese: "请填写不小于 1 [且不大于 {limit} ]的整数，或省略 MaxResults（默认为 10）。"))

    static let invalidParameterNextToken = ErrorEntry(
        400, "The specified parameter NextToken is not valid.",
        parameter: "NextToken",
        cause: LocalizedText(
            english: "The token for the next page is not one that this service gave[: {value}].",
            chinese: "翻页凭证不是本服务返回的[：{value}]。"),
        fix: LocalizedText(
            english: "Pass NextToken on exactly as the last answer held it, or leave it out to start from the "
                + "first page.",
            chinese: "请原样传入上一次返回的 NextToken，或省略以从第一页开始。"))
}

/// A list that stands in one parameter as the text of a JSON array: `["i-1","i-2"]` (ECS API, DescribeInstances).
public enum TextList {
    /// The texts of a list; nil when the parameter is not given. What is no array of texts is refused.
    public static func read(_ text: String?, parameter: String) throws(APIError) -> [String]? {
        guard let text, !text.isEmpty else { return nil }
        let elements = JSON(parsing: text)?.elements
        let texts = elements?.compactMap(\.text)
        guard let texts, texts.count == elements?.count else {
            throw APIError(
                .invalidParameter,
                [.parameter: parameter, .value: text, .detail: "it is a JSON array of texts such as [\"a\",\"b\"]"])
        }
        return texts
    }
}

/// What the catalogue says about an error code. Texts name facts in braces; what stands in square brackets is left out
/// when a fact in it is missing; of several parts between bars the first whose facts are known stays.
public struct ErrorEntry: Sendable {
    /// The HTTP status of the answer.
    public let httpStatus: Int
    /// The message on the wire, `%s` included.
    public let message: String
    /// The Chinese description in the reference of InvokeCommand, nil where it has none.
    public let officialDescription: String?
    /// The API parameter that the code is about, nil when it is about none in particular.
    public let parameter: String?
    /// Whether the same call may succeed a little later.
    public let isRetryable: Bool
    /// What is wrong, in one sentence.
    public let cause: LocalizedText
    /// What to do about it.
    public let fix: LocalizedText

    init(
        _ httpStatus: Int, _ message: String, official: String? = nil, parameter: String? = nil,
        isRetryable: Bool = false, cause: LocalizedText, fix: LocalizedText
    ) {
        self.httpStatus = httpStatus
        self.message = message
        officialDescription = official
        self.parameter = parameter
        self.isRetryable = isRetryable
        self.cause = cause
        self.fix = fix
    }
}

extension InvocationResult {
    /// What is wrong and what to do about it, in a language; nil without an error or with one that the catalogue does
    /// not have.
    public func explanation(in language: Language) -> (cause: String, fix: String)? {
        guard let code = errorCode.flatMap(ResultErrorCode.init(rawValue:)) else { return nil }
        let entry =
            code == .directoryNotExists && isDenied ? ResultErrorCode.Entry.directoryMayNotBeEntered : code.entry
        return (entry.cause[language], entry.fix[language])
    }

    /// True when the system's reason is that the user may not (EACCES): it stands at the end of ErrorInfo.
    private var isDenied: Bool {
        let end = "errno \(StartFailure.accessDenied))"
        return errorInfo.utf8.reversed().starts(with: end.utf8.reversed())
    }
}

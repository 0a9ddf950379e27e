extension FileDeliveryResult {
    /// What is wrong and what to do about it, in a language; nil without an error or with one that the catalogue does
    /// not have.
    public func explanation(in language: Language) -> (cause: String, fix: String)? {
        guard let code = errorCode.flatMap(ResultErrorCode.init(rawValue:)) else { return nil }
        let entry =
            switch code {
            case .accountNotExists: ResultErrorCode.Entry.fileOwnerNotExists
            case .executionInterrupted: ResultErrorCode.Entry.fileInterrupted
            default: code.entry
            }
        return (entry.cause[language], entry.fix[language])
    }
}

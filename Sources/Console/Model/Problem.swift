public import CloudAssistant

/// A refusal of the service or an error of an instance, as the errors pane lists it.
public struct Problem: Listable {
    /// What went wrong.
    public enum Kind: Equatable, Sendable {
        /// The service refused a call.
        case refused(APIError)
        /// An instance failed; its code and the API's sentence.
        case failed(InvokeID, InstanceID, code: String, info: String)
    }

    /// What went wrong.
    public let kind: Kind
    /// When.
    public let time: Timestamp
    /// Counts refusals, so that each is an entry of its own.
    let number: Int

    /// The code.
    public var code: String {
        switch kind {
        case .refused(let error): error.code.text
        case .failed(_, _, let code, _): code
        }
    }

    /// Names the entry.
    public var listID: String {
        switch kind {
        case .refused: "refusal \(number)"
        case .failed(let invocation, let instance, _, _): "\(invocation) \(instance)"
        }
    }

    /// Code, sentence and what it is about.
    public var searchText: String {
        switch kind {
        case .refused(let error): "\(code) \(ErrorSentences.message(error))"
        case .failed(let invocation, let instance, let code, let info): "\(invocation) \(instance) \(code) \(info)"
        }
    }
}

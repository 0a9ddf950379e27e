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

    /// The invocation that it is about.
    var invokeID: InvokeID? {
        if case .failed(let id, _, _, _) = kind { return id }
        return nil
    }

    /// Names the entry.
    public var listID: String {
        switch kind {
        case .refused: "refusal \(number)"
        case .failed(let invocation, let instance, _, _): "\(invocation) \(instance)"
        }
    }

    /// What it is and what it is about.
    public static let columns = [
        FilterColumn("code", kind: .name), FilterColumn("message"), FilterColumn("id", "invocation"),
        FilterColumn("instance", "target"), FilterColumn("time", kind: .namedOnly),
    ]

    /// Code, sentence, what it is about and when.
    public func write(to text: inout SearchText) {
        text.add(code)
        switch kind {
        case .refused(let error):
            text.add(ErrorSentences.message(error))
            text.add("")
            text.add("")
        case .failed(let invocation, let instance, _, let info):
            text.add(info)
            text.add(invocation.text)
            text.add(instance.text)
        }
        text.add(time.civil.text)
    }
}

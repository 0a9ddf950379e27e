/// Who calls the service, from where and why: part of every call, kept with what it made and in the audit line.
public struct CallContext: Hashable, Sendable {
    /// Who calls.
    public var caller: Caller
    /// Through what the call came.
    public var source: CallSource
    /// Why: a reason or a ticket; empty when none was given.
    public var reason: String
    /// The id of this call, an upper-case UUID, also in its answer.
    public var requestID: String

    /// A context from its parts.
    public init(caller: Caller, source: CallSource, reason: String = "", requestID: String) {
        self.caller = caller
        self.source = source
        self.reason = reason
        self.requestID = requestID
    }
}

/// Who calls the service.
public struct Caller: Hashable, Sendable {
    /// The account whose objects are seen; `local` on this machine.
    public var account: String
    /// The person or key, for example a Unix user's name.
    public var name: String
    /// The numeric Unix user, where the kernel told us.
    public var userID: Int?

    /// A caller from its parts.
    public init(account: String = "local", name: String, userID: Int? = nil) {
        self.account = account
        self.name = name
        self.userID = userID
    }
}

/// The ways that calls come in.
public enum CallSource: String, Sendable, CaseIterable {
    /// The terminal console.
    case console
    /// A subcommand of the shell.
    case shell
    /// A test or a benchmark.
    case library
}

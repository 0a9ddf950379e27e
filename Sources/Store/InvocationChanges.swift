public import CloudAssistant
import GRDB

/// What an invocation that has not ended becomes.
public struct InvocationChange: Sendable {
    /// The invocation; its results are not looked at.
    public var invocation: Invocation
    /// Records of instances that were added, in order.
    public var added: [InvocationResult]
    /// The command that is kept for it, nil when none is.
    public var kept: Command?

    /// A change from its parts.
    public init(invocation: Invocation, added: [InvocationResult], kept: Command?) {
        self.invocation = invocation
        self.added = added
        self.kept = kept
    }
}

extension Store {
    /// Changes an invocation and those of its records that wait for their time, in one transaction with the audit line
    /// and the client token. One that has ended meanwhile, a token that was used before or a quota that is used up
    /// decides instead, and then nothing is written.
    public func modify(
        _ change: InvocationChange, claim: TokenClaim?, quotas: [Quota], audit: AuditLine,
        _ next: @escaping @Sendable (InvocationResult) -> InvocationResult?
    ) async throws(StoreError) -> Modification {
        let invocation = change.invocation
        let account = audit.context.caller.account
        return try await commit { db in
            if let decided = try db.decided(
                claim, quotas, account: account, region: invocation.regionID, at: audit.time)
            {
                return Modification(decision: decided, results: [])
            }
            let open = try db.change(.invocation(invocation.id, on: nil)) { $0 }
            guard !open.isEmpty else { return Modification(decision: .accepted, results: nil) }
            if let claim {
                try db.remember(
                    claim, account: account, region: invocation.regionID, command: invocation.command.id,
                    invocation: invocation.id, at: audit.time)
            }
            if let kept = change.kept { try db.insert(kept, account: account, region: invocation.regionID) }
            try db.update(invocation)
            let changed = try db.change(.invocation(invocation.id, on: nil), next)
            try db.add(change.added, to: invocation.id)
            try db.append(audit)
            return Modification(decision: .accepted, results: changed + change.added)
        }
    }
}

/// What came of changing an invocation.
public struct Modification: Sendable {
    /// Whether it was accepted.
    public let decision: Decision
    /// The records that changed or came; nil when the invocation has ended, and then nothing was written.
    public let results: [InvocationResult]?
}

extension Database {
    fileprivate func update(_ invocation: Invocation) throws {
        let command = invocation.command
        let parameters = JSON.object(
            invocation.parameters.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
        try execute(
            sql: """
                UPDATE invocation SET command_id = ?, command_content = ?, command_created = ?, enables_parameters = ?,
                    parameters = ?, frequency = ? WHERE id = ?
                """,
            arguments: [
                command.id.text, command.content, command.created.milliseconds, command.enablesParameters ? 1 : 0,
                parameters.compactText, invocation.frequency, invocation.id.text,
            ])
    }

    fileprivate func add(_ results: [InvocationResult], to id: InvokeID) throws {
        let sql = "SELECT max(position) FROM result WHERE invoke_id = ?"
        var position = try Int.fetchOne(self, sql: sql, arguments: [id.text]) ?? -1
        for result in results {
            position += 1
            try insert(result, position: position)
        }
    }
}

public import CloudAssistant
import GRDB

/// One line of the record of who did what, written in the same transaction as the deed, or alone for a refusal.
public struct AuditLine: Hashable, Sendable {
    /// When the call was decided.
    public var time: Timestamp
    /// Who called, through what and why.
    public var context: CallContext
    /// The action's name, for example `InvokeCommand`.
    public var action: String
    /// The region of the call; empty when none was given.
    public var region: String
    /// The instances that the call named or that were resolved for it, at most 100 and then a count.
    public var targets: [InstanceID]
    /// What was made or changed: an invoke id, a command id; empty when nothing was.
    public var subject: String
    /// `ok`, or the code of the refusal.
    public var outcome: String

    /// A line from its parts.
    public init(
        time: Timestamp, context: CallContext, action: String, region: String, targets: [InstanceID] = [],
        subject: String = "", outcome: String = "ok"
    ) {
        self.time = time
        self.context = context
        self.action = action
        self.region = region
        self.targets = targets
        self.subject = subject
        self.outcome = outcome
    }
}

extension Store {
    /// Writes the line of a call that changed nothing.
    public func append(_ line: AuditLine) async throws(StoreError) {
        try await commit { db in try db.append(line) }
    }

    /// The newest lines, newest first.
    public func auditLines(limit: Int) async throws(StoreError) -> [AuditLine] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM audit ORDER BY sequence DESC LIMIT ?", arguments: [limit]
            ).map { try $0.auditLine() }
        }
    }
}

extension Database {
    func append(_ line: AuditLine) throws {
        let targets = line.targets.prefix(100).map(\.text).joined(separator: " ")
        try cachedStatement(
            sql: """
                INSERT INTO audit (time, account, caller, caller_user_id, source, reason, request_id, action, region,
                    targets, subject, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            line.time.milliseconds, line.context.caller.account, line.context.caller.name,
            line.context.caller.userID, line.context.source.rawValue, line.context.reason, line.context.requestID,
            line.action, line.region, targets, line.subject, line.outcome,
        ])
    }
}

extension Row {
    fileprivate func auditLine() throws -> AuditLine {
        let context = CallContext(
            caller: Caller(
                account: try text("account"), name: try text("caller"), userID: optionalInteger("caller_user_id")),
            source: try word("source"), reason: try text("reason"), requestID: try text("request_id"))
        let targets = try text("targets").split(separator: " ").map { InstanceID(String($0)) }
        return AuditLine(
            time: try moment("time"), context: context, action: try text("action"), region: try text("region"),
            targets: targets, subject: try text("subject"), outcome: try text("outcome"))
    }
}

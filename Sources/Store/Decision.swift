public import CloudAssistant
import GRDB

/// What came of a decision that makes something.
public enum Decision: Hashable, Sendable {
    /// It is durable.
    case accepted
    /// The same call was accepted before: these ids are its answer. Nothing was written.
    case repeated(commandID: CommandID, invokeID: InvokeID)
    /// The client token was used for a call with other parameters. Nothing was written.
    case changed
    /// There is no room for it under this quota. Nothing was written.
    case overQuota(Quota)
    /// The command to run is no more. Nothing was written.
    case commandGone

    init?(_ verdict: TokenVerdict) {
        switch verdict {
        case .new: return nil
        case .repeated(let command, let invocation): self = .repeated(commandID: command, invokeID: invocation)
        case .changed: self = .changed
        }
    }
}

/// How much an account may have in a region. It is looked at in the transaction that makes something, so that calls at
/// the same time cannot exceed it together.
public enum Quota: Hashable, Sendable {
    /// Commands that are kept.
    case commands(Int)
    /// Invocations since the beginning (UTC) of the day of a moment.
    case invocations(Int, since: Timestamp)
}

extension Store {
    /// Whether an account has used up a quota in a region.
    public func isReached(_ quota: Quota, account: String, region: RegionID) async throws(StoreError) -> Bool {
        try await read { db in try db.isReached(quota, account: account, region: region) }
    }
}

extension Database {
    /// What decides a call before anything is written: its client token, then the quotas in their order.
    func decided(_ claim: TokenClaim?, _ quotas: [Quota], account: String, region: RegionID, at now: Timestamp) throws
        -> Decision?
    {
        if let claim, let decided = Decision(try verdict(claim, account: account, region: region, at: now)) {
            return decided
        }
        return try quotas.first { try isReached($0, account: account, region: region) }.map(Decision.overQuota)
    }

    func isReached(_ quota: Quota, account: String, region: RegionID) throws -> Bool {
        switch quota {
        case .commands(let most):
            let sql = "SELECT count(*) FROM command WHERE account = ? AND region = ?"
            let count = try Int.fetchOne(cachedStatement(sql: sql), arguments: [account, region.text])
            return count ?? 0 >= most
        case .invocations(let most, let since):
            let sql = "SELECT sum(invocations) FROM tally WHERE account = ? AND region = ? AND day >= ?"
            let count = try Int.fetchOne(
                cachedStatement(sql: sql), arguments: [account, region.text, since.day])
            return count ?? 0 >= most
        }
    }
}

extension Database {
    /// Counts an invocation, so that a quota is looked up and not counted out.
    func tally(_ invocation: Invocation) throws {
        try cachedStatement(
            sql: """
                INSERT INTO tally (account, region, day, invocations) VALUES (?, ?, ?, 1)
                ON CONFLICT DO UPDATE SET invocations = invocations + 1
                """
        ).execute(arguments: [invocation.caller.account, invocation.regionID.text, invocation.created.day])
    }
}

extension Timestamp {
    /// The days since the epoch, UTC.
    fileprivate var day: Int64 { (milliseconds - (milliseconds % 86_400_000 + 86_400_000) % 86_400_000) / 86_400_000 }
}

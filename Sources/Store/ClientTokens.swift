public import CloudAssistant
import GRDB

/// A client token with what it stands for.
public struct TokenClaim: Hashable, Sendable {
    /// The token, at most 64 ASCII characters.
    public var token: String
    /// The action that it was used with: tokens of different actions never meet.
    public var action: String
    /// A digest of the call's business parameters.
    public var fingerprint: [UInt8]

    /// A claim from its parts.
    public init(token: String, action: String, fingerprint: [UInt8]) {
        self.token = token
        self.action = action
        self.fingerprint = fingerprint
    }
}

/// What a client token says about a call.
public enum TokenVerdict: Hashable, Sendable {
    /// The token is new, or its first use is longer ago than it lives.
    case new
    /// The same call was accepted before: these ids are its answer.
    case repeated(commandID: CommandID, invokeID: InvokeID)
    /// The token was used for a call with other parameters.
    case changed
}

extension Store {
    /// How long a token is remembered, in seconds: a day, the API's general convention.
    public static let tokenLifeSeconds = 86_400

    /// Looks a token up without using it.
    public func verdict(_ claim: TokenClaim, account: String, region: RegionID, at now: Timestamp)
        async throws(StoreError) -> TokenVerdict
    {
        try lookUps.read { db in try db.verdict(claim, account: account, region: region, at: now) }
    }
}

extension Database {
    func verdict(_ claim: TokenClaim, account: String, region: RegionID, at now: Timestamp) throws -> TokenVerdict {
        let statement = try cachedStatement(
            sql: """
                SELECT fingerprint, command_id, invoke_id FROM token
                WHERE account = ? AND region = ? AND action = ? AND token = ? AND created > ?
                """)
        let row = try Row.fetchOne(
            statement,
            arguments: [
                account, region.text, claim.action, claim.token,
                now.adding(seconds: -Store.tokenLifeSeconds).milliseconds,
            ])
        guard let row else { return .new }
        guard case .blob(let kept) = (row["fingerprint"] as DatabaseValue).storage, [UInt8](kept) == claim.fingerprint
        else { return .changed }
        return .repeated(
            commandID: CommandID(try row.text("command_id")), invokeID: InvokeID(try row.text("invoke_id")))
    }

    func remember(
        _ claim: TokenClaim, account: String, region: RegionID, command: CommandID, invocation: InvokeID?,
        at now: Timestamp
    ) throws {
        try cachedStatement(
            sql: """
                INSERT OR REPLACE INTO token (account, region, action, token, fingerprint, command_id, invoke_id,
                    created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            account, region.text, claim.action, claim.token, claim.fingerprint.blob, command.text,
            invocation?.text ?? "", now.milliseconds,
        ])
    }
}

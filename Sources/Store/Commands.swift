public import CloudAssistant
import GRDB

extension Store {
    /// Keeps a new command with its audit line and its client token; a token that was used before decides instead, and
    /// so does a quota that is used up.
    public func add(
        _ command: Command, in region: RegionID, claim: TokenClaim?, quotas: [Quota] = [], audit: AuditLine
    ) async throws(StoreError) -> Decision {
        let account = audit.context.caller.account
        return try await commit { db in
            if let decided = try db.decided(claim, quotas, account: account, region: region, at: audit.time) {
                return decided
            }
            if let claim {
                try db.remember(
                    claim, account: account, region: region, command: command.id, invocation: nil, at: audit.time)
            }
            try db.insert(command, account: account, region: region)
            try db.append(audit)
            return .accepted
        }
    }

    /// The command of that id, if the account has it in the region.
    public func command(_ id: CommandID, account: String, region: RegionID) async throws(StoreError) -> Command? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM command WHERE id = ? AND account = ? AND region = ?",
                arguments: [id.text, account, region.text]
            )?.command()
        }
    }

    /// All commands of an account in a region, newest first.
    public func commands(account: String, region: RegionID) async throws(StoreError) -> [Command] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM command WHERE account = ? AND region = ? ORDER BY sequence DESC",
                arguments: [account, region.text]
            ).map { try $0.command() }
        }
    }
}

extension Database {
    func insert(_ command: Command, account: String, region: RegionID) throws {
        try execute(
            sql: """
                INSERT INTO command (id, account, region, name, description, type, content, working_directory, timeout,
                    launcher, enables_parameters, created, tags, resource_group)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                command.id.text, account, region.text, command.name, command.description, command.type.rawValue,
                command.content, command.workingDirectory, command.timeoutSeconds, command.launcher,
                command.enablesParameters ? 1 : 0, command.created.milliseconds, command.tags.column,
                command.resourceGroupID?.text,
            ])
    }
}

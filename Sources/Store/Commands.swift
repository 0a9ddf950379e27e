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

    /// Changes a command into what `next` makes of it as it stands, with the audit line; false when the account has
    /// no such command in the region, and then nothing is written.
    public func change(
        _ id: CommandID, in region: RegionID, audit: AuditLine, _ next: @escaping @Sendable (Command) -> Command
    ) async throws(StoreError) -> Bool {
        let account = audit.context.caller.account
        return try await commit { db in
            guard let command = try db.command(id, account: account, region: region) else { return false }
            try db.update(next(command))
            try db.append(audit)
            return true
        }
    }

    /// Deletes a command that has no run under way, with the audit line. Its invocations stay, and hold it as it was.
    public func delete(_ id: CommandID, in region: RegionID, audit: AuditLine) async throws(StoreError) -> Deletion {
        let account = audit.context.caller.account
        return try await commit { db in
            guard try db.command(id, account: account, region: region) != nil else { return .unknown }
            let open = try db.openResults(ofCommand: id)
            guard open == 0 else { return .inUse(open) }
            try db.execute(sql: "DELETE FROM command WHERE id = ?", arguments: [id.text])
            try db.append(audit)
            return .deleted
        }
    }

    /// The command of that id, if the account has it in the region.
    public func command(_ id: CommandID, account: String, region: RegionID) async throws(StoreError) -> Command? {
        try lookUps.read { db in try db.command(id, account: account, region: region) }
    }
}

/// What came of deleting a command.
public enum Deletion: Hashable, Sendable {
    /// It is gone, durably.
    case deleted
    /// There is no such command. Nothing was written.
    case unknown
    /// So many of its runs have not ended. Nothing was written.
    case inUse(Int)
}

extension Database {
    func command(_ id: CommandID, account: String, region: RegionID) throws -> Command? {
        try Row.fetchOne(
            cachedStatement(sql: "SELECT * FROM command WHERE id = ? AND account = ? AND region = ?"),
            arguments: [id.text, account, region.text]
        )?.command()
    }

    /// Whether there is such a command, without reading it.
    func hasCommand(_ id: CommandID, account: String, region: RegionID) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM command WHERE id = ? AND account = ? AND region = ?)"
        return try Bool.fetchOne(cachedStatement(sql: sql), arguments: [id.text, account, region.text]) ?? false
    }

    fileprivate func update(_ command: Command) throws {
        try execute(
            sql: """
                UPDATE command SET name = ?, description = ?, content = ?, working_directory = ?, timeout = ?,
                    launcher = ? WHERE id = ?
                """,
            arguments: [
                command.name, command.description, command.content, command.workingDirectory, command.timeoutSeconds,
                command.launcher, command.id.text,
            ])
    }

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

public import CloudAssistant
import GRDB

/// A delivery with the digest that its content had when it was accepted.
public struct KeptFile: Hashable, Sendable {
    /// The delivery.
    public var delivery: FileDelivery
    /// A digest of the content, which only its maker understands.
    public var digest: [UInt8]

    /// A delivery and its digest.
    public init(_ delivery: FileDelivery, digest: [UInt8]) {
        self.delivery = delivery
        self.digest = digest
    }
}

extension Store {
    /// Makes an acknowledged SendFile durable in one transaction: the delivery, one result for each instance, the client
    /// token and the audit line. Nothing may be written to an instance before this returns.
    ///
    /// A token that was used before decides instead; then nothing is written.
    public func add(_ file: KeptFile, claim: TokenClaim?, audit: AuditLine) async throws(StoreError) -> Decision {
        let delivery = file.delivery
        let account = audit.context.caller.account
        return try await commit { db in
            if let decided = try db.decided(claim, [], account: account, region: delivery.regionID, at: audit.time) {
                return decided
            }
            if let claim {
                try db.remember(
                    claim, account: account, region: delivery.regionID, command: CommandID(""),
                    invocation: delivery.id, at: audit.time)
            }
            try db.insert(file, audit.context)
            try db.append(audit)
            return .accepted
        }
    }

    /// Changes what is known of a delivery on an instance into what `next` makes of it as it stands; nil leaves it.
    public func change(
        _ id: InvokeID, on instance: InstanceID,
        _ next: @escaping @Sendable (FileDeliveryResult) -> FileDeliveryResult?
    ) async throws(StoreError) {
        try await commit { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM file_result WHERE invoke_id = ? AND instance_id = ? AND finished IS NULL",
                arguments: [id.text, instance.text])
            guard let record = try row?.fileResult(), let changed = next(record) else { return }
            try db.update(changed)
        }
    }

    /// The deliveries that have not ended everywhere, oldest first.
    public func openFiles() async throws(StoreError) -> [KeptFile] {
        try await read { db in
            let sql = """
                SELECT * FROM file_delivery WHERE id IN (SELECT invoke_id FROM file_result WHERE finished IS NULL)
                ORDER BY sequence
                """
            return try Row.fetchAll(db, sql: sql).map { row in
                KeptFile(try db.fileDelivery(row), digest: row.bytes("digest"))
            }
        }
    }

    /// Deliveries with their results, newest first; `isWanted` is asked about each.
    public func files(
        _ filter: FileFilter, where isWanted: @escaping @Sendable (FileDelivery) -> Bool, slice: Slice
    ) async throws(StoreError) -> Sliced<FileDelivery> {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM file_delivery WHERE account = :account AND region = :region
                        AND (:id IS NULL OR id = :id) AND (:name IS NULL OR name = :name)
                        AND (:instance IS NULL OR EXISTS (SELECT 1 FROM file_result
                            WHERE invoke_id = file_delivery.id AND instance_id = :instance))
                    ORDER BY sequence DESC
                    """,
                arguments: [
                    "account": filter.account, "region": filter.region.text, "id": filter.invokeID?.text,
                    "name": filter.name, "instance": filter.instanceID?.text,
                ])
            let all = try rows.map { (number: try $0.integer("sequence"), file: try db.fileDelivery($0)) }
                .filter { isWanted($0.file) }
            let rest = slice.after?.first.map { after in all.drop { $0.number >= after } } ?? all[...]
            let page = rest.dropFirst(slice.offset).prefix(slice.limit)
            let next = page.last.flatMap { last in last.number == all.last?.number ? nil : [last.number] }
            return Sliced(entries: page.map(\.file), total: all.count, next: next)
        }
    }

    /// Removes deliveries that have ended everywhere and are older than a moment, or beyond so many newer ones of any
    /// kind, at most `sweepLimit` at once; returns how many. Nothing is written when there are none.
    public func removeFiles(before moment: Timestamp, keepingNewest most: Int) async throws(StoreError) -> Int {
        let ids = try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM file_delivery
                    WHERE NOT EXISTS (SELECT 1 FROM file_result WHERE invoke_id = file_delivery.id AND finished IS NULL)
                        AND (created < :moment OR sequence <= (
                            SELECT sequence FROM file_delivery ORDER BY sequence DESC LIMIT 1 OFFSET :most))
                    ORDER BY sequence LIMIT :limit
                    """,
                arguments: ["moment": moment.milliseconds, "most": max(0, most), "limit": Self.sweepLimit])
        }
        guard !ids.isEmpty else { return 0 }
        return try await commit { db in
            let statement = try db.cachedStatement(sql: "DELETE FROM file_delivery WHERE id = ?")
            for id in ids { try statement.execute(arguments: [id]) }
            return ids.count
        }
    }
}

/// Which deliveries are asked for; all conditions must hold.
public struct FileFilter: Hashable, Sendable {
    /// The account whose deliveries are seen.
    public var account: String
    /// The region.
    public var region: RegionID
    /// Only this delivery.
    public var invokeID: InvokeID?
    /// Only those to this instance.
    public var instanceID: InstanceID?
    /// Only files of this name.
    public var name: String?

    /// A filter; without further conditions everything of an account in a region.
    public init(
        account: String, region: RegionID, invokeID: InvokeID? = nil, instanceID: InstanceID? = nil,
        name: String? = nil
    ) {
        self.account = account
        self.region = region
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.name = name
    }
}

extension Database {
    fileprivate func insert(_ kept: KeptFile, _ context: CallContext) throws {
        let delivery = kept.delivery
        let file = delivery.file
        try execute(
            sql: """
                INSERT INTO file_delivery (id, account, region, name, directory, content, digest, content_type, owner,
                    owner_group, mode, overwrites, description, timeout, tags, resource_group, caller, caller_user_id,
                    source, reason, created)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                delivery.id.text, delivery.caller.account, delivery.regionID.text, file.name, file.targetDirectory,
                file.content.blob, kept.digest.blob, file.contentType.rawValue, file.owner, file.group, file.mode,
                file.overwrites ? 1 : 0, file.description, file.timeoutSeconds, file.tags.column,
                delivery.resourceGroupID?.text, delivery.caller.name, delivery.caller.userID, context.source.rawValue,
                context.reason, delivery.created.milliseconds,
            ])
        for (position, result) in delivery.results.enumerated() {
            try cachedStatement(
                sql: """
                    INSERT INTO file_result (invoke_id, instance_id, position, state, error_code, error_info, created,
                        finished, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                result.invokeID.text, result.instanceID.text, position, result.state.rawValue, result.errorCode,
                result.errorInfo, result.created.milliseconds, result.finished?.milliseconds,
                result.updated.milliseconds,
            ])
        }
    }

    fileprivate func update(_ result: FileDeliveryResult) throws {
        try cachedStatement(
            sql: """
                UPDATE file_result SET state = ?, error_code = ?, error_info = ?, started = ?, finished = ?, updated = ?
                WHERE invoke_id = ? AND instance_id = ?
                """
        ).execute(arguments: [
            result.state.rawValue, result.errorCode, result.errorInfo, result.started?.milliseconds,
            result.finished?.milliseconds, result.updated.milliseconds, result.invokeID.text, result.instanceID.text,
        ])
    }

    fileprivate func fileDelivery(_ row: Row) throws -> FileDelivery {
        var delivery = try row.fileDelivery()
        delivery.results = try Row.fetchAll(
            self, sql: "SELECT * FROM file_result WHERE invoke_id = ? ORDER BY position", arguments: [delivery.id.text]
        ).map { try $0.fileResult() }
        return delivery
    }
}

extension Row {
    fileprivate func bytes(_ column: String) -> [UInt8] {
        guard case .blob(let data) = (self[column] as DatabaseValue).storage else { return [] }
        return [UInt8](data)
    }

    fileprivate func fileDelivery() throws -> FileDelivery {
        let file = FileForm(
            name: try text("name"), targetDirectory: try text("directory"), content: bytes("content"),
            contentType: try word("content_type"), owner: optionalText("owner"), group: optionalText("owner_group"),
            mode: try text("mode"), overwrites: try integer("overwrites") != 0, description: try text("description"),
            timeoutSeconds: try integer("timeout"), tags: try tags("tags"))
        return FileDelivery(
            id: InvokeID(try text("id")), regionID: RegionID(try text("region")), file: file,
            resourceGroupID: optionalText("resource_group").map { ResourceGroupID($0) },
            caller: Caller(
                account: try text("account"), name: try text("caller"), userID: optionalInteger("caller_user_id")),
            created: try moment("created"), results: [])
    }

    fileprivate func fileResult() throws -> FileDeliveryResult {
        FileDeliveryResult(
            invokeID: InvokeID(try text("invoke_id")), instanceID: InstanceID(try text("instance_id")),
            state: try word("state"), errorCode: optionalText("error_code"), errorInfo: try text("error_info"),
            created: try moment("created"), started: optionalMoment("started"), finished: optionalMoment("finished"),
            updated: try moment("updated"))
    }
}

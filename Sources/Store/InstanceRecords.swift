public import CloudAssistant
import GRDB

/// What the store knows of one instance's runs.
public struct InstanceActivity: Hashable, Sendable {
    /// How many commands were sent to it.
    public var invocations: Int
    /// How many of them have not ended.
    public var active: Int
    /// When the latest was accepted.
    public var last: Timestamp?

    /// An activity from its parts.
    public init(invocations: Int = 0, active: Int = 0, last: Timestamp? = nil) {
        self.invocations = invocations
        self.active = active
        self.last = last
    }
}

extension Store {
    /// The activity of those of some instances that a command was ever sent to.
    public func activity(of ids: [InstanceID]) async throws(StoreError) -> [InstanceID: InstanceActivity] {
        guard !ids.isEmpty else { return [:] }
        return try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT instance_id, count(*) AS invocations, count(*) - count(finished) AS active,
                        max(created) AS last FROM result
                    WHERE instance_id IN (SELECT value FROM json_each(?)) GROUP BY instance_id
                    """, arguments: [JSON.array(ids.map { .string($0.text) }).compactText])
            return try Dictionary(
                rows.map { row in
                    (
                        InstanceID(try row.text("instance_id")),
                        InstanceActivity(
                            invocations: try row.integer("invocations"), active: try row.integer("active"),
                            last: row.optionalMoment("last"))
                    )
                }
            ) { first, _ in first }
        }
    }

    /// The tags that operators gave to instances, over those of the inventory.
    public func instanceTags() async throws(StoreError) -> [InstanceID: [Tag]] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM instance_tag ORDER BY instance_id, key").reduce(into: [:]) {
                tags, row in
                tags[InstanceID(try row.text("instance_id")), default: []]
                    .append(Tag(try row.text("key"), try row.text("value")))
            }
        }
    }

    /// Sets and removes tags of an instance, with the audit line, in one transaction.
    public func tag(_ id: InstanceID, set: [Tag], remove: [String], audit: AuditLine) async throws(StoreError) {
        try await commit { db in
            for tag in set {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO instance_tag (instance_id, key, value) VALUES (?, ?, ?)",
                    arguments: [id.text, tag.key, tag.value])
            }
            for key in remove {
                try db.execute(
                    sql: "DELETE FROM instance_tag WHERE instance_id = ? AND key = ?", arguments: [id.text, key])
            }
            try db.append(audit)
        }
    }
}

extension Store {
    /// This machine's id: drawn once and kept in the state directory, so that no other machine ever has it.
    ///
    /// Beside an engine, which has drawn it, it is only read.
    public func instanceID(at now: Timestamp) async throws(StoreError) -> InstanceID {
        let kept = try await read { db in
            try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'instance-id'")
        }
        if let kept { return InstanceID(kept) }
        return InstanceID(try await value("instance-id") { GeneratedID.make("i-", at: now) })
    }
}

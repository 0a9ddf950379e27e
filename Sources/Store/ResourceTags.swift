public import CloudAssistant
import GRDB

/// What a tagging call is about.
public struct TaggedResources: Hashable, Sendable {
    /// What they are.
    public var type: TaggableType
    /// Their ids.
    public var ids: [String]
    /// Where they are.
    public var region: RegionID

    /// Resources by their ids.
    public init(type: TaggableType, ids: [String], region: RegionID) {
        self.type = type
        self.ids = ids
        self.region = region
    }
}

/// What came of a change of tags.
public enum TagChange: Hashable, Sendable {
    /// The tags are as asked for, durably.
    case done
    /// The account has no such resource in the region. Nothing was written.
    case unknown(String)
    /// The resource would have so many tags. Nothing was written.
    case tooMany(String, Int)
}

extension Store {
    /// Gives tags to all of some resources or to none, with the audit line; none then has more than `limit`.
    public func tag(_ resources: TaggedResources, _ tags: [Tag], limit: Int, audit: AuditLine)
        async throws(StoreError) -> TagChange
    {
        try await changeTags(of: resources, limit: limit, audit) { old in
            old.filter { one in !tags.contains { $0.key == one.key } } + tags
        }
    }

    /// Takes tags of these keys, or all (nil), away from all of some resources or from none, with the audit line.
    public func untag(_ resources: TaggedResources, keys: [String]?, audit: AuditLine) async throws(StoreError)
        -> TagChange
    {
        try await changeTags(of: resources, limit: .max, audit) { old in
            keys.map { keys in old.filter { !keys.contains($0.key) } } ?? []
        }
    }

    private func changeTags(
        of resources: TaggedResources, limit: Int, _ audit: AuditLine, _ change: @escaping @Sendable ([Tag]) -> [Tag]
    ) async throws(StoreError) -> TagChange {
        let table = resources.type.rawValue
        let account = audit.context.caller.account
        return try await commit { db in
            var changes: [(id: String, tags: [Tag])] = []
            for id in resources.ids {
                let row = try Row.fetchOne(
                    db, sql: "SELECT tags FROM \(table) WHERE id = ? AND account = ? AND region = ?",
                    arguments: [id, account, resources.region.text])
                guard let row else { return .unknown(id) }
                let old = try row.tags("tags")
                let new = change(old)
                guard new.count <= max(limit, old.count) else { return .tooMany(id, new.count) }
                if new != old { changes.append((id, new)) }
            }
            for (id, tags) in changes {
                try db.execute(sql: "UPDATE \(table) SET tags = ? WHERE id = ?", arguments: [tags.column, id])
            }
            try db.append(audit)
            return .done
        }
    }

    /// The tags of resources by id and key: of those named, or of all that have the tags; behind the one that `after` names
    /// by its id and key.
    public func tags(
        of resources: TaggedResources, carrying tags: [Tag], account: String, after: (id: String, key: String)?,
        limit: Int
    ) async throws(StoreError) -> [TagResource] {
        try await read { db in
            let kind = resources.type.rawValue
            var selection = Selection()
            selection.require("\(kind).account = :account", ["account": account])
            selection.require("\(kind).region = :region", ["region": resources.region.text])
            if !resources.ids.isEmpty {
                let ids = JSON.array(resources.ids.map(JSON.string)).compactText
                selection.require("\(kind).id IN (SELECT value FROM json_each(:ids))", ["ids": ids])
            }
            selection.require(tags, of: resources.type, limit: Self.mostTagged)
            if let after {
                selection.require("(tag.subject, tag.key) > (:id, :key)", ["id": after.id, "key": after.key])
            }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT tag.subject, tag.key, tag.value FROM \(kind) JOIN tag
                        ON tag.kind = '\(kind)' AND tag.subject = \(kind).id
                    WHERE \(selection.sql) ORDER BY tag.subject, tag.key LIMIT :limit
                    """, arguments: selection.arguments &+ ["limit": limit])
            return try rows.map { row in
                TagResource(
                    resourceID: try row.text("subject"), resourceType: resources.type,
                    tag: Tag(try row.text("key"), try row.text("value")))
            }
        }
    }

    /// ListTagResources is where a caller is sent who has more than the other lists find.
    private static let mostTagged = 1_000_000
}

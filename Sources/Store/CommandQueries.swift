public import CloudAssistant
import GRDB

/// Which commands are asked for; all conditions must hold.
public struct CommandFilter: Sendable {
    /// The account whose commands are seen.
    public var account: String
    /// The region.
    public var region: RegionID
    /// Only this command.
    public var commandID: CommandID?
    /// Only names of this form.
    public var name: NamePattern?
    /// Only descriptions of this form.
    public var description: NamePattern?
    /// Only this type.
    public var type: CommandType?
    /// Only commands with all these tags; an empty value asks for the key only.
    public var tags: [Tag] = []
    /// So many of the newest commands with the tags are found at most.
    public var tagLimit = 1_000
    /// Only this group.
    public var resourceGroupID: ResourceGroupID?

    /// A filter; without further conditions every command of an account in a region.
    public init(account: String, region: RegionID) {
        self.account = account
        self.region = region
    }

    fileprivate var selection: Selection {
        var selection = Selection()
        selection.require("command.account = :account", ["account": account])
        selection.require("command.region = :region", ["region": region.text])
        if let commandID { selection.require("command.id = :id", ["id": commandID.text]) }
        if let type { selection.require("command.type = :type", ["type": type.rawValue]) }
        if let group = resourceGroupID { selection.require("command.resource_group = :group", ["group": group.text]) }
        selection.require(tags, of: .command, limit: tagLimit)
        if name != nil { selection.require("name_matches(command.name)") }
        if description != nil { selection.require("description_matches(command.description)") }
        return selection
    }
}

extension Store {
    /// Commands, newest first.
    public func commands(_ filter: CommandFilter, slice: Slice) async throws(StoreError) -> Sliced<Command> {
        try await read { db in
            if let name = filter.name { db.add(function: name.function("name_matches")) }
            if let pattern = filter.description { db.add(function: pattern.function("description_matches")) }
            var selection = filter.selection
            let total = try db.count(
                "FROM command WHERE \(selection.sql)", selection.arguments, limit: slice.countLimit)
            if let after = slice.after?.first {
                selection.require("command.sequence < :after", ["after": after])
            }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM command WHERE \(selection.sql)
                    ORDER BY command.sequence DESC LIMIT :limit OFFSET :offset
                    """,
                arguments: selection.arguments &+ ["limit": slice.limit + 1, "offset": slice.offset])
            let (kept, next) = try slice.cut(rows, mark: ["sequence"])
            return Sliced(entries: try kept.map { try $0.command() }, total: total, next: next)
        }
    }

    /// How many invocations there are of each of some commands, of those that have any.
    public func invokeTimes(of ids: [CommandID], account: String, region: RegionID) async throws(StoreError)
        -> [CommandID: Int]
    {
        guard !ids.isEmpty else { return [:] }
        return try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT command_id, count(*) AS times FROM invocation
                    WHERE command_id IN (SELECT value FROM json_each(?)) AND account = ? AND region = ?
                    GROUP BY command_id
                    """,
                arguments: [JSON.array(ids.map { .string($0.text) }).compactText, account, region.text])
            return try rows.reduce(into: [:]) { times, row in
                times[CommandID(try row.text("command_id"))] = try row.integer("times")
            }
        }
    }
}

extension NamePattern {
    /// Itself as a function of the database: no pattern of SQL has just one star, and theirs may take very long.
    fileprivate func function(_ name: String) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: 1, pure: true) { values in
            values.first.flatMap { String.fromDatabaseValue($0) }.map { matches($0) } ?? false
        }
    }
}

public import CloudAssistant
import GRDB

/// Which invocations or results are asked for; all conditions must hold.
public struct InvocationFilter: Hashable, Sendable {
    /// The account whose invocations are seen.
    public var account: String
    /// The region.
    public var region: RegionID
    /// Only this invocation.
    public var invokeID: InvokeID?
    /// Only this instance.
    public var instanceID: InstanceID?
    /// Only runs of this command.
    public var commandID: CommandID?
    /// Only runs of commands of this name.
    public var commandName: String?

    /// A filter; without further conditions everything of an account in a region.
    public init(
        account: String, region: RegionID, invokeID: InvokeID? = nil, instanceID: InstanceID? = nil,
        commandID: CommandID? = nil, commandName: String? = nil
    ) {
        self.account = account
        self.region = region
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.commandID = commandID
        self.commandName = commandName
    }

    private var arguments: StatementArguments {
        [
            "account": account, "region": region.text, "invoke": invokeID?.text, "instance": instanceID?.text,
            "command": commandID?.text, "name": commandName,
        ]
    }

    func arguments(_ more: StatementArguments) -> StatementArguments { arguments &+ more }
}

/// A part of a list, newest first: entries that came after the first answer do not shift the later ones.
public struct Slice: Hashable, Sendable {
    /// The newest entry that the list holds, by its number; nil for the newest there is.
    public var newest: Int?
    /// How many entries to pass over.
    public var offset: Int
    /// How many entries to answer at most.
    public var limit: Int

    /// A slice from its parts.
    public init(newest: Int? = nil, offset: Int, limit: Int) {
        self.newest = newest
        self.offset = offset
        self.limit = limit
    }
}

/// A part of a list with what is needed to go on.
public struct Sliced<Entry: Sendable>: Sendable {
    /// The entries.
    public let entries: [Entry]
    /// How many entries the list holds in all.
    public let total: Int
    /// The newest entry of the list, by its number: to be given with the next slice.
    public let newest: Int
}

extension Store {
    private static let conditions = """
        invocation.account = :account AND invocation.region = :region
        AND (:invoke IS NULL OR invocation.id = :invoke)
        AND (:command IS NULL OR invocation.command_id = :command)
        AND (:name IS NULL OR invocation.command_name = :name)
        AND (:newest IS NULL OR invocation.sequence <= :newest)
        """

    /// A run that has begun, ended or was missed: not one that waits for its time, nor its cancellation.
    private static let hasRun = """
        result.state <> 'Scheduled' AND NOT (result.state = 'Cancelled' AND result.occurrence > 1)
        """

    /// Invocations with their latest results, newest first. `states` filters on the overall state.
    public func invocations(
        _ filter: InvocationFilter, withOutput: Bool, where isWanted: (@Sendable (Invocation) -> Bool)?, slice: Slice
    ) async throws(StoreError) -> Sliced<Invocation> {
        try await read { db in
            let newest = try slice.newest ?? db.newestInvocation()
            let selection = """
                FROM invocation WHERE \(Self.conditions) AND (:instance IS NULL OR EXISTS (
                    SELECT 1 FROM result WHERE invoke_id = invocation.id AND instance_id = :instance))
                """
            let order = "ORDER BY invocation.sequence DESC"
            // The overall state is derived, so a filter on it has to look at every candidate.
            guard let isWanted else {
                let total = try Int.fetchOne(
                    db, sql: "SELECT count(*) \(selection)", arguments: filter.arguments(["newest": newest]))
                let rows = try Row.fetchAll(
                    db, sql: "SELECT invocation.* \(selection) \(order) LIMIT :limit OFFSET :offset",
                    arguments: filter.arguments([
                        "newest": newest, "limit": slice.limit, "offset": slice.offset,
                    ]))
                let entries = try rows.map { try db.invocation($0, withOutput: withOutput) }
                return Sliced(entries: entries, total: total ?? 0, newest: newest)
            }
            let rows = try Row.fetchAll(
                db, sql: "SELECT invocation.* \(selection) \(order)",
                arguments: filter.arguments(["newest": newest]))
            let all = try rows.map { try db.invocation($0, withOutput: withOutput) }.filter(isWanted)
            let entries = Array(all.dropFirst(slice.offset).prefix(slice.limit))
            return Sliced(entries: entries, total: all.count, newest: newest)
        }
    }

    /// Results with their invocations (whose own results stay empty), newest invocation first: the latest of each
    /// instance, or with `history` every run of each, the latest first.
    public func results(
        _ filter: InvocationFilter, states: [InvocationState], history: Bool = false, slice: Slice
    ) async throws(StoreError) -> Sliced<(result: InvocationResult, invocation: Invocation)> {
        try await read { db in
            let newest = try slice.newest ?? db.newestInvocation()
            let words = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let selection = """
                FROM result JOIN invocation ON invocation.id = result.invoke_id
                WHERE \(Self.conditions) AND (:instance IS NULL OR result.instance_id = :instance)
                \(states.isEmpty ? "" : "AND result.state IN (\(words))")
                AND \(history ? Self.hasRun : "result.is_current = 1")
                """
            let total = try Int.fetchOne(
                db, sql: "SELECT count(*) \(selection)", arguments: filter.arguments(["newest": newest]))
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT result.* \(selection) ORDER BY invocation.sequence DESC, result.position,
                        result.occurrence DESC
                    LIMIT :limit OFFSET :offset
                    """,
                arguments: filter.arguments(["newest": newest, "limit": slice.limit, "offset": slice.offset]))
            var invocations: [String: Invocation] = [:]
            let entries = try rows.map { row in
                let result = try history ? row.result() : db.shown(row.result())
                let known = try invocations[result.invokeID.text] ?? db.bareInvocation(result.invokeID)
                invocations[result.invokeID.text] = known
                return (result: result, invocation: known)
            }
            return Sliced(entries: entries, total: total ?? 0, newest: newest)
        }
    }
}

extension Database {
    fileprivate func newestInvocation() throws -> Int {
        try Int.fetchOne(self, sql: "SELECT max(sequence) FROM invocation") ?? 0
    }

    fileprivate func invocation(_ row: Row, withOutput: Bool) throws -> Invocation {
        var invocation = try row.invocation()
        try fillResults(of: &invocation, withOutput: withOutput)
        return invocation
    }

    func bareInvocation(_ id: InvokeID) throws -> Invocation {
        let row = try Row.fetchOne(self, sql: "SELECT * FROM invocation WHERE id = ?", arguments: [id.text])
        guard let row else { throw StoreError.damaged }
        return try row.invocation()
    }
}

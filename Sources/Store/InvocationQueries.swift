public import CloudAssistant
import GRDB

extension Store {
    /// Invocations with their latest results, newest first.
    public func invocations(_ filter: InvocationFilter, withOutput: Bool, slice: Slice) async throws(StoreError)
        -> Sliced<Invocation>
    {
        try await read { db in
            var selection = filter.invocations
            if let instance = filter.instanceID {
                selection.require(
                    "invocation.id IN (SELECT one.invoke_id FROM result AS one WHERE one.instance_id = :instance)",
                    ["instance": instance.text])
            }
            let source = "FROM invocation WHERE \(selection.sql)"
            let total = try db.count(source, selection.arguments, limit: slice.countLimit)
            if let after = slice.after?.first {
                selection.require("invocation.sequence < :after", ["after": after])
            }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM invocation WHERE \(selection.sql)
                    ORDER BY invocation.sequence DESC LIMIT :limit OFFSET :offset
                    """,
                arguments: selection.arguments &+ ["limit": slice.limit + 1, "offset": slice.offset])
            let (kept, next) = try slice.cut(rows, mark: ["sequence"])
            return Sliced(
                entries: try kept.map { try db.invocation($0, withOutput: withOutput) }, total: total, next: next)
        }
    }

    /// Results with their invocations (whose own results stay empty), newest invocation first; the latest of each
    /// instance, or every one when the filter asks for the history.
    public func results(_ filter: InvocationFilter, slice: Slice) async throws(StoreError)
        -> Sliced<(result: InvocationResult, invocation: Invocation)>
    {
        try await read { db in
            var selection = filter.results
            let tables = filter.resultTables
            let total = try db.count(
                "\(tables) WHERE \(selection.sql)", selection.arguments, limit: slice.countLimit)
            if let after = slice.after, after.count == 3 {
                selection.require(
                    """
                    invocation.sequence <= :after AND (invocation.sequence < :after
                        OR (result.position, -result.occurrence) > (:position, -:occurrence))
                    """, ["after": after[0], "position": after[1], "occurrence": after[2]])
            }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT result.*, invocation.sequence AS invoked \(tables) WHERE \(selection.sql)
                    ORDER BY invocation.sequence DESC, result.position, result.occurrence DESC
                    LIMIT :limit OFFSET :offset
                    """,
                arguments: selection.arguments &+ ["limit": slice.limit + 1, "offset": slice.offset])
            let (kept, next) = try slice.cut(rows, mark: ["invoked", "position", "occurrence"])
            var invocations: [String: Invocation] = [:]
            let entries = try kept.map { row in
                let result = try filter.includesHistory ? row.result() : db.shown(row.result())
                let known = try invocations[result.invokeID.text] ?? db.bareInvocation(result.invokeID)
                invocations[result.invokeID.text] = known
                return (result: result, invocation: known)
            }
            return Sliced(entries: entries, total: total, next: next)
        }
    }
}

extension InvocationFilter {
    fileprivate var results: Selection {
        var selection = invocations
        selection.require("invocation.id = result.invoke_id")
        if let instanceID { selection.require("result.instance_id = :instance", ["instance": instanceID.text]) }
        if let states { selection.require("result.state IN (\(StateCondition.words(states)))") }
        selection.require(includesHistory ? StateCondition.hasRun : StateCondition.isLatest("result"))
        return selection
    }

    /// The results of one instance or in a rare state are found by that; all others by their invocations, newest first.
    fileprivate var resultTables: String {
        let isRare = states.map { !$0.contains(.success) } ?? false
        let isByResult = invokeID == nil && (instanceID != nil || isRare)
        return isByResult ? "FROM result CROSS JOIN invocation" : "FROM invocation CROSS JOIN result"
    }
}

extension Database {
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

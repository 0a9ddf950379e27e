import GRDB

/// A part of a list, newest first: what comes later, and what is removed, shifts none of the entries behind a mark.
public struct Slice: Hashable, Sendable {
    /// The last entry of the part before, by the numbers that `Sliced.next` had; nil at the beginning.
    public var after: [Int]?
    /// How many entries to pass over.
    public var offset: Int
    /// How many entries to answer at most.
    public var limit: Int
    /// How far entries are counted; nil for all of them.
    public var countLimit: Int?

    /// A slice from its parts.
    public init(after: [Int]? = nil, offset: Int = 0, limit: Int, countLimit: Int? = nil) {
        self.after = after
        self.offset = offset
        self.limit = limit
        self.countLimit = countLimit
    }
}

/// A part of a list with what is needed to go on.
public struct Sliced<Entry: Sendable>: Sendable {
    /// The entries.
    public let entries: [Entry]
    /// How many entries the list holds in all, or the slice's limit when there are more than that.
    public let total: Int
    /// The last entry by its numbers, to be given with the next slice; nil at the end of the list.
    public let next: [Int]?
}

extension Database {
    /// How many rows a query has, counted no further than a limit.
    func count(_ source: String, _ arguments: StatementArguments, limit: Int?) throws -> Int {
        let sql = "SELECT count(*) FROM (SELECT 1 \(source) LIMIT :counted)"
        return try Int.fetchOne(self, sql: sql, arguments: arguments &+ ["counted": limit ?? -1]) ?? 0
    }
}

extension Slice {
    /// The rows that a query answers for one more than the slice holds, cut to it, and the mark of the last one when there
    /// are more.
    func cut(_ rows: [Row], mark: [String]) throws -> (rows: ArraySlice<Row>, next: [Int]?) {
        let rows = rows.prefix(limit + 1)
        guard rows.count > limit else { return (rows, nil) }
        let kept = rows.prefix(limit)
        return (kept, try kept.last.map { row in try mark.map { try row.integer($0) } })
    }
}

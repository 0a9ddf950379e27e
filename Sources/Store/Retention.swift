public import CloudAssistant
import GRDB

/// How long ended invocations are kept.
public struct RetentionBounds: Hashable, Sendable {
    /// What ended at this moment or before is removed.
    public var ended: Timestamp
    /// So many invocations stay at most, those that have not ended included; the oldest go first.
    public var count: Int
    /// Client tokens of this moment or before are removed.
    public var tokens: Timestamp

    /// Bounds from their parts.
    public init(ended: Timestamp, count: Int, tokens: Timestamp) {
        self.ended = ended
        self.count = count
        self.tokens = tokens
    }
}

/// One small transaction of a sweep.
public struct SweepStep: Sendable {
    /// The attempts whose records are gone.
    public var attempts: [AttemptKey] = []
    /// How many rows were changed or removed.
    public var rows = 0
}

/// How far a sweep has looked, so that what has to stay is not looked at again and again.
public struct SweepPlace: Hashable, Sendable {
    var finished = Int.min
    var result = 0
    var invocation = 0

    /// The beginning.
    public init() {}
}

/// Ended results that are kept all the same: each condition is about a row of `result`.
private let heldBack = ["delivery_status IS 'InProgress'"]

extension Store {
    /// Rows that one transaction of a sweep changes at most.
    public static let sweepLimit = 100

    /// The number of the newest invocation: while it stays, there are not more invocations than before.
    public func newestInvocation() async throws(StoreError) -> Int {
        try await read { db in try Int.fetchOne(db, sql: "SELECT max(sequence) FROM invocation") ?? 0 }
    }

    /// Removes the rows of invocations that an earlier step took out of the lists; nil when there are none.
    public func sweepRemoved() async throws(StoreError) -> SweepStep? {
        guard try await read({ db in try db.removedInvocation() }) != nil else { return nil }
        return try await commit { db in try db.removeRows() }
    }

    /// Takes ended invocations that are too old out of the lists, and removes earlier runs that are; looks at the next few
    /// from a place on. nil at the end.
    public func sweepOld(_ bounds: RetentionBounds, from place: inout SweepPlace) async throws(StoreError)
        -> SweepStep?
    {
        let from = place
        let rows = try await read { db in try db.oldResults(bounds.ended, from) }
        guard let last = rows.last else { return nil }
        (place.finished, place.result) = (last.finished, last.sequence)
        let found = try await read { db in try db.removable(rows, bounds.ended) }
        guard !found.invocations.isEmpty || !found.runs.isEmpty else { return SweepStep() }
        return try await commit { db in try db.remove(found, bounds.ended) }
    }

    /// Takes the oldest ended invocations out of the lists while there are too many; looks at the next few from a place
    /// on. nil when there are not too many, or at the end.
    public func sweepSurplus(_ bounds: RetentionBounds, from place: inout SweepPlace) async throws(StoreError)
        -> SweepStep?
    {
        let from = place
        let (rows, surplus) = try await read { db in try db.oldest(bounds.count, from) }
        guard let last = rows.last, surplus > 0 else { return nil }
        place.invocation = last.sequence
        let ended = rows.filter(\.isEnded).prefix(surplus).map(\.id)
        guard !ended.isEmpty else { return SweepStep() }
        return try await commit { db in
            try db.remove((invocations: Array(ended), runs: []), Timestamp(milliseconds: .max))
        }
    }

    /// Removes client tokens that are past their life; nil when there are none.
    public func sweepTokens(_ bounds: RetentionBounds) async throws(StoreError) -> SweepStep? {
        let old = "SELECT 1 FROM token WHERE created <= ? LIMIT 1"
        let time = bounds.tokens.milliseconds
        guard try await read({ db in try Int.fetchOne(db, sql: old, arguments: [time]) }) != nil else { return nil }
        return try await commit { db in
            try db.execute(
                sql: """
                    DELETE FROM token WHERE (account, region, action, token) IN
                        (SELECT account, region, action, token FROM token WHERE created <= ? LIMIT ?)
                    """, arguments: [time, Self.sweepLimit])
            return SweepStep(rows: db.changesCount)
        }
    }
}

private typealias OldResult = (sequence: Int, finished: Int, invokeID: String, isLatest: Bool)
private typealias Removable = (invocations: [String], runs: [Int])

extension Database {
    /// Nobody's account: invocations that are in no list any more and wait for the removal of their rows.
    private static let nobody = ""

    fileprivate func removedInvocation() throws -> String? {
        try String.fetchOne(
            self, sql: "SELECT id FROM invocation WHERE account = ? ORDER BY region, sequence LIMIT 1",
            arguments: [Self.nobody])
    }

    fileprivate func removeRows() throws -> SweepStep {
        var step = SweepStep()
        while step.rows < Store.sweepLimit, let id = try removedInvocation() {
            let room = Store.sweepLimit - step.rows
            let removed = try Row.fetchAll(
                self,
                sql: """
                    DELETE FROM result WHERE sequence IN (SELECT sequence FROM result WHERE invoke_id = ? LIMIT ?)
                    RETURNING invoke_id, instance_id, occurrence
                    """, arguments: [id, room])
            step.attempts += try removed.map { try $0.attemptKey() }
            step.rows += removed.count
            guard removed.count < room else { break }
            try execute(sql: "DELETE FROM invocation WHERE id = ?", arguments: [id])
            step.rows += 1
        }
        return step
    }

    fileprivate func oldResults(_ ended: Timestamp, _ place: SweepPlace) throws -> [OldResult] {
        let latest = StateCondition.isLatest("result")
        return try Row.fetchAll(
            self,
            sql: """
                SELECT sequence, finished, invoke_id, \(latest) AS is_latest FROM result
                WHERE finished IS NOT NULL AND finished <= :ended AND finished >= :finished
                    AND (finished, sequence) > (:finished, :sequence)
                ORDER BY finished, sequence LIMIT :limit
                """,
            arguments: [
                "ended": ended.milliseconds, "finished": place.finished, "sequence": place.result,
                "limit": Store.sweepLimit,
            ]
        ).map { row in
            (
                sequence: try row.integer("sequence"), finished: try row.integer("finished"),
                invokeID: try row.text("invoke_id"), isLatest: try row.integer("is_latest") != 0
            )
        }
    }

    /// Of some old results: the invocations that have ended as a whole, and the earlier runs of the others.
    fileprivate func removable(_ rows: [OldResult], _ ended: Timestamp) throws -> Removable {
        var isOver: [String: Bool] = [:]
        for row in rows where isOver[row.invokeID] == nil {
            isOver[row.invokeID] = try hasEnded(row.invokeID, by: ended)
        }
        let runs = rows.filter { !$0.isLatest && isOver[$0.invokeID] == false }.map(\.sequence)
        return (invocations: isOver.filter(\.value).keys.sorted(), runs: runs)
    }

    /// Whether nothing of an invocation is open, ended later or is held back; false for one that is removed already.
    private func hasEnded(_ id: String, by time: Timestamp) throws -> Bool {
        let staying = (["finished IS NULL", "finished > :time"] + heldBack).joined(separator: " OR ")
        let sql = """
            SELECT account <> '' AND NOT EXISTS (SELECT 1 FROM result WHERE invoke_id = :id AND (\(staying)))
            FROM invocation WHERE id = :id
            """
        return try Bool.fetchOne(self, sql: sql, arguments: ["id": id, "time": time.milliseconds]) ?? false
    }

    /// Looks again, as it may have changed since it was found, and takes invocations out of the lists; their tags go with
    /// them, their results by and by.
    fileprivate func remove(_ found: Removable, _ ended: Timestamp) throws -> SweepStep {
        var step = SweepStep()
        for id in found.invocations where try hasEnded(id, by: ended) {
            try execute(
                sql: "UPDATE invocation SET account = ?, tags = '{}' WHERE id = ?", arguments: [Self.nobody, id])
            step.rows += 1
        }
        let kept = (["FALSE"] + heldBack).joined(separator: " OR ")
        for sequence in found.runs {
            let removed = try Row.fetchAll(
                self,
                sql: """
                    DELETE FROM result WHERE sequence = ? AND finished IS NOT NULL AND NOT (\(kept))
                    RETURNING invoke_id, instance_id, occurrence
                    """, arguments: [sequence])
            step.attempts += try removed.map { try $0.attemptKey() }
            step.rows += removed.count
        }
        return step
    }

    /// The next invocations from the oldest on, and how many there are too many.
    fileprivate func oldest(_ count: Int, _ place: SweepPlace) throws -> (
        rows: [(sequence: Int, id: String, isEnded: Bool)], surplus: Int
    ) {
        let all = try Int.fetchOne(self, sql: "SELECT count(*) FROM invocation") ?? 0
        let removed = try Int.fetchOne(
            self, sql: "SELECT count(*) FROM invocation WHERE account = ?", arguments: [Self.nobody])
        let surplus = all - (removed ?? 0) - count
        guard surplus > 0 else { return ([], 0) }
        let rows = try Row.fetchAll(
            self, sql: "SELECT sequence, id FROM invocation WHERE sequence > ? ORDER BY sequence LIMIT ?",
            arguments: [place.invocation, Store.sweepLimit])
        return (
            try rows.map { row in
                let id = try row.text("id")
                let isEnded = try hasEnded(id, by: Timestamp(milliseconds: .max))
                return (sequence: try row.integer("sequence"), id: id, isEnded: isEnded)
            }, surplus
        )
    }
}

extension Row {
    fileprivate func attemptKey() throws -> AttemptKey {
        AttemptKey(
            invokeID: InvokeID(try text("invoke_id")), instanceID: InstanceID(try text("instance_id")),
            occurrence: try integer("occurrence"))
    }
}

import GRDB

/// What is kept of simulated instances must never be taken for what happened, nor the other way round: a state directory
/// is for one of the two from its first use on.
extension Store {
    private static let name = "practice"

    /// What the simulated fleet of this state was made from; nil when the state is of real instances.
    public func practiceMark() async throws(StoreError) -> String? {
        try await read { db in
            try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = ?", arguments: [Self.name])
        }
    }

    /// Marks a state in which nothing was kept yet, and answers its mark; nil when it is of real instances.
    public func markAsPractice(_ mark: String) async throws(StoreError) -> String? {
        try await commit { db in
            let kept = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = ?", arguments: [Self.name])
            if let kept { return kept }
            // Every engine of real instances draws this machine's id before anything else.
            guard try Int.fetchOne(db, sql: "SELECT count(*) FROM meta") == 0 else { return nil }
            try db.execute(sql: "INSERT INTO meta (name, value) VALUES (?, ?)", arguments: [Self.name, mark])
            return mark
        }
    }
}

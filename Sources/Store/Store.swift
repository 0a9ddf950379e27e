import GRDB

/// Everything durable of one state directory; the only place that knows SQL.
///
/// Every decision is one transaction that is on disk when the call returns (WAL, `synchronous = FULL`). Nothing here
/// validates: callers hand over what has been decided.
public final class Store: Sendable {
    let database: any DatabaseWriter
    /// For what takes no longer than changing threads.
    let lookUps: LookUps
    private let queue: CommitQueue

    /// What a store is opened for.
    public enum Purpose: Sendable {
        /// By the one engine, which holds the directory's lock: makes and upgrades the database.
        case engine
        /// Beside a running engine: nothing is written.
        case reading
        /// Beside a running engine: lines of the audit are added and nothing else. The database has to be there and to be
        /// of this release.
        case noting
    }

    /// Opens the database of a prepared state directory.
    public init(_ directory: StateDirectory, for purpose: Purpose) throws(StoreError) {
        if purpose == .engine { try directory.makeDatabase() }
        if purpose == .noting { try directory.checkDatabase() }
        do {
            database = try Self.open(directory.databasePath, purpose)
            lookUps = try LookUps(directory.databasePath)
            queue = CommitQueue(database)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(error)
        }
    }

    private static func open(_ path: String, _ purpose: Purpose) throws -> any DatabaseWriter {
        var configuration = Configuration()
        configuration.readonly = purpose == .reading
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        guard try pool.read(Schema.migrator.hasBeenSuperseded) == false else { throw StoreError.newerVersion }
        guard purpose != .reading else { return pool }
        if purpose == .noting, try pool.read(Schema.migrator.hasCompletedMigrations) == false {
            throw StoreError.newerVersion
        }
        // The pool sets NORMAL on its writer after `prepareDatabase`, so FULL has to be said afterwards.
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864")
        }
        if purpose == .engine { try Schema.migrator.migrate(pool) }
        return pool
    }

    /// Runs a decision as a transaction of its own or together with others that wait at the same time.
    func commit<Value: Sendable>(_ decision: @escaping @Sendable (Database) throws -> Value) async throws(StoreError)
        -> Value
    {
        try await queue.commit(decision)
    }

    /// Runs a query on a snapshot.
    func read<Value: Sendable>(_ query: @escaping @Sendable (Database) throws -> Value) async throws(StoreError)
        -> Value
    {
        do { return try await database.read(query) } catch { throw StoreError(error) }
    }

    /// Checks every page and every reference; empty when all is well, else SQLite's own findings.
    public func check() async throws(StoreError) -> [String] {
        try await read { db in
            let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            return try pages + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map(\.description)
        }
    }

    /// The value kept under a name, made by `make` the first time.
    public func value(_ name: String, orMake make: @escaping @Sendable () -> String) async throws(StoreError)
        -> String
    {
        try await commit { db in
            let kept = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = ?", arguments: [name])
            if let kept { return kept }
            let made = make()
            try db.execute(sql: "INSERT INTO meta (name, value) VALUES (?, ?)", arguments: [name, made])
            return made
        }
    }

    /// The value kept under a name, if there is one.
    public func value(_ name: String) async throws(StoreError) -> String? {
        try await read { db in
            try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = ?", arguments: [name])
        }
    }

    /// Closes the database once nothing uses it any more.
    public func close() {
        lookUps.close()
        try? database.close()
    }
}

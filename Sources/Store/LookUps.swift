import GRDB

/// A connection for what is looked up by its key at every call: on the caller's own thread, since changing threads takes
/// longer than the query.
final class LookUps: Sendable {
    private let database: DatabaseQueue

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
        }
        database = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Runs one quick query on what is durable now.
    func read<Value>(_ query: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try database.unsafeRead(query) } catch { throw StoreError(error) }
    }

    func close() { try? database.close() }
}

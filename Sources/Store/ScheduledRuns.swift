public import CloudAssistant
import GRDB

/// A run that waits for its time or for the next start of its instance.
public struct ScheduledRun: Hashable, Sendable {
    /// The attempt that it will be.
    public let key: AttemptKey
    /// When it is to run; nil for the next start of the instance.
    public let due: Timestamp?
    /// The start of the instance since which it waits.
    public let bootID: String?

    /// A run from its parts.
    public init(key: AttemptKey, due: Timestamp?, bootID: String?) {
        self.key = key
        self.due = due
        self.bootID = bootID
    }
}

extension InvocationResult {
    /// The run that this record waits for, nil when it does not wait.
    public var scheduledRun: ScheduledRun? {
        guard state == .scheduled, stopped == nil else { return nil }
        return ScheduledRun(key: key, due: due, bootID: bootID)
    }
}

extension Store {
    /// Everything that waits for its time, in no order.
    public func scheduledRuns() async throws(StoreError) -> [ScheduledRun] {
        try await read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT invoke_id, instance_id, occurrence, due, boot_id FROM result
                    WHERE finished IS NULL AND state = 'Scheduled' AND stopped IS NULL
                    """)
            var runs: [ScheduledRun] = []
            // By position: a hundred thousand rows are read at a start.
            while let row = try rows.next() {
                guard let invokeID = String.fromDatabaseValue(row[0]),
                    let instanceID = String.fromDatabaseValue(row[1]),
                    let occurrence = Int.fromDatabaseValue(row[2])
                else { throw StoreError.damaged }
                let key = AttemptKey(
                    invokeID: InvokeID(invokeID), instanceID: InstanceID(instanceID), occurrence: occurrence)
                let due = Int64.fromDatabaseValue(row[3]).map(Timestamp.init(milliseconds:))
                runs.append(ScheduledRun(key: key, due: due, bootID: String.fromDatabaseValue(row[4])))
            }
            return runs
        }
    }

    /// Records with their invocations (whose own results stay empty), in this order; those that do not exist are
    /// passed over.
    public func attempts(_ keys: [AttemptKey]) async throws(StoreError) -> [(InvocationResult, Invocation)] {
        try await read { db in
            var invocations: [InvokeID: Invocation] = [:]
            return try db.results(of: keys).map { result in
                let known = try invocations[result.invokeID] ?? db.bareInvocation(result.invokeID)
                invocations[result.invokeID] = known
                return (result, known)
            }
        }
    }

    /// The current records of the instances of some attempts.
    public func currentResults(of keys: [AttemptKey]) async throws(StoreError) -> [InvocationResult] {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT * FROM result WHERE invoke_id = ? AND instance_id = ? AND is_current = 1")
            return try keys.compactMap { key in
                try Row.fetchOne(statement, arguments: [key.invokeID.text, key.instanceID.text])?.result()
            }
        }
    }
}

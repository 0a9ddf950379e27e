public import CloudAssistant
import GRDB

extension Store {
    /// The invocations whose outputs are delivered somewhere.
    public func deliveringInvocations() async throws(StoreError) -> Set<InvokeID> {
        try await read { db in
            let ids = try String.fetchAll(db, sql: "SELECT id FROM invocation WHERE oss_output_delivery <> ''")
            return Set(ids.map { InvokeID($0) })
        }
    }

    /// The attempts whose output is still to be delivered, oldest first.
    public func openDeliveries() async throws(StoreError) -> [AttemptKey] {
        try await read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM result WHERE delivery_status = 'InProgress' ORDER BY sequence")
            return try rows.map { try $0.result().key }
        }
    }

    /// What is known of an attempt whose output is still to be delivered, and its invocation, whose own results stay empty;
    /// nil when there is nothing to deliver.
    public func openDelivery(of key: AttemptKey) async throws(StoreError) -> (InvocationResult, Invocation)? {
        try await read { db in
            let result = try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM result WHERE invoke_id = ? AND instance_id = ? AND occurrence = ?
                        AND delivery_status = 'InProgress'
                    """, arguments: [key.invokeID.text, key.instanceID.text, key.occurrence])
            let invocation = try Row.fetchOne(
                db, sql: "SELECT * FROM invocation WHERE id = ?", arguments: [key.invokeID.text])
            guard let result, let invocation else { return nil }
            return (try result.result(), try invocation.invocation())
        }
    }

    /// Makes the end of a delivery durable. One that has ended already stays as it is; true when this one counts.
    public func endDelivery(of key: AttemptKey, _ delivery: OutputDelivery) async throws(StoreError) -> Bool {
        try await commit { db in
            try db.execute(
                sql: """
                    UPDATE result SET delivery_status = ?, delivery_address = ?, delivery_error_code = ?,
                        delivery_error_info = ?
                    WHERE invoke_id = ? AND instance_id = ? AND occurrence = ? AND delivery_status = 'InProgress'
                    """,
                arguments: [
                    delivery.status.rawValue, delivery.address, delivery.errorCode, delivery.errorInfo,
                    key.invokeID.text, key.instanceID.text, key.occurrence,
                ])
            return db.changesCount == 1
        }
    }
}

extension Database {
    /// Notes where the outputs of a new invocation are delivered.
    func insertDelivery(of invocation: Invocation) throws {
        guard !invocation.ossOutputDelivery.isEmpty else { return }
        try execute(
            sql: "UPDATE invocation SET oss_output_delivery = ? WHERE id = ?",
            arguments: [invocation.ossOutputDelivery, invocation.id.text])
    }
}

extension Row {
    func delivery() throws -> OutputDelivery? {
        guard let word = optionalText("delivery_status") else { return nil }
        guard let status = OutputDelivery.Status(rawValue: word) else { throw StoreError.damaged }
        return OutputDelivery(
            status, address: try text("delivery_address"), errorCode: try text("delivery_error_code"),
            errorInfo: try text("delivery_error_info"))
    }
}

import CloudAssistant
import Runners
import Store

/// The one place where the store's errors become the API's.
extension APIError {
    init(_ error: StoreError) {
        let detail =
            switch error {
            case .full: "the disk or the database is full"
            case .readOnly: "the state directory may not be written to"
            case .unusableDirectory(let path, let number): "\(path): errno \(number)"
            case .damaged: "the database is damaged"
            case .newerVersion: "a newer release made the database"
            case .busy: "the database is busy"
            case .other(let code): "SQLite code \(code)"
            }
        self.init(.internalErrorDispatch, [.detail: detail])
    }
}

/// Runs something of the store for a call.
func stored<Value>(_ work: () async throws(StoreError) -> Value) async throws(APIError) -> Value {
    do { return try await work() } catch { throw APIError(error) }
}

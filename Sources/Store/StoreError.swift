import GRDB

/// Why the store could not do what was asked. Never carries bound values.
public enum StoreError: Error, Sendable, Hashable {
    /// No space is left for the write; nothing of it was kept.
    case full
    /// The directory, the file or the disk may not be written to.
    case readOnly
    /// The state directory cannot be made or entered; carries its path and the system's error number.
    case unusableDirectory(path: String, errno: Int32)
    /// The file is no database, or its pages contradict each other.
    case damaged
    /// A newer release made this database.
    case newerVersion
    /// Another process works on it and did not finish in time.
    case busy
    /// Anything else, by SQLite's extended result code.
    case other(code: Int32)

    /// The one place where the database's errors become ours.
    init(_ error: any Error) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .other(code: -1)
            return
        }
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .readOnly
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        default: self = .other(code: error.extendedResultCode.rawValue)
        }
    }
}

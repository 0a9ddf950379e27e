import CloudAssistant
import Glibc

/// Files that nobody else may read, replaced as a whole.
enum OwnFile {
    /// What tells one state of a file from the next.
    struct Stamp: Equatable {
        let inode: UInt64
        let size: Int64
        let changed: [Int]

        init(_ status: stat) {
            inode = UInt64(status.st_ino)
            size = Int64(status.st_size)
            changed = [status.st_mtim, status.st_ctim].flatMap { [$0.tv_sec, $0.tv_nsec] }
        }
    }

    /// The largest file that is read, in bytes.
    static let sizeLimit = 64 << 20

    /// The state of a file; nil when there is none.
    static func stamp(_ path: String) -> Stamp? {
        var status = stat()
        return lstat(path, &status) == 0 ? Stamp(status) : nil
    }

    /// The bytes of a file and its state; nil when there is none. A file of somebody else's, one that others may read, a
    /// link and what is no plain file are refused.
    static func read(_ path: String) throws(ParameterStoreError) -> (bytes: [UInt8], stamp: Stamp)? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            switch errno {
            case ENOENT: return nil
            case ELOOP: throw .unsafe(path: path)
            default: throw .unusable(path: path, errno: errno)
            }
        }
        defer { close(file) }
        let status = try check(file, path)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= sizeLimit {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unusable(path: path, errno: errno) }
            if count == 0 { return (bytes, Stamp(status)) }
            bytes += buffer[..<count]
        }
        throw .unusable(path: path, errno: EFBIG)
    }

    private static func check(_ file: Int32, _ path: String) throws(ParameterStoreError) -> stat {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unusable(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else {
            throw .unsafe(path: path)
        }
        return status
    }

    /// Puts other bytes into the place of a file, durably on return: whoever reads it meanwhile finds the old ones or the
    /// new ones, also after a power cut.
    static func replace(_ path: String, with bytes: [UInt8]) throws(ParameterStoreError) {
        let new = path + ".new"
        // Only the holder of the lock writes: what is there was left by one that died.
        unlink(new)
        let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .unusable(path: new, errno: errno) }
        // The mode may be less by the umask.
        var problem = fchmod(file, 0o600) == 0 ? 0 : errno
        if problem == 0 { problem = write(bytes, to: file) }
        if problem == 0, fsync(file) != 0 { problem = errno }
        close(file)
        if problem == 0, rename(new, path) != 0 { problem = errno }
        guard problem == 0 else {
            unlink(new)
            throw .unusable(path: path, errno: problem)
        }
        try sync(directoryOf: path)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count < 0 ? errno : ENOSPC }
            rest = rest.dropFirst(count)
        }
        return 0
    }

    private static func sync(directoryOf path: String) throws(ParameterStoreError) {
        let name = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let directory = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw .unusable(path: name, errno: errno) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw .unusable(path: name, errno: errno) }
    }

    /// Holds a lock that one process at a time has, until the value that it returns is released. Waits for others.
    static func lock(_ path: String) throws(ParameterStoreError) -> Lock {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw errno == ELOOP ? .unsafe(path: path) : .unusable(path: path, errno: errno)
        }
        let lock = Lock(file)
        _ = try check(file, path)
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else { throw .unusable(path: path, errno: errno) }
        }
        return lock
    }

    /// A lock that is held.
    final class Lock: Sendable {
        private let file: Int32
        init(_ file: Int32) { self.file = file }
        deinit { close(file) }
    }
}

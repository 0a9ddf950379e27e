import Glibc

/// The directory that holds everything an engine must not lose, private to its owner.
public struct StateDirectory: Sendable, Hashable {
    /// Its absolute path.
    public let path: String

    /// The directory at a path, which need not exist yet.
    public init(path: String) { self.path = path }

    /// The database file.
    public var databasePath: String { path + "/flagdeck.db" }
    /// Where attempts keep their claims, outputs and results.
    public var attemptsPath: String { path + "/attempts" }
    /// Where each directory is a bucket that outputs can be delivered to.
    public var bucketsPath: String { path + "/buckets" }
    /// Where long outputs stay until they are delivered.
    public var deliveriesPath: String { path + "/deliveries" }
    /// What went wrong behind the scenes.
    public var logPath: String { path + "/flagdeck.log" }
    /// Held by the one engine; holds its process id.
    public var lockPath: String { path + "/engine.lock" }

    /// Makes the directory with mode 0700 if it is missing, and its parents with the usual mode.
    ///
    /// One that belongs to somebody else is refused with EPERM, and so is one that others may enter and that holds other
    /// things: closing a whole `/tmp` or home to everybody else is not ours to do.
    public func prepare() throws(StoreError) {
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/" + part
            if mkdir(parent, 0o755) != 0, errno != EEXIST, errno != EROFS, errno != EACCES { throw unusable(errno) }
        }
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw unusable(errno) }
        var status = stat()
        guard stat(path, &status) == 0 else { throw unusable(errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw unusable(ENOTDIR) }
        guard status.st_uid == geteuid() else { throw unusable(EPERM) }
        guard status.st_mode & 0o077 != 0 else { return }
        guard access(databasePath, F_OK) == 0 || isEmpty else { throw unusable(EPERM) }
        guard chmod(path, 0o700) == 0 else { throw unusable(errno) }
    }

    private var isEmpty: Bool {
        guard let directory = opendir(path) else { return false }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        // The directory itself and its parent.
        return count <= 2
    }

    /// Makes an empty database file that nobody else can read; leaves one that is there.
    func makeDatabase() throws(StoreError) {
        let descriptor = open(databasePath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw errno == EROFS || errno == EACCES ? .readOnly : unusable(errno) }
        close(descriptor)
    }

    /// Fails when there is no database file: opening it would make one that others may read.
    func checkDatabase() throws(StoreError) {
        guard access(databasePath, R_OK | W_OK) == 0 else { throw unusable(errno) }
    }

    private func unusable(_ number: Int32) -> StoreError { .unusableDirectory(path: path, errno: number) }
}

/// The right to be the one engine of a state directory; given back when the value is released or the process ends.
public final class EngineLock: Sendable {
    private let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// What trying to take the lock came to.
    public enum Attempt: Sendable {
        /// We are the engine now.
        case taken(EngineLock)
        /// Another process is; its process id, 0 when it has not written it yet.
        case held(by: Int)
    }

    /// Takes the lock of a prepared directory if it is free.
    public static func take(_ directory: StateDirectory) throws(StoreError) -> Attempt {
        let descriptor = open(directory.lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw errno == EROFS || errno == EACCES
                ? .readOnly : .unusableDirectory(path: directory.path, errno: errno)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            defer { close(descriptor) }
            return .held(by: holder(descriptor))
        }
        let text = Array("\(getpid())\n".utf8)
        // The id is a help for people; the lock is what counts, so a full disk does not matter here.
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, text, text.count, 0)
        return .taken(EngineLock(descriptor: descriptor))
    }

    private static func holder(_ descriptor: Int32) -> Int {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return 0 }
        return Int(String(decoding: buffer[..<count].prefix { $0 != 0x0a }, as: UTF8.self)) ?? 0
    }
}

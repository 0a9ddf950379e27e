import CloudAssistant
import Glibc

/// Reading files that another process writes.
enum FileBytes {
    static func contents(_ path: String, limit: Int) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        return read(file, from: 0, count: limit)
    }

    /// All bytes of an open file, at most `limit`; nil when they cannot be read.
    static func whole(_ file: Int32, limit: Int) -> [UInt8]? {
        errno = 0
        let bytes = read(file, from: 0, count: limit)
        return errno == 0 || errno == EINTR ? bytes : nil
    }

    /// Bytes of an open file; fewer at its end.
    static func read(_ file: Int32, from position: Int64, count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let got = pread(file, base + filled, count - filled, off_t(position) + off_t(filled))
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                filled += got
            }
        }
    }

    /// The last bytes of a file and its size.
    static func tail(_ path: String, limit: Int) -> (bytes: [UInt8], total: Int64) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return ([], 0) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { return ([], 0) }
        let size = Int64(status.st_size)
        let count = min(size, Int64(max(0, limit)))
        return (read(file, from: size - count, count: Int(count)), size)
    }

    static func size(_ path: String) -> Int64? {
        var status = stat()
        return lstat(path, &status) == 0 ? Int64(status.st_size) : nil
    }

    static func size(of file: Int32) -> Int64? {
        var status = stat()
        return fstat(file, &status) == 0 ? Int64(status.st_size) : nil
    }

    static func modified(_ path: String) -> Timestamp? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        let time = status.st_mtim
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    static func sync(directory path: String) {
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }

    /// The names in a directory; nil when there is no such directory.
    static func names(_ path: String) -> [String]? {
        guard let directory = opendir(path) else { return nil }
        defer { closedir(directory) }
        return names(directory)
    }

    /// The names in an open directory.
    static func names(_ directory: OpaquePointer) -> [String] {
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}

/// The circle that the end of a very long output is kept in while its script runs: eight bytes of count, then bytes.
struct OutputRing {
    private let bytes: [UInt8]
    /// How many bytes went into the circle since its beginning.
    let written: Int64

    init?(_ path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        // The count is read before and after: when much was written in between, the bytes are a mixture.
        for _ in 0..<5 {
            guard let before = Self.count(file) else { return nil }
            var status = stat()
            guard fstat(file, &status) == 0, status.st_size > 8 else { return nil }
            let size = Int64(status.st_size) - 8
            let wanted = min(size, Self.window)
            let start = before % size
            var bytes =
                before <= size
                ? FileBytes.read(file, from: 8 + max(0, before - wanted), count: Int(min(before, wanted)))
                : FileBytes.read(file, from: 8 + max(0, start - wanted), count: Int(min(start, wanted)))
            if before > size, start < wanted {
                let rest = wanted - start
                bytes = FileBytes.read(file, from: 8 + size - rest, count: Int(rest)) + bytes
            }
            guard let after = Self.count(file) else { return nil }
            if after - before <= size - wanted || after == before {
                self.bytes = bytes
                written = before
                return
            }
        }
        return nil
    }

    private static let window: Int64 = 1 << 20

    private static func count(_ file: Int32) -> Int64? {
        let head = FileBytes.read(file, from: 0, count: 8)
        guard head.count == 8 else { return nil }
        let count = head.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        // More than any script can write is damage.
        return count < 1 << 60 ? Int64(count) : nil
    }

    func tail(_ limit: Int) -> [UInt8] { Array(bytes.suffix(max(0, limit))) }
}

import Glibc

/// Files that only the user may read.
enum PrivateFile {
    /// Why a file cannot be written or read.
    enum Problem: Error, Equatable {
        case system(errno: Int32)
        case tooLarge
    }

    /// Writes a file with mode 0600 as a whole: whoever reads it meanwhile finds the old one.
    static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
        var name = Array((path + ".XXXXXX").utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw .system(errno: errno) }
        let problem = fill(file, bytes)
        close(file)
        if problem == 0, rename(name, path) == 0 { return }
        let number = problem == 0 ? errno : problem
        unlink(name)
        throw .system(errno: number)
    }

    /// Writes everything; the system's error number, 0 when it went.
    static func fill(_ file: Int32, _ bytes: [UInt8]) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count < 0 ? errno : ENOSPC }
            rest = rest.dropFirst(count)
        }
        return 0
    }

    /// The bytes of a file that has at most so many.
    static func contents(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .system(errno: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0 { throw .system(errno: errno) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            if bytes.count > limit { throw .tooLarge }
        }
    }
}

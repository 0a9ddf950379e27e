import CloudAssistant
import Glibc

/// An open file that may be one of the time zone database: a plain file that is not too long.
struct ZoneBytes: ~Copyable {
    /// By what a file that was changed or replaced is told from the one before.
    struct State: Equatable, Sendable {
        let device: UInt
        let number: UInt
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    let state: State
    private let descriptor: Int32

    init?(_ path: String) {
        // Opening a pipe or a device must not wait.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            (1...ZoneFile.sizeLimit).contains(Int(status.st_size))
        else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        state = State(
            device: UInt(status.st_dev), number: UInt(status.st_ino), size: Int(status.st_size),
            seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }

    deinit { close(descriptor) }

    /// The bytes of a file by its path.
    static func contents(_ path: String) -> [UInt8]? {
        guard let file = ZoneBytes(path) else { return nil }
        return file.bytes()
    }

    /// The file's bytes; fewer when it has become shorter or cannot be read.
    func bytes() -> [UInt8] {
        let size = state.size
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size, let base = buffer.baseAddress {
                let count = pread(descriptor, base + filled, size - filled, off_t(filled))
                if count < 0, errno == EINTR { continue }
                if count <= 0 { break }
                filled += count
            }
        }
    }
}

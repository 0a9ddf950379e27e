import Dispatch
import Glibc

/// A directory as a bucket: keys are paths in it. Files have mode 0600, directories 0700.
///
/// An output is written beside its place, flushed to disk and then moved there, so that whoever reads sees it whole.
struct DirectoryStore: OutputStore {
    /// Disks make a thread wait, so it is none of those that everything else shares.
    private static let thread = DispatchQueue(label: "flagdeck.delivery", attributes: .concurrent)

    let path: String

    func check() async throws(DeliveryFailure) {
        try await beside { () throws(DeliveryFailure) in
            let root = try openRoot()
            close(root)
            guard access(path, W_OK | X_OK) == 0 else { throw DeliveryFailure(errno, "the directory of the bucket") }
        }
    }

    func put(_ output: OutputContent, under key: String) async throws(DeliveryFailure) {
        var parts = key.split(separator: "/").map(String.init)
        guard let name = parts.popLast(), !(parts + [name]).contains(where: { $0 == "." || $0 == ".." }) else {
            throw DeliveryFailure(.lasting, code: "InvalidKey", detail: "the key does not name a file in the bucket")
        }
        let directories = parts
        try await beside { () throws(DeliveryFailure) in
            let directory = try openDirectory(directories)
            defer { close(directory) }
            try Self.write(output, name, in: directory)
        }
    }

    private func beside(_ work: @escaping @Sendable () throws(DeliveryFailure) -> Void) async throws(DeliveryFailure) {
        let outcome: Result<Void, DeliveryFailure> = await withCheckedContinuation { continuation in
            Self.thread.async {
                do throws(DeliveryFailure) {
                    try work()
                    continuation.resume(returning: .success(()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        try outcome.get()
    }

    private func openRoot() throws(DeliveryFailure) -> Int32 {
        let root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard root >= 0 else {
            guard errno != ENOENT else {
                throw DeliveryFailure(.noBucket, code: "NoSuchBucket", detail: "there is no directory of this bucket")
            }
            throw DeliveryFailure(errno, "the directory of the bucket")
        }
        return root
    }

    /// Goes down from the bucket, makes what is missing, and follows no link on the way.
    private func openDirectory(_ parts: [String]) throws(DeliveryFailure) -> Int32 {
        var directory = try openRoot()
        for part in parts {
            let isNew = mkdirat(directory, part, 0o700) == 0
            if isNew { fsync(directory) }
            let next = openat(directory, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let problem = errno
            close(directory)
            guard next >= 0 else { throw DeliveryFailure(problem, "a directory in the bucket") }
            directory = next
        }
        return directory
    }

    private static func write(_ output: OutputContent, _ name: String, in directory: Int32) throws(DeliveryFailure) {
        // Always the same name: what an interrupted delivery left is overwritten by the next one.
        let draft = ".\(name).part"
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
        let file = openat(directory, draft, flags, 0o600)
        guard file >= 0 else { throw DeliveryFailure(errno, "a file in the bucket") }
        defer { close(file) }
        do throws(DeliveryFailure) {
            try fill(file, output)
            guard fsync(file) == 0, renameat(directory, draft, directory, name) == 0, fsync(directory) == 0 else {
                throw DeliveryFailure(errno, "a file in the bucket")
            }
        } catch {
            unlinkat(directory, draft, 0)
            throw error
        }
    }

    private static func fill(_ file: Int32, _ output: OutputContent) throws(DeliveryFailure) {
        var place: Int64 = 0
        while place < output.size {
            let piece = try output.piece(at: place)
            let count = Glibc.write(file, piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw DeliveryFailure(errno, "a file in the bucket") }
            place += Int64(count)
        }
    }
}

extension DeliveryFailure {
    /// What a system call on a bucket's directory failed with.
    fileprivate init(_ number: Int32, _ what: String) {
        switch number {
        case EACCES, EPERM, EROFS, ELOOP, ENOTDIR:
            self.init(.refused, code: "AccessDenied", detail: "\(what) may not be used (errno \(number))")
        default: self.init(.transient, code: "WriteFailed", detail: "\(what) cannot be written (errno \(number))")
        }
    }
}

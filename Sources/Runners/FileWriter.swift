import CPlatform
import CloudAssistant
import Dispatch
import Glibc

/// Puts files in their places on this machine, each on a thread of its own: a disk may take its time.
enum FileWriter {
    private static let threads = DispatchQueue(label: "flagdeck.files", attributes: .concurrent)

    static func deliver(_ order: FileOrder) async -> FileEnding {
        await withCheckedContinuation { continuation in
            threads.async { continuation.resume(returning: ending(of: order)) }
        }
    }

    static func ending(of order: FileOrder) -> FileEnding {
        do throws(FileFailure) {
            let accounts = (user: try user(order.file.owner), group: try group(order.file.group))
            return withFile(order, accounts) { file in
                if order.trial != .first, platform_file_is_there(&file) { return .written }
                if order.trial == .look { return .failed(FileFailure(reason: .interrupted)) }
                var outcome = platform_file_outcome()
                platform_file_put(&file, &outcome)
                return FileFailure(outcome, name: order.file.name).map(FileEnding.failed) ?? .written
            }
        } catch {
            return .failed(error)
        }
    }

    private static func user(_ name: String?) throws(FileFailure) -> uid_t {
        guard let name else { return .max }
        switch Account.user(name) {
        case .found(let id): return id
        case .missing: throw FileFailure(reason: .noSuchUser, subject: name)
        case .unknown(let number): throw FileFailure(reason: .notOwned, subject: name, errno: number)
        }
    }

    private static func group(_ name: String?) throws(FileFailure) -> gid_t {
        guard let name else { return .max }
        switch Account.group(name) {
        case .found(let id): return id
        case .missing: throw FileFailure(reason: .noSuchGroup, subject: name)
        case .unknown(let number): throw FileFailure(reason: .notOwned, subject: name, errno: number)
        }
    }

    /// The name under which a file stands beside its place for a moment; a later try finds it again.
    static func temporaryName(_ order: FileOrder) -> String {
        let words = "\(order.invokeID).\(order.instanceID)".utf8.prefix(200).map { byte in
            let isPlain = byte == 0x2d || byte == 0x2e || (0x30...0x39).contains(byte)
            return isPlain || (0x61...0x7a).contains(byte | 0x20) ? byte : 0x5f
        }
        return ".flagdeck-" + String(decoding: words, as: UTF8.self)
    }

    private static func withFile(
        _ order: FileOrder, _ accounts: (user: uid_t, group: gid_t), _ body: (inout platform_file) -> FileEnding
    ) -> FileEnding {
        order.file.targetDirectory.withCString { directory in
            order.file.name.withCString { name in
                temporaryName(order).withCString { temporary in
                    order.file.content.withUnsafeBytes { bytes in
                        var file = platform_file(
                            directory: directory, name: name, temporary: temporary, bytes: bytes.baseAddress,
                            length: bytes.count, mode: order.file.permissions, owner: accounts.user,
                            group: accounts.group, overwrites: order.file.overwrites,
                            deadline: monotonicMilliseconds() + Int64(order.file.timeoutSeconds) * 1000)
                        return body(&file)
                    }
                }
            }
        }
    }

    private static func monotonicMilliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}

extension FileFailure {
    /// What an outcome of the C part means; nil when the file is there.
    init?(_ outcome: platform_file_outcome, name: String) {
        let number = outcome.number
        switch outcome.step {
        case PLATFORM_FILE_DONE: return nil
        case PLATFORM_FILE_DIRECTORY:
            let isInTheWay = [ENOTDIR, ELOOP, ENAMETOOLONG, EINVAL].contains(number)
            let part = withUnsafeBytes(of: outcome.part) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            self.init(reason: isInTheWay ? .notADirectory : .noDirectory, subject: part, errno: number)
        case PLATFORM_FILE_NAME:
            switch number {
            case EEXIST: self.init(reason: .exists, subject: name)
            case EISDIR, ENOTEMPTY: self.init(reason: .notAFile, subject: name)
            default: self.init(reason: .unusableName, errno: number)
            }
        case PLATFORM_FILE_OWNER: self.init(reason: .notOwned, errno: number)
        case PLATFORM_FILE_TIME: self.init(reason: .timedOut)
        default: self.init(reason: .notWritten, errno: number)
        }
    }
}

import CloudAssistant
import Glibc
import Runners

/// A file with one line for everything that happened to claims; the last line of an attempt holds.
final class PracticeJournal: Sendable {
    private let descriptor: Int32
    private let path: String

    private init(_ descriptor: Int32, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// The journal of a directory and what it says. What is forgotten is left out of the file from then on.
    static func open(_ directory: String) throws(RunnerError) -> (PracticeJournal, [AttemptKey: PracticeClaims.Entry]) {
        let path = directory + "/practice.claims"
        let fresh = path + ".new"
        let entries = try read(path)
        let descriptor = Glibc.open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .noDirectory(path: fresh, errno: errno) }
        let journal = PracticeJournal(descriptor, path)
        for (key, entry) in entries { try journal.append(key, entry) }
        guard rename(fresh, path) == 0 else { throw .noDirectory(path: path, errno: errno) }
        return (journal, entries)
    }

    /// Writes one line, or nothing.
    func append(_ key: AttemptKey, _ entry: PracticeClaims.Entry) throws(RunnerError) {
        let line = Array(PracticeRecord.text(key, entry).utf8) + [0x0a]
        let count = write(descriptor, line, line.count)
        guard count == line.count else {
            let number = count < 0 ? errno : ENOSPC
            // The rest of a torn line is read with the next one, which would be lost with it.
            if count > 0 { _ = write(descriptor, "\n", 1) }
            throw .notClaimed(errno: number)
        }
    }

    private static func read(_ path: String) throws(RunnerError) -> [AttemptKey: PracticeClaims.Entry] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw .noDirectory(path: path, errno: errno) }
            return [:]
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw .noDirectory(path: path, errno: errno) }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        var entries: [AttemptKey: PracticeClaims.Entry] = [:]
        for line in bytes.split(separator: 0x0a) {
            guard let (key, entry) = PracticeRecord.parsed(String(decoding: line, as: UTF8.self)) else { continue }
            entries[key] = entry == .forgotten ? nil : entry
        }
        return entries
    }
}

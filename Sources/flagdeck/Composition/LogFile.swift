import CloudAssistant
import Glibc
import Logging
import Screen

/// Writes what went wrong behind the scenes to a file of the state directory, one line a record.
struct LogFile: LogHandler {
    /// Bytes after which the file becomes `….old` at the next start.
    private static let sizeLimit: off_t = 8 << 20
    /// The longest line, in bytes.
    private static let lineLimit = 4096

    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let descriptor: Int32

    /// A logger for the file; one that writes nothing where the file cannot be opened, which is no reason not to run.
    static func logger(_ path: String) -> Logger {
        var status = stat()
        if lstat(path, &status) == 0, status.st_size > sizeLimit { rename(path, path + ".old") }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        return Logger(label: "flagdeck") { _ in LogFile(descriptor: descriptor) }
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard descriptor >= 0 else { return }
        let facts = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let words = facts.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let text = "\(Machine.now().wireText) \(event.level) \(event.message)\(words)"
        // One record is one line, whatever the facts hold.
        let line = Array(SafeText(text).plain.utf8.prefix(Self.lineLimit)) + [0x0a]
        _ = write(descriptor, line, line.count)
    }
}

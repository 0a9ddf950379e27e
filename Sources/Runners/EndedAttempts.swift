import CloudAssistant
import Glibc

/// What is kept of attempts whose end is recorded: claims with their results, and long outputs.
///
/// The claims keep the attempts from ever running again, even when the record of their end is lost because an older copy
/// of the database was put back; the results then tell how they ended.
struct EndedAttempts {
    static let outputEnding = ".output"

    /// How long and how many.
    struct Limits: Equatable {
        var milliseconds: Int64 = 7 * 86_400_000
        var count = 10_000
        /// Bytes of everything together.
        var bytes: Int64
    }

    /// A file that is kept.
    struct Entry: Equatable {
        let name: String
        let bytes: Int64
        let modified: Timestamp
    }

    private let path: String

    static func path(in attempts: String) -> String { attempts + "/ended" }

    init(in attempts: String) { path = Self.path(in: attempts) }

    func make() throws(RunnerError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw .noDirectory(path: path, errno: errno) }
    }

    /// Removes what is too old or too much.
    func prune(_ limits: Limits, at now: Timestamp) {
        let entries = (FileBytes.names(path) ?? []).compactMap { name -> Entry? in
            guard let modified = FileBytes.modified("\(path)/\(name)"), let bytes = FileBytes.size("\(path)/\(name)")
            else { return nil }
            return Entry(name: name, bytes: bytes, modified: modified)
        }
        for entry in Self.surplus(entries, limits, at: now) { unlink("\(path)/\(entry.name)") }
    }

    /// The entries to remove: what is too old, the oldest claims beyond the count, and while there are too many bytes the
    /// oldest long outputs, then the oldest claims, which are worth more and take less.
    static func surplus(_ entries: [Entry], _ limits: Limits, at now: Timestamp) -> [Entry] {
        let oldestFirst = entries.sorted { ($0.modified, $0.name) < ($1.modified, $1.name) }
        let isOld = { (entry: Entry) in now.milliseconds - entry.modified.milliseconds > limits.milliseconds }
        let young = oldestFirst.filter { !isOld($0) }
        let outputs = young.filter { $0.name.hasSuffix(outputEnding) }
        let claims = young.filter { !$0.name.hasSuffix(outputEnding) }
        let tooMany = max(0, claims.count - limits.count)
        var surplus = oldestFirst.filter(isOld) + claims.prefix(tooMany)
        let rest = outputs + claims.dropFirst(tooMany)
        var bytes = rest.reduce(0) { $0 + $1.bytes }
        for entry in rest {
            guard bytes > limits.bytes else { break }
            surplus.append(entry)
            bytes -= entry.bytes
        }
        return surplus
    }
}

import CloudAssistant
import Glibc

/// The files of one attempt: its claim, its output, its result.
struct AttemptDirectory {
    let path: String

    init(_ key: AttemptKey, in attempts: String) {
        path = "\(attempts)/\(key.invokeID).\(key.instanceID).\(key.occurrence)"
    }

    /// The key that a directory's name stands for.
    static func key(_ name: String) -> AttemptKey? {
        guard !name.hasPrefix(goneMark), let first = name.firstIndex(of: "."), let last = name.lastIndex(of: "."),
            first < last,
            let occurrence = Int(name[name.index(after: last)...])
        else { return nil }
        return AttemptKey(
            invokeID: InvokeID(String(name[..<first])),
            instanceID: InstanceID(String(name[name.index(after: first)..<last])), occurrence: occurrence)
    }

    var claimPath: String { path + "/claim" }
    var outputPath: String { path + "/output" }
    var ringPath: String { path + "/output.ring" }

    func make() throws(RunnerError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw .noDirectory(path: path, errno: errno) }
    }

    // MARK: - The claim

    /// What a claim says.
    enum Claim: Equatable {
        case none
        case forbidden
        /// Its end is recorded, and only a long output is kept.
        case kept
        /// Taken by a supervisor; `isAlive` as long as it holds the claim's lock.
        case taken(supervisor: pid_t, isAlive: Bool)
    }

    func claim() -> Claim {
        let file = open(claimPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return .none }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = read(file, &buffer, buffer.count)
        let text = String(decoding: buffer[..<max(0, count)].prefix { $0 != 0x0a }, as: UTF8.self)
        if text == "forbidden" { return .forbidden }
        if text == "kept" { return .kept }
        let isAlive = flock(file, LOCK_SH | LOCK_NB) != 0
        return .taken(supervisor: pid_t(text) ?? 0, isAlive: isAlive)
    }

    /// Takes the claim so that nobody can run the attempt any more; true when it is forbidden on return.
    func forbid() throws(RunnerError) -> Bool {
        try make()
        let draft = path + "/forbid.\(getpid())"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .noDirectory(path: path, errno: errno) }
        let text = Array("forbidden\n".utf8)
        let isWritten = write(file, text, text.count) == text.count && fsync(file) == 0
        var problem = errno
        close(file)
        defer { unlink(draft) }
        guard isWritten else { throw .noDirectory(path: path, errno: problem) }
        if link(draft, claimPath) == 0 {
            Self.sync(path)
            return true
        }
        problem = errno
        guard problem == EEXIST else { throw .noDirectory(path: path, errno: problem) }
        return claim() == .forbidden
    }

    private static func sync(_ path: String) {
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }

    // MARK: - The end

    func observe() -> Observation {
        if let result = result() { return .ended(result) }
        switch claim() {
        case .none, .forbidden, .kept: return .unclaimed
        case .taken(_, isAlive: true): return .running
        case .taken(_, isAlive: false):
            // It may have finished between the two looks.
            return .ended(result() ?? interrupted())
        }
    }

    private func result() -> AttemptResult? {
        FileBytes.contents(claimPath, limit: 1 << 17).flatMap(ResultFile.parse)
    }

    private func interrupted() -> AttemptResult {
        let (output, total) = liveOutput(limit: AttemptResult.outputLimit)
        let finished = max(FileBytes.modified(claimPath) ?? now(), FileBytes.modified(outputPath) ?? now())
        return AttemptResult(
            ending: .interrupted, started: FileBytes.modified(claimPath), finished: finished, output: output,
            totalBytes: total)
    }

    private func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    // MARK: - The output

    func liveOutput(limit: Int) -> (bytes: [UInt8], total: Int64) {
        if let ring = OutputRing(ringPath) {
            let (head, size) = FileBytes.tail(outputPath, limit: limit)
            return (Array((head + ring.tail(limit)).suffix(max(0, limit))), size + ring.written)
        }
        return FileBytes.tail(outputPath, limit: limit)
    }

    /// True when there is more output than what results hold.
    var hasLongOutput: Bool { (FileBytes.size(outputPath) ?? 0) > Int64(AttemptResult.outputLimit) }

    /// Removes everything; of a long output the file stays, and a claim with it.
    func clear() {
        removeStaging()
        guard hasLongOutput else { return remove() }
        for name in FileBytes.names(path) ?? [] where name != "output" && name != "claim" { unlink("\(path)/\(name)") }
        let file = open(claimPath, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return }
        _ = write(file, "kept\n", 5)
        close(file)
    }

    /// Removes the directory with its claim.
    ///
    /// It leaves its place first, as one step: a late supervisor that could take the claim of a half-removed directory
    /// sees that the place is not the directory that it took it in, and does not run.
    func remove() {
        let gone = Self.gonePath(path)
        guard rename(path, gone) == 0 else { return }
        Self.removeGone(gone)
    }

    private static let goneMark = "~"

    private static func gonePath(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return path + goneMark }
        return "\(path[..<slash])/\(goneMark)\(getpid())\(path[path.index(after: slash)...])"
    }

    private static func removeGone(_ path: String) {
        for name in FileBytes.names(path) ?? [] { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    /// Finishes removals that an earlier process began.
    static func removeLeftovers(in attempts: String) {
        for name in FileBytes.names(attempts) ?? [] where name.hasPrefix(goneMark) {
            removeGone("\(attempts)/\(name)")
        }
    }

    /// Removes what an interrupted supervisor left elsewhere for another user.
    private func removeStaging() {
        var buffer = [CChar](repeating: 0, count: 128)
        let count = readlink(path + "/staging", &buffer, buffer.count - 1)
        guard count > 0 else { return }
        let staged = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard staged.hasPrefix("/var/tmp/flagdeck-"), !staged.dropFirst(18).contains("/") else { return }
        for name in FileBytes.names(staged) ?? [] { unlink("\(staged)/\(name)") }
        rmdir(staged)
    }
}

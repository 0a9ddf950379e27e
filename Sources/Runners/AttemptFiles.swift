import CloudAssistant
import Glibc

/// The files of one attempt: its claim with the result behind it, and its output.
///
/// Once the end of the attempt is recorded they stand among the ended ones, where no supervisor looks.
struct AttemptFiles {
    /// The claim: empty while the attempt is only offered.
    let path: String
    private let endedPath: String

    init(_ key: AttemptKey, in attempts: String) {
        let name = Self.name(key)
        path = "\(attempts)/\(name)"
        endedPath = "\(EndedAttempts.path(in: attempts))/\(name)"
    }

    static func name(_ key: AttemptKey) -> String { "\(key.invokeID).\(key.instanceID).\(key.occurrence)" }

    /// The key that the name of a claim stands for; nil for every other file.
    static func key(_ name: String) -> AttemptKey? {
        guard let first = name.firstIndex(of: "."), let last = name.lastIndex(of: "."), first < last,
            let occurrence = Int(name[name.index(after: last)...])
        else { return nil }
        return AttemptKey(
            invokeID: InvokeID(String(name[..<first])),
            instanceID: InstanceID(String(name[name.index(after: first)..<last])), occurrence: occurrence)
    }

    var outputPath: String { path + EndedAttempts.outputEnding }
    var ringPath: String { path + ".ring" }
    private var endedOutputPath: String { endedPath + EndedAttempts.outputEnding }

    /// Makes the claim's empty file, without which no supervisor starts; leaves one that is there. False when the
    /// attempt has ended long ago.
    func offer() throws(RunnerError) -> Bool {
        guard !hasEnded else { return false }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if file >= 0 {
            close(file)
        } else if errno != EEXIST {
            throw .noDirectory(path: path, errno: errno)
        }
        return true
    }

    private var hasEnded: Bool { FileBytes.size(endedPath) != nil }

    // MARK: - The claim

    /// What a claim says.
    enum Claim: Equatable {
        /// There is none, or nobody has taken it.
        case none
        case forbidden
        /// Taken by a supervisor; `isAlive` as long as it holds the claim's lock.
        case taken(supervisor: pid_t, isAlive: Bool)
    }

    func claim() -> Claim {
        var file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if file < 0 { file = open(endedPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard file >= 0 else { return .none }
        defer { close(file) }
        return Self.claim(file)
    }

    private static func claim(_ file: Int32) -> Claim {
        let line = firstLine(file)
        switch line {
        case "": return .none
        case "forbidden": return .forbidden
        default:
            let supervisor = line.split(separator: " ").first.flatMap { pid_t($0) }
            return .taken(supervisor: supervisor ?? 0, isAlive: flock(file, LOCK_SH | LOCK_NB) != 0)
        }
    }

    private static func firstLine(_ file: Int32) -> String {
        String(decoding: FileBytes.read(file, from: 0, count: 128).prefix { $0 != 0x0a }, as: UTF8.self)
    }

    /// Takes the claim so that nobody can run the attempt any more; true when it is forbidden on return.
    func forbid() throws(RunnerError) -> Bool {
        guard !hasEnded else { return claim() == .forbidden }
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .noDirectory(path: path, errno: errno) }
        defer { close(file) }
        guard try lockUntaken(file) else { return Self.claim(file) == .forbidden }
        let text = Array("forbidden\n".utf8)
        guard write(file, text, text.count) == text.count, fsync(file) == 0 else {
            let problem = errno
            ftruncate(file, 0)
            throw .noDirectory(path: path, errno: problem)
        }
        syncDirectory()
        return true
    }

    /// Locks a claim that nobody has taken; false when somebody has.
    private func lockUntaken(_ file: Int32) throws(RunnerError) -> Bool {
        // Whoever holds the lock of an empty claim is about to write into it.
        for _ in 0..<Self.lockTries {
            let isLocked = flock(file, LOCK_EX | LOCK_NB) == 0
            if FileBytes.size(of: file) != 0 { return false }
            if isLocked { return true }
            usleep(1000)
        }
        throw .notClaimed(errno: EAGAIN)
    }

    private static let lockTries = 5000

    private func syncDirectory() {
        let directory = open(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]), O_RDONLY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }

    // MARK: - The end

    func observe() -> Observation {
        if let result = result() { return .ended(result) }
        switch claim() {
        case .none, .forbidden: return .unclaimed
        case .taken(_, isAlive: true): return .running
        case .taken(_, isAlive: false): return .ended(end())
        }
    }

    /// What a supervisor that is dead has left.
    func end() -> AttemptResult { result() ?? interrupted() }

    private func result() -> AttemptResult? {
        let claim = FileBytes.contents(path, limit: 1 << 17) ?? FileBytes.contents(endedPath, limit: 1 << 17)
        return claim.flatMap(ResultFile.parse)
    }

    private func interrupted() -> AttemptResult {
        let (output, total) = liveOutput(limit: AttemptResult.outputLimit)
        let claimed = FileBytes.modified(path)
        let finished = max(claimed ?? WallClock.now(), FileBytes.modified(outputPath) ?? claimed ?? WallClock.now())
        return AttemptResult(
            ending: .interrupted, started: claimed, finished: finished, output: output, totalBytes: total)
    }

    // MARK: - The output

    func liveOutput(limit: Int) -> (bytes: [UInt8], total: Int64) {
        if let ring = OutputRing(ringPath) {
            let (head, size) = FileBytes.tail(outputPath, limit: limit)
            return (Array((head + ring.tail(limit)).suffix(max(0, limit))), size + ring.written)
        }
        return FileBytes.tail(longOutput ?? outputPath, limit: limit)
    }

    /// Path of the output when there is more of it than what results hold.
    var longOutput: String? {
        [outputPath, endedOutputPath].first { (FileBytes.size($0) ?? 0) > Int64(AttemptResult.outputLimit) }
    }

    // MARK: - Afterwards

    /// Puts the attempt among the ended ones; of its output only a long one is of use any more. False while its
    /// supervisor lives: then nothing is touched.
    func retire() -> Bool {
        if case .taken(_, let isAlive) = claim() {
            if isAlive { return false }
            StagedScript.remove(claimedBy: FileBytes.contents(path, limit: 128) ?? [])
        }
        unlink(ringPath)
        if longOutput == outputPath {
            rename(outputPath, endedOutputPath)
        } else {
            unlink(outputPath)
        }
        // Last, so that whoever finds us dead in between finds the attempt here and does all this again.
        rename(path, endedPath)
        return true
    }
}

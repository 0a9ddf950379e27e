import CloudAssistant
import Glibc

/// The files of one attempt: its claim with the result behind it, and its output.
///
/// Once the end of the attempt is recorded they stand among the ended ones, where no supervisor looks.
struct AttemptFiles {
    /// The claim: empty while the attempt is only offered.
    let path: String
    private let directory: String
    private let endedPath: String

    init(_ key: AttemptKey, in attempts: String) {
        let name = Self.name(key)
        directory = attempts
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
        guard try !hasEnded() else { return false }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            guard errno == EEXIST else { throw .noDirectory(path: path, errno: errno) }
            return true
        }
        close(file)
        // It may have been put away between the two looks.
        guard try hasEnded() else { return true }
        unlink(path)
        return false
    }

    private func hasEnded() throws(RunnerError) -> Bool {
        if access(endedPath, F_OK) == 0 { return true }
        guard errno == ENOENT else { throw .noDirectory(path: endedPath, errno: errno) }
        return false
    }

    // MARK: - The claim

    /// What a claim says at one moment.
    enum Claim: Equatable {
        /// There is none, or nobody has taken it.
        case none
        case forbidden
        /// It cannot be told now, for example because too many files are open.
        case unreadable
        /// Taken by a supervisor; `isAlive` as long as it holds the claim's lock.
        case taken(ClaimText, isAlive: Bool)
    }

    func claim() -> Claim {
        var file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if file < 0, errno == ENOENT { file = open(endedPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard file >= 0 else { return errno == ENOENT ? .none : .unreadable }
        defer { close(file) }
        return Self.claim(file)
    }

    private static let claimLimit = 1 << 17

    private static func claim(_ file: Int32) -> Claim {
        guard let bytes = FileBytes.whole(file, limit: claimLimit) else { return .unreadable }
        if bytes.isEmpty { return .none }
        if bytes.starts(with: "forbidden\n".utf8) { return .forbidden }
        if flock(file, LOCK_SH | LOCK_NB) != 0 {
            return errno == EWOULDBLOCK ? .taken(ClaimText(bytes), isAlive: true) : .unreadable
        }
        // It may have finished between the two looks.
        guard let last = FileBytes.whole(file, limit: claimLimit) else { return .unreadable }
        return .taken(ClaimText(last), isAlive: false)
    }

    /// Takes the claim so that nobody can run the attempt any more; true when it is forbidden on return.
    func forbid() throws(RunnerError) -> Bool {
        guard try !hasEnded() else { return claim() == .forbidden }
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
        FileBytes.sync(directory: directory)
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

    private static let lockTries = 50

    // MARK: - The end

    func observe() -> Observation {
        switch claim() {
        case .none, .forbidden: .unclaimed
        case .unreadable: .unknown
        case .taken(let text, let isAlive):
            if let result = text.result { .ended(result) } else { isAlive ? .running : .ended(end(text)) }
        }
    }

    /// What a supervisor that is dead has left.
    func end(_ text: ClaimText) -> AttemptResult { text.result ?? interrupted() }

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
    /// supervisor lives or that cannot be told: then nothing is touched. Secrets are taken out of both first.
    func retire(hiding concealment: Concealment? = nil) -> Bool {
        switch claim() {
        case .unreadable, .taken(_, isAlive: true): return false
        case .forbidden: break
        case .taken(let text, isAlive: false):
            StagedScript.remove(text.stagedWord)
        case .none:
            // Offered and not taken: nobody must take it on its way.
            guard FileBytes.size(path) != nil else { return true }
            guard (try? forbid()) == true else { return false }
        }
        unlink(ringPath)
        if let concealment { hide(concealment) }
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

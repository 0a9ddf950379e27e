public import CloudAssistant

/// How scripts reach instances and what came of them.
///
/// An attempt is claimed exclusively before its script starts: whoever launches it again is told so, and nothing runs
/// twice. What a runner knows survives the process that asked.
public protocol Runner: Sendable {
    /// Starts an attempt unless somebody claimed it before.
    ///
    /// On an error the attempt is called off, so that it never starts. Two errors decide nothing: `RunnerError.closed`,
    /// and any error on a disk that takes no more, where `forbid` is to be tried again.
    func launch(_ order: AttemptOrder) async throws(RunnerError) -> Launch

    /// Where an attempt stands now.
    func observe(_ key: AttemptKey) -> Observation

    /// Claims an attempt so that it can never start; false when it was claimed to be run already.
    func forbid(_ key: AttemptKey) throws(RunnerError) -> Bool

    /// Asks a running attempt to end; has no effect on any other.
    func stop(_ key: AttemptKey)

    /// Watches an attempt that runs or has ended already: its end comes through `endings`.
    func adopt(_ key: AttemptKey)

    /// The ends of attempts that were launched or adopted here, each once. For one listener.
    var endings: AsyncStream<(AttemptKey, AttemptResult)> { get }

    /// The last bytes of what an attempt has written so far, at most `limit`, and how many bytes it wrote in all.
    func liveOutput(_ key: AttemptKey, limit: Int) -> (bytes: [UInt8], total: Int64)

    /// Path of the kept output when it is longer than what the result holds.
    func spool(_ key: AttemptKey) -> String?

    /// Lets go of an attempt whose end is recorded; a long output is kept.
    func forget(_ key: AttemptKey)

    /// Lets go of an attempt whose end is recorded, and takes secrets out of everything that is kept of it; until that is
    /// done there is no `spool` of it.
    func forget(_ key: AttemptKey, hiding concealment: Concealment?)

    /// Removes the long output of an attempt that nobody can ask for any more; that it ran stays known.
    func discardOutput(_ key: AttemptKey)

    /// The attempts that something is kept of.
    func known() -> [AttemptKey]

    /// Lets go of everything that this process holds; scripts go on.
    func close()

    /// What would keep an order from starting, as far as it can be told without starting it.
    func examine(_ order: AttemptOrder) -> StartFailure?

    /// The present start of an instance: another text after every reboot; nil when it cannot be told now.
    func bootID(of instance: InstanceID) -> String?

    /// Puts a file on an instance: whole, with its owner and mode, and durable, or not at all.
    ///
    /// The same order may be given again by whoever does not know what came of it. It never replaces a file that it was
    /// not to replace, and one that is there as ordered counts as written unless this is the first try.
    func deliver(_ order: FileOrder) async -> FileEnding
}

extension Runner {
    /// For runners that keep nothing of what scripts write.
    public func forget(_ key: AttemptKey, hiding concealment: Concealment?) { forget(key) }

    /// Nothing, for runners that keep no output.
    public func discardOutput(_ key: AttemptKey) {}
}

/// What a launch came to.
public enum Launch: Sendable, Hashable {
    /// The attempt is claimed for this launch and starts now.
    case claimed
    /// Another launch has it, or it is forbidden.
    case alreadyClaimed
}

/// Where an attempt stands.
public enum Observation: Sendable, Equatable {
    /// Nobody has claimed it, or it is forbidden.
    case unclaimed
    /// Its supervisor lives.
    case running
    /// It cannot be told now, for example because too many files are open: ask again.
    case unknown
    /// It has ended; interrupted when its supervisor died without a result.
    case ended(AttemptResult)
}

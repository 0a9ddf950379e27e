import CloudAssistant
public import Runners
import Synchronization

/// What is known of simulated attempts: shared by the runners of one engine after another, in memory or in a file.
///
/// Nothing counts before it is written, so that an attempt that was started once is never started again, whichever process
/// asks. A file outlives the process, not a power cut: what is simulated does no harm.
public final class PracticeClaims: Sendable {
    enum Entry: Hashable, Sendable {
        case claimed(PracticeClaim)
        /// May never start.
        case forbidden
        /// Its end is recorded elsewhere.
        case forgotten
    }

    private struct State {
        var entries: [AttemptKey: Entry] = [:]
        var journal: PracticeJournal?
    }

    private let state = Mutex(State())

    /// Claims that live as long as this value.
    public init() {}

    /// The claims of a directory that exists, for one process at a time.
    public init(directory: String) throws(RunnerError) {
        let (journal, entries) = try PracticeJournal.open(directory)
        state.withLock { $0 = State(entries: entries, journal: journal) }
    }

    func entry(_ key: AttemptKey) -> Entry? { state.withLock { $0.entries[key] } }

    var keys: [AttemptKey] { state.withLock { $0.entries.filter { $0.value != .forgotten }.map(\.key) } }

    /// What was started and not forgotten.
    var claims: [AttemptKey: PracticeClaim] {
        state.withLock { state in
            state.entries.compactMapValues { if case .claimed(let claim) = $0 { claim } else { nil } }
        }
    }

    /// Claims an attempt; false when it is claimed already, or forbidden.
    func claim(_ key: AttemptKey, _ claim: PracticeClaim) throws(RunnerError) -> Bool {
        try change { state throws(RunnerError) in
            guard state.entries[key] == nil else { return false }
            try state.journal?.append(key, .claimed(claim))
            state.entries[key] = .claimed(claim)
            return true
        }
    }

    /// Forbids an attempt; false when it was started.
    func forbid(_ key: AttemptKey) throws(RunnerError) -> Bool {
        try change { state throws(RunnerError) in
            if let entry = state.entries[key] { return entry == .forbidden }
            try state.journal?.append(key, .forbidden)
            state.entries[key] = .forbidden
            return true
        }
    }

    /// Notes that an attempt was asked to end; the first time counts.
    func stop(_ key: AttemptKey, at now: Timestamp) {
        state.withLock { state in
            guard case .claimed(var claim) = state.entries[key], claim.stopped == nil else { return }
            claim.stopped = now
            // Where it cannot be written the stop holds for this process.
            try? state.journal?.append(key, .claimed(claim))
            state.entries[key] = .claimed(claim)
        }
    }

    func forget(_ key: AttemptKey) {
        state.withLock { state in
            try? state.journal?.append(key, .forgotten)
            state.entries[key] = .forgotten
        }
    }

    private func change<Value: Sendable>(_ work: (inout State) throws(RunnerError) -> Value) throws(RunnerError)
        -> Value
    {
        let outcome = state.withLock { state -> Result<Value, RunnerError> in
            do throws(RunnerError) { return .success(try work(&state)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }
}

import CloudAssistant
import Dispatch
import Runners

/// Forbids attempts beside the dispatcher: each waits for the disk, and a start may find thousands.
///
/// The threads are its own, so that nothing else waits for them; their number is bounded, and an attempt always has the
/// same one.
struct Forbidder: Sendable {
    private static let width = 8
    private let runner: any Runner
    private let threads = (0..<width).map { DispatchQueue(label: "flagdeck.forbid.\($0)") }

    init(_ runner: any Runner) { self.runner = runner }

    /// True when it is forbidden, false when somebody has claimed it.
    func forbid(_ key: AttemptKey) async -> Result<Bool, RunnerError> {
        let thread = threads[Int(UInt(bitPattern: key.hashValue) % UInt(threads.count))]
        return await withCheckedContinuation { continuation in
            thread.async {
                let outcome: Result<Bool, RunnerError>
                do throws(RunnerError) {
                    outcome = .success(try runner.forbid(key))
                } catch {
                    outcome = .failure(error)
                }
                continuation.resume(returning: outcome)
            }
        }
    }
}

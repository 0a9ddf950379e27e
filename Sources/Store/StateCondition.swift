import CloudAssistant

/// The overall state of an invocation as a condition on its results, which it is derived from (`InvokeStatusWord.holds`).
///
/// Only the latest run on each instance counts. What is rare is looked up by its state, what is usual by the invocation:
/// so neither reads all results.
enum StateCondition {
    private static let open: [InvocationState] = [.pending, .scheduled, .running, .stopping]
    private static let failed: [InvocationState] = [.failed, .timeout, .invalid, .aborted, .error]
    /// What the older words call failed.
    private static let broken: [InvocationState] = [.timeout, .invalid, .aborted, .error]
    private static let stopped: [InvocationState] = [.cancelled, .terminated]

    static func holds(_ word: InvokeStatusWord) -> String {
        switch word {
        case .stopping: found([.stopping])
        case .running: all(found([.pending, .scheduled, .running]), none([.stopping]))
        case .pending: all(found([.pending]), none([.stopping, .running]))
        case .scheduled: all(found([.scheduled]), none([.stopping, .running, .pending]))
        case .success: all(any([.success]), none(failed + open))
        case .failed: all(found(failed), none([.success] + open))
        case .stopped: all(found(stopped), none([.success] + failed + open))
        case .finished: all(any([.success, .failed]), none(broken + open))
        case .partialFailed:
            all(found(failed), none(open), "(" + any([.success]) + " OR " + mixed + ")")
        }
    }

    /// What the older words call partly failed although nothing succeeded.
    private static var mixed: String { "(" + all(any(broken), any([.failed] + stopped)) + ")" }

    /// What will still run by itself, or everything else.
    static func isTimed(_ isTimed: Bool) -> String {
        let condition = all(
            "invocation.repeat_mode IN ('Period', 'NextRebootOnly', 'EveryReboot')",
            any([.pending, .scheduled, .running]))
        return (isTimed ? "(" : "NOT (") + condition + ")"
    }

    /// That a result is the latest on its instance.
    static func isLatest(_ table: String) -> String { "\(table).is_current = 1" }

    /// A run that has begun, ended or was missed: not one that waits for its time, nor its cancellation.
    static let hasRun =
        "result.state <> 'Scheduled' AND NOT (result.state = 'Cancelled' AND result.occurrence > 1)"

    static func words(_ states: [InvocationState]) -> String {
        states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }

    private static func all(_ conditions: String...) -> String { conditions.joined(separator: " AND ") }

    private static func none(_ states: [InvocationState]) -> String { "NOT " + any(states) }

    private static func any(_ states: [InvocationState]) -> String {
        let (words, latest) = (words(states), isLatest("one"))
        return """
            EXISTS (SELECT 1 FROM result AS one WHERE one.invoke_id = invocation.id AND one.state IN (\(words))
                AND \(latest))
            """
    }

    private static func found(_ states: [InvocationState]) -> String {
        let (words, latest) = (words(states), isLatest("one"))
        return """
            invocation.id IN (SELECT one.invoke_id FROM result AS one WHERE one.state IN (\(words)) AND \(latest))
            """
    }
}

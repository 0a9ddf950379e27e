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
        case .running: "\(found([.pending, .scheduled, .running])) AND NOT \(any([.stopping]))"
        case .pending: "\(found([.pending])) AND NOT \(any([.stopping, .running]))"
        case .scheduled: "\(found([.scheduled])) AND NOT \(any([.stopping, .running, .pending]))"
        case .success: "\(any([.success])) AND NOT \(any(failed + open))"
        case .failed: "\(found(failed)) AND NOT \(any([.success] + open))"
        case .stopped: "\(found(stopped)) AND NOT \(any([.success] + failed + open))"
        case .finished: "\(any([.success, .failed])) AND NOT \(any(broken + open))"
        case .partialFailed:
            """
            \(found(failed)) AND NOT \(any(open)) AND (\(any([.success]))
                OR (\(any(broken)) AND \(any([.failed] + stopped))))
            """
        }
    }

    /// What will still run by itself, or everything else.
    static func isTimed(_ isTimed: Bool) -> String {
        let condition = """
            (invocation.repeat_mode IN ('Period', 'NextRebootOnly', 'EveryReboot')
                AND \(any([.pending, .scheduled, .running])))
            """
        return isTimed ? condition : "NOT \(condition)"
    }

    /// That a result is the latest on its instance.
    static func isLatest(_ table: String) -> String {
        """
        NOT EXISTS (SELECT 1 FROM result AS later WHERE later.invoke_id = \(table).invoke_id
            AND later.instance_id = \(table).instance_id AND later.occurrence > \(table).occurrence)
        """
    }

    static func words(_ states: [InvocationState]) -> String {
        states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }

    private static func any(_ states: [InvocationState]) -> String {
        """
        EXISTS (SELECT 1 FROM result AS one WHERE one.invoke_id = invocation.id AND one.state IN (\(words(states)))
            AND \(isLatest("one")))
        """
    }

    private static func found(_ states: [InvocationState]) -> String {
        """
        invocation.id IN (SELECT one.invoke_id FROM result AS one WHERE one.state IN (\(words(states)))
            AND \(isLatest("one")))
        """
    }
}

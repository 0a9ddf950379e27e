public import CloudAssistant

/// How the targets of an invocation add up: every one of them is counted in one term.
public struct Conservation: Equatable, Sendable {
    /// The terms, in the order in which they are shown.
    public enum Term: CaseIterable, Sendable {
        case ok, failed, timedOut, undelivered, interrupted, stopped, running, waiting
    }

    private var counts: [Term: Int] = [:]

    /// Counts states.
    public init(_ states: some Sequence<InvocationState>) {
        for state in states { counts[Self.term(state), default: 0] += 1 }
    }

    /// How many there are in a term.
    public subscript(term: Term) -> Int { counts[term] ?? 0 }

    /// All of them.
    public var total: Int { counts.values.reduce(0, +) }

    /// The term that a state counts in.
    public static func term(_ state: InvocationState) -> Term {
        switch state {
        case .success: .ok
        case .failed, .partialFailed: .failed
        case .timeout: .timedOut
        case .invalid, .aborted: .undelivered
        case .error: .interrupted
        case .cancelled, .terminated, .stopped: .stopped
        case .running, .stopping: .running
        case .pending, .scheduled: .waiting
        }
    }

    /// True for the terms that trying again makes sense for.
    public static func isRetried(_ state: InvocationState) -> Bool {
        switch term(state) {
        case .failed, .timedOut, .undelivered, .interrupted: true
        case .ok, .stopped, .running, .waiting: false
        }
    }
}

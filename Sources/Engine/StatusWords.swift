import CloudAssistant

/// The words that filter invocations and results, in both the older and the newer meaning (ECS API, DescribeInvocations).
enum StatusWords {
    /// Whether an invocation matches `InvokeStatus`; nil when no word was given.
    static func overall(_ word: String?) throws(APIError) -> (@Sendable (Invocation) -> Bool)? {
        guard let word, !word.isEmpty else { return nil }
        let older = ["Running", "Finished", "Failed", "PartialFailed", "Stopped", "Stopping"]
        let newer = InvocationState(rawValue: word)
        guard older.contains(word) || newer != nil else {
            throw APIError(.invalidParameter, [.parameter: "InvokeStatus", .value: word])
        }
        return { invocation in
            invocation.state == newer
                || InvocationState.overallRecordStatus(invocation.results.map(\.state)) == word
        }
    }

    /// The states that `InvokeRecordStatus` stands for; empty when no word was given.
    static func record(_ word: String?) throws(APIError) -> [InvocationState] {
        guard let word, !word.isEmpty else { return [] }
        let states = InvocationState.allCases.filter { $0.recordStatus == word || $0.rawValue == word }
        guard !states.isEmpty else {
            throw APIError(.invalidParameter, [.parameter: "InvokeRecordStatus", .value: word])
        }
        return states
    }
}

import Testing

@testable import CloudAssistant

/// ECS API, InvocationStatus and InvokeStatus.
@Suite struct OverallStateTests {
    static let overall: [(states: [InvocationState], state: InvocationState)] = [
        ([.pending], .pending),
        ([.pending, .pending], .pending),
        ([.scheduled], .scheduled),
        ([.running], .running),
        ([.stopping], .stopping),
        ([.success], .success),
        ([.success, .success], .success),
        ([.success, .cancelled], .success),
        ([.success, .terminated, .cancelled], .success),
        ([.failed], .failed),
        ([.invalid, .aborted, .failed, .timeout, .error], .failed),
        ([.failed, .cancelled], .failed),
        ([.terminated, .error], .failed),
        ([.cancelled], .stopped),
        ([.terminated, .cancelled], .stopped),
        ([.success, .failed], .partialFailed),
        ([.success, .timeout, .cancelled], .partialFailed),
        ([.stopping, .running, .pending, .success], .stopping),
        ([.running, .pending, .success], .running),
        ([.running, .failed], .running),
        ([.pending, .scheduled], .pending),
        ([.scheduled, .success], .scheduled),
    ]

    @Test(arguments: overall) func theWholeFollowsFromTheInstances(
        _ states: [InvocationState], _ state: InvocationState
    ) {
        #expect(InvocationState.overall(states) == state)
        #expect(InvocationState.overall(states.reversed()) == state)
    }

    /// ECS API, InvocationStatus: "Pending: any instance Pending", no matter what the others are.
    @Test(arguments: [InvocationState.success, .failed, .cancelled])
    func anyPendingInstanceMakesTheWholePending(_ other: InvocationState) {
        #expect(InvocationState.overall([.pending, other]) == .pending)
    }

    static let perInstance = InvocationState.allCases.filter { $0 != .stopped && $0 != .partialFailed }

    @Test(arguments: perInstance, perInstance) func theWholeIsFinalOnceEveryInstanceIs(
        _ a: InvocationState, _ b: InvocationState
    ) {
        #expect(InvocationState.overall([a, b]).isFinal == (a.isFinal && b.isFinal))
    }

    static let words: [(state: InvocationState, word: String)] = [
        (.pending, "Running"), (.scheduled, "Running"), (.running, "Running"), (.success, "Finished"),
        (.failed, "Finished"), (.timeout, "Failed"), (.invalid, "Failed"), (.aborted, "Failed"), (.error, "Failed"),
        (.stopping, "Stopping"), (.cancelled, "Stopped"), (.terminated, "Stopped"),
    ]

    @Test(arguments: words) func theOlderWordOfAnInstance(_ state: InvocationState, _ word: String) {
        #expect(state.recordStatus == word)
    }

    static let overallWords: [(states: [InvocationState], word: String)] = [
        ([.success], "Finished"),
        ([.failed], "Finished"),
        ([.success, .failed], "Finished"),
        ([.success, .cancelled], "Finished"),
        ([.failed, .terminated], "Finished"),
        ([.timeout], "Failed"),
        ([.timeout, .invalid, .aborted, .error], "Failed"),
        ([.success, .timeout], "PartialFailed"),
        ([.failed, .error], "PartialFailed"),
        ([.success, .aborted, .cancelled], "PartialFailed"),
        ([.cancelled, .terminated], "Stopped"),
        ([.running, .timeout], "Running"),
        ([.pending, .success], "Running"),
        ([.scheduled], "Running"),
        ([.stopping], "Stopping"),
        ([.stopping, .success], "Stopping"),
    ]

    @Test(arguments: overallWords) func theOlderWordOfTheWhole(_ states: [InvocationState], _ word: String) {
        #expect(InvocationState.overallRecordStatus(states) == word)
        #expect(InvocationState.overallRecordStatus(states.reversed()) == word)
    }
}
